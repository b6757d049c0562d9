import { inertJson } from '../text/inert.ts';

/** Where a built page takes what its first table needs, and, behind its script, what waits until it is asked for. */
export const DATA_MARK = '<!--data-->';
export const MORE_MARK = '<!--more-->';

/** What stands before, between and behind the places for data. Throws where the template has no place for them. */
export function parted(template: string): readonly [string, string, string] {
  const [before, rest = '', ...others] = template.split(DATA_MARK);
  const [script, after, ...more] = rest.split(MORE_MARK);
  if (before === undefined || script === undefined || after === undefined || others.length + more.length > 0) {
    throw new Error('the built page has no place for data');
  }
  return [before, script, after];
}

/** A value as a block that the page finds by its id: no script, and nothing in it is markup. */
export function block(id: string, value: unknown): string {
  return `${open(id)}${inertData(value)}\n${CLOSE}\n`;
}

/** A block of one value a line, each parsed when it is asked for. */
export function* lineBlock(id: string, values: Iterable<unknown>): Generator<string> {
  yield open(id);
  for (const value of values) yield `${inertData(value)}\n`;
  yield `${CLOSE}\n`;
}

const CLOSE = '</script>';

function open(id: string): string {
  return `<script type="application/json" id="${id}">\n`;
}

/** `<` stands only in strings of JSON, where an escape means the same. */
function inertData(value: unknown): string {
  return inertJson(value).replaceAll('<', '\\u003c');
}
