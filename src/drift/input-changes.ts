import type { Input, ServerRecord } from '../model/entry.ts';
import type { ChangeKind } from '../model/drift.ts';
import { isSecretName } from '../text/secret-names.ts';
import { type Change, change } from './change.ts';

interface Pair {
  readonly before: Input;
  readonly after: Input;
}

/**
 * By kind and name over all packages and remotes of a record: where an input is declared is not what it asks for. Those of a record's
 * first package or remote, or of its last, are that change and no other.
 */
export function inputChanges(before: ServerRecord, after: ServerRecord): readonly Change[] {
  const places = PLACES.filter((place) => isOnBoth(place, before, after));
  const [was, is] = [inputsOf(before, places), inputsOf(after, places)];
  if (was.size === 0 && is.size === 0) return [];
  const came = [...is].flatMap(([key, input]) => (was.has(key) ? [] : [input]));
  const went = [...was].flatMap(([key, input]) => (is.has(key) ? [] : [input]));
  const pairs: Pair[] = [...was].flatMap(([key, input]) => {
    const other = is.get(key);
    return other === undefined ? [] : [{ before: input, after: other }];
  });
  return [
    ...listed('inputs/secret-added', [], came.filter(isSecret)),
    ...listed(
      'inputs/added',
      [],
      came.filter((input) => !isSecret(input)),
    ),
    ...listed('inputs/dropped', went, []),
    ...of('inputs/value', pairs.filter(hasOtherValue), preset),
    ...of(
      'inputs/secrecy',
      pairs.filter((pair) => (pair.before.isSecret === true) !== (pair.after.isSecret === true)),
      secrecy,
    ),
    ...of(
      'inputs/requirement',
      pairs.filter((pair) => (pair.before.isRequired === true) !== (pair.after.isRequired === true)),
      requirement,
    ),
    ...of('inputs/text', pairs.filter(saysOtherwise), worded),
  ];
}

const PLACES = ['packages', 'remotes', 'inputs'] as const satisfies readonly (keyof ServerRecord)[];
type InputPlace = (typeof PLACES)[number];

/** A registry that says nothing of a place is not compared there; inputs that stand by themselves may come and go by themselves. */
function isOnBoth(place: InputPlace, before: ServerRecord, after: ServerRecord): boolean {
  const [was, is] = [before[place], after[place]];
  if (was === null || is === null) return false;
  return place === 'inputs' || (was.length > 0 && is.length > 0);
}

/** One name in two packages is one input; twice in one package it is two, such as `-e` of a container. */
function inputsOf(record: ServerRecord, places: readonly InputPlace[]): ReadonlyMap<string, Input> {
  const lists = places.flatMap((place) =>
    place === 'inputs' ? [record.inputs ?? []] : (record[place] ?? []).map((each) => each.inputs),
  );
  const all = new Map<string, Input>();
  for (const list of lists) {
    const times = new Map<string, number>();
    for (const input of list) {
      const name = `${input.kind} ${input.name}`;
      const time = times.get(name) ?? 0;
      times.set(name, time + 1);
      const key = `${name} ${time}`;
      if (!all.has(key)) all.set(key, input);
    }
  }
  return all;
}

function listed(kind: ChangeKind, before: readonly Input[], after: readonly Input[]): readonly Change[] {
  return before.length + after.length === 0 ? [] : [change(kind, before.map(named), after.map(named))];
}

function of(kind: ChangeKind, pairs: readonly Pair[], show: (input: Input) => string): readonly Change[] {
  if (pairs.length === 0) return [];
  return [
    change(
      kind,
      pairs.map(({ before }) => show(before)),
      pairs.map(({ after }) => show(after)),
    ),
  ];
}

function isSecret({ name, isSecret: said }: Input): boolean {
  return said === true || isSecretName(name);
}

function hasOtherValue({ before, after }: Pair): boolean {
  return before.value !== after.value || before.default !== after.default;
}

function saysOtherwise({ before, after }: Pair): boolean {
  return before.description !== after.description || before.placeholder !== after.placeholder;
}

/** Positional arguments have no name, and are told apart by what they are set to. */
function named(input: Input): string {
  const { kind, name, value } = input;
  if (name !== '') return `${kind} ${name}`;
  return value === null || isSecret(input) ? kind : `${kind} "${value}"`;
}

/** A value that somebody published by mistake is not published once more. */
function preset(input: Input): string {
  if (isSecret(input)) return `${named(input)} = (not shown)`;
  return `${named(input)} = ${input.value ?? input.default ?? '(none)'}`;
}

function secrecy(input: Input): string {
  return `${named(input)}: ${input.isSecret === true ? 'secret' : 'not marked as secret'}`;
}

function requirement(input: Input): string {
  return `${named(input)}: ${input.isRequired === true ? 'required' : 'not marked as required'}`;
}

function worded(input: Input): string {
  return `${named(input)}: ${input.description ?? ''}`;
}
