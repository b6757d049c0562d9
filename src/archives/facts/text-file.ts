import type { FileDescription, Language, Reading } from '../../model/source.ts';
import { collector } from './bounds.ts';
import { autoRunIn } from './auto-run.ts';
import { hiddenCodeIn } from './hidden-code.ts';
import { hiddenInstructions, instructionsIn } from './instructions.ts';
import { type Found, locator } from './located.ts';
import { recipientsInJson } from './settings.ts';
import { MAX_LINES, shellFacts } from './shell.ts';
import { measuresOf } from './snippet.ts';
import { listedAddresses } from './listed-addresses.ts';

/** What agents read as their rules, unlike documents that happen to quote a prompt. */
const RULES =
  /(?:^|\/)(?:(?:claude|agents|gemini|skill|copilot-instructions)\.md|\.(?:cursor|windsurf|cline|roo)rules|[^/]{1,100}\.mdc)$/i;

/**
 * What a file holds that is no program of a parsed language: settings that something runs by itself, shell scripts by a simple grammar,
 * recipients and throw-away destinations in settings, hidden characters.
 *
 * Text that speaks to models is no fact here: prompts stand in every server's documents.
 */
export function describeText(content: Buffer, path: string, language: Language): FileDescription {
  const text = decodedText(content);
  const toFact = locator(text);
  const facts = collector();
  for (const found of foundIn(text, path, language)) facts.add(toFact(found));
  const measures = measuresOf(text);
  const isShortened = facts.leftOut() > 0 || (language === 'shell' && measures.lines > MAX_LINES);
  const reading: Reading = isShortened ? { how: 'fallback', reason: 'too much of it to keep all' } : { how: 'text' };
  return { language, reading, measures, facts: facts.facts(), tools: [] };
}

/** UTF-16 where a byte order mark says so, UTF-8 else; what is invalid becomes U+FFFD. */
export function decodedText(content: Buffer): string {
  if (content.length >= 2 && content[0] === 0xff && content[1] === 0xfe) return content.toString('utf16le', 2);
  if (content.length >= 2 && content[0] === 0xfe && content[1] === 0xff) {
    return Buffer.from(content.subarray(2, content.length - (content.length % 2)))
      .swap16()
      .toString('utf16le');
  }
  return content.toString('utf8');
}

function foundIn(text: string, path: string, language: Language): readonly Found[] {
  return [
    ...(RULES.test(path) ? instructionsIn(text) : hiddenInstructions(text)),
    ...hiddenCodeIn(text, language),
    ...autoRunIn(text, path),
    ...(language === 'shell' ? shellFacts(text) : []),
    ...(language === 'json' ? recipientsInJson(text) : []),
    ...listedAddresses(text, path, language),
  ];
}
