import { characterOf } from './codes.ts';
import { ways, type Constant, type TextConstant } from './constants.ts';
import { joined } from './fold-joins.ts';
import type { PythonFile } from './python-file.ts';

type Affords = Pick<PythonFile, 'affords'>;

/** `'%s:%d' % (host, port)`; `*` for what is not known and for numbers that are shaped. */
export function percentFormatted(file: Affords, pattern: TextConstant, values: Constant | null): Constant | null {
  if (!pattern.whole || pattern.text.length > MAX_PATTERN) return null;
  const given = values?.is === 'list' ? values.items : [values];
  let next = 0;
  const parts: (Constant | null)[] = [];
  let at = 0;
  for (const { 0: found, 1: type, index } of pattern.text.matchAll(PERCENT)) {
    parts.push({ ...pattern, text: pattern.text.slice(at, index) });
    at = index + found.length;
    if (type === '%') {
      parts.push({ ...pattern, text: '%' });
      continue;
    }
    const isPlain = found.length === 2;
    const value = given[next] ?? null;
    next += 1;
    if (type === 'c' && value?.is === 'number') parts.push(characterOf(value.number, value.ways));
    else parts.push(isPlain ? value : null);
  }
  parts.push({ ...pattern, text: pattern.text.slice(at) });
  return joined(file, parts, ways('concatenation'));
}

const PERCENT = /%(?:\([^)]{0,60}\))?[-#0 +]{0,4}\d{0,4}(?:\.\d{1,3})?([a-zA-Z%])/g;
const MAX_PATTERN = 20_000;
