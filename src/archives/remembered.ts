import { hash } from 'node:crypto';
import { extname } from 'node:path/posix';
import type { FileDescription, Language } from '../model/source.ts';
import type { DescribeFile } from './facts/describe.ts';

/** Raised when a reader finds more or other facts, so that descriptions kept before are not taken for what it would say now. */
export const FACTS_VERSION = 3;

/** Descriptions kept between runs; bytes go in and come out as they are. */
export interface DescriptionStore {
  /** null where there is none. */
  read(key: string): Promise<Buffer | null>;
  /** `refused` is tried again after a day: it may have been the machine. */
  write(key: string, bytes: Buffer, refused: boolean): Promise<void>;
}

/**
 * Describes each content once, across releases and runs; what was refused once a day. Also the shortest files, since a reader that nobody
 * asks is not started.
 */
export function remembered(describe: DescribeFile, store: DescriptionStore): DescribeFile {
  return async (content, path, language) => {
    const key = `facts ${FACTS_VERSION} ${language} ${nameThatCounts(path, language)} ${hash('sha256', content)}`;
    const kept = await store.read(key);
    if (kept !== null) {
      const description: FileDescription = JSON.parse(kept.toString('utf8'));
      return description;
    }
    const description = await describe(content, path, language);
    await store.write(key, Buffer.from(JSON.stringify(description)), description.reading.how === 'not-read');
    return description;
  };
}

/** Programs are read by their extension; a settings file means something by where it lies. */
function nameThatCounts(path: string, language: Language): string {
  const isProgram = language === 'javascript' || language === 'typescript' || language === 'python';
  return isProgram ? extname(path).toLowerCase().slice(0, 12) : hash('sha256', path);
}
