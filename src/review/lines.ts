import type { Verdict } from '../model/verdict.ts';
import { inert } from '../text/inert.ts';
import { ReviewError } from './review-error.ts';
import { VerdictLine } from './verdict.ts';

/** Longer than any line `verdictLine` makes, where every character is written as an escape. */
const MAX_LINE_CHARACTERS = 64_000;
/** As many as fit in a message. */
const MAX_NAMED = 10;
const MAX_PATH_CHARACTERS = 300;
const CONFLICT_MARKER = /^(<{7}|={7}|>{7}|\|{7})( |$)/;

/**
 * The verdicts of one file, in its order; empty lines are none.
 *
 * Throws ReviewError naming the lines that are none: a verdict that is left out in silence would bring back, or hide, what a
 * person decided otherwise.
 */
export function parseVerdicts(text: string, file: string): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  const damaged: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const read = parseLine(line);
    if (typeof read !== 'string') verdicts.push(read);
    else damaged.push(`  ${inert(file, MAX_PATH_CHARACTERS)}, line ${index + 1}: ${read}`);
  }
  if (damaged.length > 0) throw new ReviewError(messageOf(damaged));
  return verdicts;
}

/** A verdict, or what is wrong with the line. */
function parseLine(line: string): Verdict | string {
  if (CONFLICT_MARKER.test(line))
    return 'is a conflict marker of git; remove the markers and keep the lines of both sides';
  if (line.length > MAX_LINE_CHARACTERS) return `is longer than a verdict can be (${line.length} characters)`;
  const json = parseJson(line);
  if (json === undefined) return 'is not JSON';
  const read = VerdictLine.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : `${inert(issue.path.join('.'), 60)}: `;
  return inert(`is no verdict: ${where}${issue?.message ?? ''}`);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function messageOf(damaged: readonly string[]): string {
  const more = damaged.length > MAX_NAMED ? [`  and ${damaged.length - MAX_NAMED} more`] : [];
  const lines = damaged.length === 1 ? 'A line of verdicts' : `${damaged.length} lines of verdicts`;
  return [
    `${lines} cannot be read, so none is applied and nothing is written. Correct or remove what is named here:`,
    ...damaged.slice(0, MAX_NAMED),
    ...more,
  ].join('\n');
}
