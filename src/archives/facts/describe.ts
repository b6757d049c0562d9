import type { FileDescription, Language } from '../../model/source.ts';
import { describeJavascript } from './javascript/describe.ts';
import { loadPython } from './python/describe.ts';
import { describeText } from './text-file.ts';

/** Bytes in, facts out: nothing else is asked, so equal bytes in equal languages are described once. */
export type DescribeFile = (content: Buffer, path: string, language: Language) => Promise<FileDescription>;

/** Python's grammar is loaded when the first Python file comes. */
export function fileDescriber(): DescribeFile {
  let python: ReturnType<typeof loadPython> | null = null;
  return async (content, path, language) => {
    switch (language) {
      case 'javascript':
      case 'typescript':
        return describeJavascript(content.toString('utf8'), path);
      case 'python':
        python ??= loadPython();
        return (await python)(content.toString('utf8'), path);
      case 'shell':
      case 'json':
      case 'text':
        return describeText(content, path, language);
      default:
        return { language, reading: { how: 'text' }, measures: null, facts: [], tools: [] };
    }
  };
}
