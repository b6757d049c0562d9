import { findNodeAtLocation, getNodeValue, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { parse as parseTomlText, TomlError } from 'smol-toml';
import { isNode, LineCounter, parseDocument } from 'yaml';

export type Path = readonly (string | number)[];

/** A file's value and where its parts stand. */
export interface Parsed {
  readonly value: unknown;
  /** From 1; null where nothing stands there. */
  lineOf(path: Path): number | null;
}

/** What is wrong with a file's text. */
export interface Unreadable {
  readonly line: number;
  readonly problem: string;
}

/** By the ending of the file's name. */
export const PARSERS: ReadonlyMap<string, (text: string) => Parsed | Unreadable> = new Map([
  ['.json', parseJson],
  ['.jsonc', parseJson],
  ['.yaml', parseYaml],
  ['.yml', parseYaml],
  ['.toml', parseToml],
]);

/** With comments and trailing commas also in .json, as editors write settings. */
function parseJson(text: string): Parsed | Unreadable {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first !== undefined) return { line: lineAt(text, first.offset), problem: wordsOf(first.error) };
  if (root === undefined) return { line: 1, problem: 'it is empty' };
  return {
    value: getNodeValue(root),
    lineOf(path) {
      const node = findNodeAtLocation(root, [...path]);
      return node === undefined ? null : lineAt(text, node.offset);
    },
  };
}

/** "CloseBraceExpected" as words. */
function wordsOf(code: ParseError['error']): string {
  return printParseErrorCode(code)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

function parseYaml(text: string): Parsed | Unreadable {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [first] = [...document.errors, ...document.warnings];
  if (first !== undefined) return { line: lines.linePos(first.pos[0]).line, problem: first.message };
  return {
    // No alias is worth a file that unfolds without end.
    value: document.toJS({ maxAliasCount: 0 }),
    lineOf(path) {
      const node: unknown = document.getIn(path, true);
      return isNode(node) && node.range ? lines.linePos(node.range[0]).line : null;
    },
  };
}

function parseToml(text: string): Parsed | Unreadable {
  try {
    return { value: parseTomlText(text), lineOf: (path) => tomlLine(text, path) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { line: error.line, problem: error.message.split('\n', 1)[0] ?? '' };
  }
}

/** The parser keeps no places, so that keys are looked for: below the table of that number, else where the first key stands. */
function tomlLine(text: string, [list, number, key]: Path): number | null {
  const lines = text.split('\n').map((line) => line.trim());
  const headers = lines.flatMap((line, index) => (line.replaceAll(' ', '') === `[[${list}]]` ? [index] : []));
  const header = typeof number === 'number' ? headers[number] : undefined;
  if (header !== undefined) {
    const rest = lines.slice(header + 1);
    const end = rest.findIndex((line) => line.startsWith('['));
    const at = rest.slice(0, end < 0 ? rest.length : end).findIndex((line) => begins(line, key));
    return header + (at < 0 ? 1 : at + 2);
  }
  const at = lines.findIndex((line) => begins(line, list));
  return at < 0 ? null : at + 1;
}

function begins(line: string, word: string | number | undefined): boolean {
  return typeof word === 'string' && line.startsWith(word) && /^\s{0,20}=/.test(line.slice(word.length));
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
