import type { Json } from '../../../model/place.ts';
import { argumentsOf } from './calls.ts';
import { isText, wholeText } from './constants.ts';
import { valueNode } from './entries.ts';
import { FIELD, KIND } from './grammar.ts';
import type { PythonFile } from './python-file.ts';
import { afterOf, childIn, childrenOf, kindOf, sourceOf } from './tree.ts';

/** How much more may be written: what refers to itself several times grows beyond all bounds. */
export interface Room {
  left: number;
}

export function newRoom(): Room {
  return { left: MAX_VALUES };
}

/**
 * A literal of dictionaries, lists and constants as JSON; null for what is not constant.
 *
 * Keyword arguments count as a dictionary: `dict(a=1)`, `ToolAnnotations(readOnlyHint=True)`. Deeper than 12 levels, beyond the first
 * 200 members and beyond the room is null or left out.
 */
export function jsonOf(file: PythonFile, written: number, room: Room = newRoom(), depth = 0): Json {
  const { tree } = file;
  room.left -= 1;
  if (depth > MAX_DEPTH || room.left < 0) return null;
  const node = valueNode(file, written);
  switch (kindOf(tree, node)) {
    case KIND.true:
      return true;
    case KIND.false:
      return false;
    case KIND.none:
      return null;
    case KIND.float: {
      const number = Number(sourceOf(tree, node).replaceAll('_', ''));
      return Number.isFinite(number) ? number : null;
    }
    case KIND.dictionary:
      return Object.fromEntries(
        childrenOf(tree, node)
          .slice(0, MAX_MEMBERS)
          .flatMap((pair) => entry(file, { pair, room, depth })),
      );
    case KIND.list:
    case KIND.tuple:
    case KIND.set:
      return childrenOf(tree, node)
        .slice(0, MAX_MEMBERS)
        .map((child) => jsonOf(file, child, room, depth + 1));
    default: {
      const constant = file.fold(node);
      if (constant?.is === 'number') return constant.number;
      if (isText(constant)) return constant.whole ? constant.text.slice(0, MAX_TEXT) : null;
      return kindOf(tree, node) === KIND.call ? ofKeywords(file, { call: node, room, depth }) : null;
    }
  }
}

interface Inside {
  readonly room: Room;
  readonly depth: number;
}

function entry(
  file: PythonFile,
  { pair, room, depth }: Inside & { readonly pair: number },
): readonly (readonly [string, Json])[] {
  const key = childIn(file.tree, pair, FIELD.key);
  const value = childIn(file.tree, pair, FIELD.value);
  const name = key === null ? null : wholeText(file.fold(key));
  return name === null || value === null ? [] : [[name.slice(0, MAX_TEXT), jsonOf(file, value, room, depth + 1)]];
}

function ofKeywords(file: PythonFile, { call, room, depth }: Inside & { readonly call: number }): Json {
  const { named } = argumentsOf(file.tree, call);
  if (named.size === 0 || afterOf(file.tree, call) - call > MAX_CALL) return null;
  return Object.fromEntries([...named].map(([name, value]) => [name, jsonOf(file, value, room, depth + 1)]));
}

const MAX_VALUES = 1_000;
const MAX_DEPTH = 12;
const MAX_MEMBERS = 200;
const MAX_TEXT = 4_000;
const MAX_CALL = 2_000;
