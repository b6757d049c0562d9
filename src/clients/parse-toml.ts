import { parse, TomlError } from 'smol-toml';
import type { ConfigDocument, ConfigEntry, ConfigNode } from './port.ts';
import { MAX_DEPTH, TOO_DEEP } from './too-deep.ts';
import { tomlOffsets } from './toml-offsets.ts';

/** TOML; nothing of a document with a mistake, since its parser ends there. */
export function parseToml(text: string): ConfigDocument {
  try {
    const offsets = tomlOffsets(text);
    const root = nodeOf(parse(text, { maxDepth: MAX_DEPTH, unsafeKeyBehaviour: 'keep' }), [], offsets);
    return { root, problems: [] };
  } catch (error) {
    if (error instanceof RangeError) return TOO_DEEP;
    if (!(error instanceof TomlError)) throw error;
    const message = error.message.split('\n', 1)[0]?.replace(/^Invalid TOML document: /, '') ?? 'not TOML';
    return { root: null, problems: [{ offset: offsetOf(text, error.line, error.column), message }] };
  }
}

/** The parser keeps no positions; they are those of the lines that look like the key. */
function nodeOf(value: unknown, path: readonly string[], offsets: ReadonlyMap<string, number>): ConfigNode {
  const offset = offsets.get(path.join('\0')) ?? null;
  if (Array.isArray(value)) {
    return { kind: 'list', offset, items: value.map((item: unknown) => nodeOf(item, [...path, ''], offsets)) };
  }
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    const entries = Object.entries(value).map(([key, each]: [string, unknown]): readonly [string, ConfigEntry] => {
      const node = nodeOf(each, [...path, key], offsets);
      return [key, { offset: node.offset, node }];
    });
    return { kind: 'map', offset, entries: new Map(entries) };
  }
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'value', offset, value: isPlain ? value : null };
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  return Math.min(text.length, start + Math.max(0, column - 1));
}
