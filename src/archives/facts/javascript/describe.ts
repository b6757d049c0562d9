import type { FileDescription, Reading, ToolFact } from '../../../model/source.ts';
import { collector } from '../bounds.ts';
import { hiddenCodeIn } from '../hidden-code.ts';
import { locator } from '../located.ts';
import { obfuscationIn } from '../obfuscation.ts';
import { lineIndex, measuresOf } from '../snippet.ts';
import { parseJavascript } from './parse.ts';
import { programFacts } from './program-facts.ts';
import { readPieces } from './read-pieces.ts';
import { offsetOf } from './scopes.ts';

/** What a JavaScript or TypeScript file does, from one walk over its tree. */
export function describeJavascript(text: string, path: string): FileDescription {
  const language = /\.[mc]?tsx?$/i.test(path) ? 'typescript' : 'javascript';
  const parsed = parseJavascript(text, path);
  const parts = parsed.how === 'refused' ? readPieces(text, path) : [{ program: parsed.program, body: null }];
  const toFact = locator(text);
  const placeOf = lineIndex(text);
  const facts = collector();
  const { told, tools } = programFacts(parts, path);
  for (const { found, scope } of told) facts.add(toFact(found, scope));
  for (const found of obfuscationIn(text, language)) facts.add(toFact(found));
  for (const found of hiddenCodeIn(text, language)) facts.add(toFact(found));
  const reading: Reading =
    parsed.how === 'refused'
      ? { how: 'fallback', reason: parsed.reason }
      : parsed.how === 'recovered'
        ? { how: 'recovered', errors: parsed.errors }
        : { how: 'parsed' };
  const declared = tools.map(({ at, ...tool }): ToolFact => ({ ...tool, ...placeOf(offsetOf(at.node)) }));
  return { language, reading, measures: measuresOf(text), facts: facts.facts(), tools: declared };
}
