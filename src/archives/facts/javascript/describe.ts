import type { FileDescription, Reading, ToolFact } from '../../../model/source.ts';
import { collector } from '../bounds.ts';
import { hiddenCodeIn } from '../hidden-code.ts';
import { locator } from '../located.ts';
import { obfuscationIn } from '../obfuscation.ts';
import { measuresOf } from '../snippet.ts';
import { type Parsed, parseJavascript } from './parse.ts';
import { programFacts } from './program-facts.ts';
import { readPieces } from './read-pieces.ts';
import { offsetOf } from './scopes.ts';
import { isInText } from './text-spans.ts';
import type { DeclaredTool } from './tools.ts';

/**
 * What a JavaScript or TypeScript file does, from one walk over its tree.
 *
 * A file that its parser refuses, that is nested deeper than its parser's stack or longer than 4,500,000 characters is read in pieces and
 * says so. Facts stand in the order of the file.
 */
export function describeJavascript(text: string, path: string): FileDescription {
  const language = /\.[mc]?tsx?$/i.test(path) ? 'typescript' : 'javascript';
  const parsed = parseJavascript(text, path);
  const parts = parsed.how === 'refused' ? readPieces(text, path) : [{ program: parsed.program, body: null }];
  const isText = parsed.how === 'refused' ? undefined : isInText(parsed.program, parsed.comments);
  const toFact = locator(text);
  const facts = collector();
  const { told, tools } = programFacts(parts, path);
  for (const { found, scope } of told) facts.add(toFact(found, scope));
  for (const found of obfuscationIn(text, language)) facts.add(toFact(found));
  for (const found of hiddenCodeIn(text, language, isText)) facts.add(toFact(found));
  return {
    language,
    reading: readingOf(parsed),
    measures: measuresOf(text),
    facts: facts.facts(),
    tools: tools.map((tool) => toolFact(tool, toFact)),
  };
}

function readingOf(parsed: Parsed): Reading {
  if (parsed.how === 'refused') return { how: 'fallback', reason: parsed.reason };
  return parsed.how === 'recovered' ? { how: 'recovered', errors: parsed.errors } : { how: 'parsed' };
}

function toolFact({ at, ...tool }: DeclaredTool, toFact: ReturnType<typeof locator>): ToolFact {
  const { line, column } = toFact({ kind: 'instruction', by: '', value: '', offset: offsetOf(at.node) });
  return { ...tool, line, column };
}
