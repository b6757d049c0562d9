import type { FileDescription, ToolFact } from '../../../model/source.ts';
import { collector, cut, MAX_TOOLS_PER_FILE } from '../bounds.ts';
import { destinationsIn } from '../destinations.ts';
import { hiddenCodeIn } from '../hidden-code.ts';
import { hiddenInstructions } from '../instructions.ts';
import { locator, type Found } from '../located.ts';
import { obfuscationIn } from '../obfuscation.ts';
import { measuresOf } from '../snippet.ts';
import { factsOf } from './facts.ts';
import { openParser, type Parsed } from './parse.ts';
import { unusualEncoding } from './source-encoding.ts';
import { isInText } from './text-places.ts';
import { instructionsOf } from './tool-instructions.ts';

/**
 * Loads the grammar once and gives what describes Python files with it.
 *
 * Never throws for a file: one that is over the parser's bounds is described by its text, and says so. Nothing of a file is kept.
 */
export async function loadPython(): Promise<(text: string, path: string) => FileDescription> {
  const parse = await openParser();
  return (text) => describePython(text, parse);
}

function describePython(text: string, parse: (text: string) => Parsed): FileDescription {
  const parsed = parse(text);
  const toFact = locator(text);
  const collected = collector();
  if ('refused' in parsed) {
    for (const found of [...factsOfText(text), ...addressesOf(text)]) collected.add(toFact(found));
    const reading = { how: 'fallback', reason: parsed.refused } as const;
    return { language: 'python', reading, measures: measuresOf(text), facts: collected.facts(), tools: [] };
  }
  const { tree } = parsed;
  const { found, tools } = factsOf(tree, parse);
  for (const each of factsOfText(text, (offset) => isInText(tree, offset))) collected.add(toFact(each));
  for (const { scope, ...each } of found) collected.add(toFact(each, scope));
  const kept = tools.slice(0, MAX_TOOLS_PER_FILE);
  for (const tool of kept) for (const each of instructionsOf(tool)) collected.add(toFact(each, 0));
  return {
    language: 'python',
    reading: tree.errors === 0 ? { how: 'parsed' } : { how: 'recovered', errors: tree.errors },
    measures: measuresOf(text),
    facts: collected.facts(),
    tools: kept.map(({ offset, ...tool }): ToolFact => {
      const { line, column } = toFact({ kind: 'instruction', by: '', value: '', offset });
      return { ...tool, line, column };
    }),
  };
}

/** What is measured on the text as it stands, stretch by stretch: patterns over millions of characters take more stack than there is. */
function factsOfText(text: string, isText?: (offset: number) => boolean): readonly Found[] {
  const found: Found[] = [];
  const encoding = unusualEncoding(text);
  if (encoding !== null) found.push(encoding);
  for (let start = 0; start < text.length; start += MEASURED) {
    const stretch = text.slice(start, start + MEASURED);
    const measured = [
      ...hiddenCodeIn(stretch, 'python', isText === undefined ? undefined : (offset) => isText(start + offset)),
      ...obfuscationIn(stretch, 'python'),
      ...hiddenInstructions(stretch).map((each) => ({ ...each, kind: 'instruction' as const })),
    ];
    for (const each of measured) found.push({ ...each, offset: start + each.offset });
  }
  return found;
}

/** Addresses of a text whose grammar was not read, stretch by stretch. */
function addressesOf(text: string): readonly Found[] {
  const found: Found[] = [];
  for (let offset = 0; offset < Math.min(text.length, MAX_FALLBACK); offset += STRETCH) {
    const stretch = text.slice(offset, offset + STRETCH);
    for (const value of destinationsIn(stretch)) found.push({ kind: 'address', by: 'text', value: cut(value), offset });
  }
  return found;
}

const MEASURED = 3_000_000;
const MAX_FALLBACK = 2_000_000;
const STRETCH = 10_000;
