import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import TreeSitter from '@vscode/tree-sitter-wasm';
import { FIELD, fieldTable, KIND, kindTable } from './grammar.ts';
import type { SyntaxTree } from './tree.ts';

/** Payloads of 10 MB have been published; beyond the bound a file's text is looked at, not its grammar. */
const MAX_CHARACTERS = 12_000_000;
/**
 * Words and marks, each of which the grammar keeps for the length of its work: three times what the largest programs have. Counted in
 * long texts alone. A payload is one word, however long.
 */
const MAX_TOKENS = 1_500_000;
const MAX_NODES = 4_000_000;
/** Ten times what ordinary code takes, of the thread's own time: a busy machine makes no other facts. Below the pool's limit, so that the thread lives on. */
const MIN_TIME_MS = 2_000;
const TIME_PER_CHARACTER_MS = 0.004;
const MAX_TIME_MS = 10_000;
/** The grammar's own number for what it could not place. */
const ERROR_TYPE = 65_535;

export type Parsed = { readonly tree: SyntaxTree } | { readonly refused: string };

/**
 * A parser of Python that takes any text and keeps nothing of it.
 *
 * Loads the grammar from the installed @vscode/tree-sitter-wasm. Refuses what is over its bounds on size and time, and says so;
 * everything else gives a tree, with its errors counted. Deep nesting is no recursion here.
 */
export async function openParser({ maxTimeMs = MAX_TIME_MS } = {}): Promise<(text: string) => Parsed> {
  await TreeSitter.Parser.init();
  const wasm = createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm');
  const language = await TreeSitter.Language.load(await readFile(wasm));
  const kinds = kindTable(language.types, (id) => language.nodeTypeIsNamed(id));
  const fields = fieldTable(language.fields);

  return (text) => {
    if (text.length > MAX_CHARACTERS) return { refused: `it is longer than ${MAX_CHARACTERS} characters` };
    if (hasTooManyTokens(text)) return { refused: `it has more than ${MAX_TOKENS} words and marks` };
    const parser = new TreeSitter.Parser();
    try {
      parser.setLanguage(language);
      const limitMs = Math.min(maxTimeMs, MIN_TIME_MS + TIME_PER_CHARACTER_MS * text.length);
      const end = spentMs() + limitMs;
      const tree = parser.parse(asGrammarTakesIt(text), null, { progressCallback: () => spentMs() > end });
      if (tree === null) return { refused: `its grammar takes more than ${Math.ceil(limitMs / 1_000)} s to find` };
      try {
        return columnsOf(tree, text, { kinds, fields });
      } finally {
        tree.delete();
      }
    } finally {
      parser.delete();
    }
  };
}

function hasTooManyTokens(text: string): boolean {
  if (text.length < MAX_TOKENS) return false;
  let tokens = 0;
  let wasWord = false;
  for (let at = 0; at < text.length && tokens <= MAX_TOKENS; at += 1) {
    const code = text.charCodeAt(at);
    const isWord = isWordCode(code);
    if (isWord ? !wasWord : code > 32) tokens += 1;
    wasWord = isWord;
  }
  return tokens > MAX_TOKENS;
}

function isWordCode(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58) || code === 95 || code > 127;
}

/**
 * The text as the grammar takes it, every offset where it was: line ends of old machines, which Python takes as any other, and long runs
 * of continued lines, which say what blanks say.
 *
 * The grammar knows no line that ends in a carriage return alone, and its time grows with the square of the number of continued lines.
 */
function asGrammarTakesIt(text: string): string {
  const lined = LONE_RETURN.test(text) ? text.replaceAll(LONE_RETURNS, '\n') : text;
  return CONTINUED.test(lined) ? lined.replaceAll(CONTINUED_RUNS, (run) => ' '.repeat(run.length)) : lined;
}

const LONE_RETURN = /\r(?!\n)/;
const LONE_RETURNS = /\r(?!\n)/g;
const CONTINUED = /\\\r?\n\\\r?\n/;
const CONTINUED_RUNS = /(?:\\\r?\n){50,}/g;

function spentMs(): number {
  return process.threadCpuUsage().user / 1_000;
}

interface Tables {
  readonly kinds: Int16Array;
  readonly fields: Uint8Array;
}

/** One walk over the parser's tree: the only place that crosses into it, so calls are few and none is made twice for a node. */
function columnsOf(parsed: TreeSitter.Tree, text: string, tables: Tables): Parsed {
  const root = parsed.rootNode;
  const most = root.descendantCount;
  if (most > MAX_NODES) return { refused: `it has more than ${MAX_NODES} syntax nodes` };
  const columns = {
    kinds: new Uint8Array(most),
    fields: new Uint8Array(most),
    starts: new Uint32Array(most),
    ends: new Uint32Array(most),
    parents: new Uint32Array(most),
    afters: new Uint32Array(most),
  };
  const cursor = parsed.walk();
  const walk: Walk = { cursor, text, tables, columns, hasErrors: root.hasError, size: 0, errors: 0 };
  fill(walk);
  cursor.delete();
  return { tree: { text, ...columns, size: walk.size, errors: walk.errors } };
}

interface Walk {
  readonly cursor: TreeSitter.TreeCursor;
  readonly text: string;
  readonly tables: Tables;
  readonly columns: Omit<SyntaxTree, 'text' | 'size' | 'errors'>;
  readonly hasErrors: boolean;
  size: number;
  errors: number;
}

function fill(walk: Walk): void {
  const { cursor, columns } = walk;
  let parent = 0;
  for (;;) {
    const node = enter(walk, parent);
    if (node !== null && cursor.gotoFirstChild()) {
      parent = node;
      continue;
    }
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) {
        columns.afters[0] = walk.size;
        return;
      }
      columns.afters[parent] = walk.size;
      parent = columns.parents[parent] ?? 0;
    }
  }
}

/** Writes down the node under the cursor; null where its children are of no use. */
function enter(walk: Walk, parent: number): number | null {
  const { cursor, tables, columns } = walk;
  const type = cursor.nodeTypeId;
  const kind = type === ERROR_TYPE ? KIND.ERROR : (tables.kinds[type] ?? -1);
  if (walk.hasErrors && (kind === KIND.ERROR || cursor.nodeIsMissing)) walk.errors += 1;
  if (kind < 0 || kind === KIND.comment) return null;
  const node = walk.size;
  walk.size += 1;
  const start = cursor.startIndex;
  columns.kinds[node] = kind;
  columns.starts[node] = start;
  columns.ends[node] = cursor.endIndex;
  columns.fields[node] = tables.fields[cursor.currentFieldId] ?? FIELD.none;
  columns.parents[node] = parent;
  columns.afters[node] = walk.size;
  if (kind === KIND.identifier || kind === KIND.integer) return null;
  if (kind === KIND.string && !takesExpressions(walk.text, start)) return null;
  return node;
}

/** f'' and t'' hold expressions; the parts of any other string are told from its text. */
function takesExpressions(text: string, start: number): boolean {
  for (let at = start; at < start + 3; at += 1) {
    const letter = text.charAt(at).toLowerCase();
    if (letter === 'f' || letter === 't') return true;
    if (letter === '"' || letter === "'") return false;
  }
  return false;
}
