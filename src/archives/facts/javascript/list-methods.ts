import { MAX_FOLDED_CHARACTERS } from '../bounds.ts';
import type { Evaluator } from './evaluator.ts';
import { asText, exactText, isList, type List, list, UNKNOWN, type Value } from './values.ts';

/** Methods of lists that are folded. */
export const LIST_METHODS: readonly string[] =
  'at concat filter flat flatMap indexOf includes join map reduce reduceRight reverse slice toReversed'.split(' ');

/** What a method of a constant list gives, functions applied to its elements. */
export function listMethod(evaluator: Evaluator, { items }: List, method: string, given: readonly Value[]): Value {
  const [first, second] = given;
  switch (method) {
    case 'join':
      return joined(evaluator, items, first === undefined ? ',' : exactText(first));
    case 'toString':
      return joined(evaluator, items, ',');
    case 'reverse':
    case 'toReversed':
      if (items.every((item) => typeof item === 'string' || typeof item === 'number'))
        evaluator.note('reversed', items.length);
      return list(items.toReversed());
    case 'map':
    case 'flatMap':
      return first === undefined ? UNKNOWN : mapped(evaluator, items, first, method === 'flatMap');
    case 'filter': {
      const kept = first === undefined ? UNKNOWN : mapped(evaluator, items, first, false);
      if (!isList(kept) || kept.items.includes(UNKNOWN)) return UNKNOWN;
      return list(items.filter((_, index) => Boolean(kept.items[index])));
    }
    case 'reduce':
      return reduced(evaluator, items, given);
    case 'reduceRight':
      return reduced(evaluator, items.toReversed(), given);
    case 'slice':
      return typeof first === 'string' ? UNKNOWN : list(items.slice(place(first), place(second)));
    case 'concat':
      return list([...items, ...flattened(given)]);
    case 'flat':
      return list(flattened(items));
    case 'at':
      return typeof first === 'number' ? items.at(first) : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function joined(evaluator: Evaluator, items: readonly Value[], separator: string | null): Value {
  if (separator === null) return UNKNOWN;
  let text = '';
  for (const [index, item] of items.entries()) {
    text += (index === 0 ? '' : separator) + (item === null || item === undefined ? '' : asText(item));
    if (text.length > MAX_FOLDED_CHARACTERS) return UNKNOWN;
  }
  if (items.length > 1) evaluator.note('array-join', text.length);
  return text;
}

function mapped(evaluator: Evaluator, items: readonly Value[], called: Value, flat: boolean): Value {
  const results: Value[] = [];
  for (const [index, item] of items.entries()) {
    if (!evaluator.step()) return UNKNOWN;
    const result = evaluator.apply(called, [item, index, list(items)]);
    if (result === UNKNOWN && index === 0) return UNKNOWN;
    if (flat && isList(result)) results.push(...result.items);
    else results.push(result);
  }
  return list(results);
}

function reduced(evaluator: Evaluator, items: readonly Value[], [called, start]: readonly Value[]): Value {
  if (called === undefined) return UNKNOWN;
  let value = start === undefined ? items[0] : start;
  for (const [index, item] of (start === undefined ? items.slice(1) : items).entries()) {
    if (!evaluator.step()) return UNKNOWN;
    value = evaluator.apply(called, [value, item, index]);
    if (value === UNKNOWN) return UNKNOWN;
  }
  return value;
}

function flattened(items: readonly Value[]): readonly Value[] {
  const flat: Value[] = [];
  for (const item of items) {
    if (isList(item)) flat.push(...item.items);
    else flat.push(item);
  }
  return flat;
}

function place(value: Value | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
