import { hash } from 'node:crypto';
import { extname } from 'node:path/posix';
import type { FileDescription, Language } from '../model/source.ts';
import type { DescribeFile } from './facts/describe.ts';

/** Raised when a reader finds more or other facts, so that descriptions kept before are not taken for what it would say now. */
const FACTS_VERSION = 2;
/** Reading so short a file anew costs less than looking it up. */
const KEEP_ABOVE_BYTES = 512;

/** Descriptions kept between runs; bytes go in and come out as they are. */
export interface DescriptionStore {
  /** null where there is none. */
  read(key: string): Promise<Buffer | null>;
  write(key: string, bytes: Buffer): Promise<void>;
}

/** Describes each content once, across releases and runs; what was not read is tried again the next time. */
export function remembered(describe: DescribeFile, store: DescriptionStore): DescribeFile {
  return async (content, path, language) => {
    if (content.length <= KEEP_ABOVE_BYTES) return describe(content, path, language);
    const key = `facts ${FACTS_VERSION} ${language} ${nameThatCounts(path, language)} ${hash('sha256', content)}`;
    const kept = await store.read(key);
    if (kept !== null) {
      const description: FileDescription = JSON.parse(kept.toString('utf8'));
      return description;
    }
    const description = await describe(content, path, language);
    if (description.reading.how !== 'not-read') await store.write(key, Buffer.from(JSON.stringify(description)));
    return description;
  };
}

/** Programs are read by their extension; a settings file means something by where it lies. */
function nameThatCounts(path: string, language: Language): string {
  const isProgram = language === 'javascript' || language === 'typescript' || language === 'python';
  return isProgram ? extname(path).toLowerCase().slice(0, 12) : hash('sha256', path);
}
