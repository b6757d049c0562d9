import type { FactKind } from '../../../model/source.ts';
import { cut, MAX_FACTS_PER_KIND } from '../bounds.ts';
import type { Found } from '../located.ts';
import { namesOf, NO_WAYS, type Ways } from './constants.ts';
import type { InnerCode } from './notes.ts';
import { openFile } from './open-file.ts';
import type { Parsed } from './parse.ts';
import type { Tool } from './tools.ts';
import { startOf, type SyntaxTree } from './tree.ts';
import { walk } from './walk.ts';

export interface FoundInScope extends Found {
  readonly scope: number;
}

export interface FileFindings {
  readonly found: readonly FoundInScope[];
  readonly tools: readonly Tool[];
}

/**
 * What a parsed file holds, and what the code does that it keeps in constants and runs: that stands where it is run.
 *
 * In no order. Layers inside each other are opened up to a bound in number and size.
 */
export function factsOf(tree: SyntaxTree, parse: (text: string) => Parsed): FileFindings {
  const outer = findingsOf(tree, null);
  const found = [...outer.found];
  const waiting = [...outer.inner];
  let characters = 0;
  for (let layers = 0; layers < MAX_LAYERS && waiting.length > 0; layers += 1) {
    const { code, at } = waiting.shift() ?? { code: null, at: null };
    if (code === null || at === null) break;
    characters += code.length;
    if (characters > MAX_INNER_CHARACTERS) break;
    const parsed = parse(code);
    // Text with many errors is a template or another language.
    if ('refused' in parsed || parsed.tree.errors > MAX_INNER_ERRORS) continue;
    const inner = findingsOf(parsed.tree, at);
    found.push(...inner.found);
    waiting.push(...inner.inner);
  }
  return { found: withoutRepeats(found), tools: outer.tools };
}

/** Where code stands that was found in a constant, and how that was hidden. */
interface Outside {
  readonly offset: number;
  readonly scope: number;
  readonly ways: Ways;
}

interface Findings extends FileFindings {
  readonly inner: readonly { readonly code: string; readonly at: Outside }[];
}

function findingsOf(tree: SyntaxTree, outside: Outside | null): Findings {
  const file = openFile(tree);
  const found: FoundInScope[] = [];
  const tools: Tool[] = [];
  const inner: { readonly code: string; readonly at: Outside }[] = [];
  const placeOf = (node: number, ways: Ways): Outside => ({
    offset: outside?.offset ?? startOf(tree, node),
    scope: outside?.scope ?? file.scopes.of(node).functionNumber,
    ways: ways | (outside?.ways ?? NO_WAYS),
  });
  walk(file, {
    notes: {
      add: (kind, node, { value, by, category = null, ways = NO_WAYS }) => {
        const place = placeOf(node, ways);
        const folded = namesOf(place.ways);
        found.push({
          kind,
          value: cut(value),
          by,
          offset: place.offset,
          scope: place.scope,
          ...(category === null ? {} : { category }),
          ...(folded.length === 0 ? {} : { folded }),
        });
      },
      runs: ({ text, node, ways }: InnerCode) => void inner.push({ code: text, at: placeOf(node, ways) }),
    },
    tool: (tool) => void tools.push(tool),
  });
  if (file.isExhausted()) {
    const { offset, scope } = placeOf(0, NO_WAYS);
    found.push({
      kind: 'obfuscation',
      value: 'more constants are computed than are followed',
      by: 'too-much-to-fold',
      offset,
      scope,
    });
  }
  return { found, tools, inner };
}

/** A constant that a call was told to use is not told a second time where it stands by itself. */
function withoutRepeats(found: readonly FoundInScope[]): readonly FoundInScope[] {
  const told = new Set(found.filter(({ kind }) => TELLING.has(kind)).map(({ value }) => value));
  const kept = found.filter(({ kind, value }) => !BY_ITSELF.has(kind) || !told.has(value));
  return kept.length <= MAX_FACTS_PER_KIND ? kept : bounded(kept);
}

/** Drops what the collector has no room for, before its place is told and its line cut out, which costs more than finding it. */
function bounded(found: readonly FoundInScope[]): readonly FoundInScope[] {
  const counts = new Map<string, number>();
  const countOf = (key: string) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
  return found
    .toSorted((a, b) => a.offset - b.offset)
    .filter(({ kind, by, value }) => {
      const isRepeated = countOf(JSON.stringify([kind, by, value])) > MAX_FACTS_PER_KIND / 2;
      return !isRepeated && countOf(kind) <= MAX_FACTS_PER_KIND * 2;
    });
}

const TELLING = new Set<FactKind>([
  'request',
  'socket',
  'file-read',
  'file-write',
  'recipient',
  'process',
  'execution',
  'decoded-execution',
]);
const BY_ITSELF = new Set<FactKind>(['address', 'path', 'decoding']);
/** Known packers wrap a program some fifty times. */
const MAX_LAYERS = 200;
const MAX_INNER_CHARACTERS = 20_000_000;
const MAX_INNER_ERRORS = 2;
