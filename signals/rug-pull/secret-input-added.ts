import { cite } from '../../src/evidence/cite.ts';
import { acrossRecords, recordLabel, shortened, type Looked, type Pair } from '../../src/evidence/history.ts';
import type { Input, PackageReference, Remote, ServerRecord } from '../../src/model/entry.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

/**
 * A later version asks for a secret that no earlier one asked for.
 *
 * Inputs are told apart by kind and name without case; marking an input as secret that was always there is not a new one, nor is
 * what comes with the first package or remote of a record.
 */
export const secretInputAdded = defineSignal({
  id: 'rug-pull/secret-input-added',
  title: 'New secret asked for',
  family: 'C',
  needs: 'metadata',
  weight: 12,
  rationale: 'Every secret handed over is one more that the server, or whoever takes it over, can use elsewhere.',
  falsePositives: 'New features need new keys. Read whether the secret belongs to the service the server is for.',
  baseRate: {
    value: '18 of 1,062 servers (1.7 %)',
    population: 'official registry, 1,591 pairs of version rows',
    date: '2025-12-12',
  },
  references: [
    'https://github.com/modelcontextprotocol/registry/blob/main/docs/reference/server-json/generic-server-json.md',
  ],

  detect(subject, context: RugPullContext) {
    return acrossRecords(subject, context, newSecrets);
  },
});

function newSecrets({ before, after }: Pair<ServerRecord>): Looked {
  if (!listsInputs(before) || !listsInputs(after)) return { unseen: 'the registry does not list inputs' };
  if (!asksForSecret(after) || !runsSomething(before)) return [];
  const was = inputsOf(before);
  // Most inputs stand where they stood, which costs less to see than a set of them all.
  const moved = inputsOf(after).filter((input, index) => isSecret(input) && !isSame(input, was[index]));
  if (moved.length === 0) return [];
  const known = new Set(was.map(identity));
  return moved
    .filter((input) => !known.has(identity(input)))
    .map((input) =>
      cite(after.place, input.at, {
        statement: `${recordLabel(after)} asks for the secret ${shortened(input.name)} (${input.kind}), which ${recordLabel(before)} did not`,
        observed: input.name,
      }),
    );
}

/** Not where the registry lists neither packages nor remotes nor inputs of its own. */
function listsInputs({ packages, remotes, inputs }: ServerRecord): boolean {
  return packages !== null || remotes !== null || inputs !== null;
}

function inputsOf({ packages, remotes, inputs }: ServerRecord): readonly Input[] {
  const all: Input[] = [];
  for (const part of [packages, remotes]) {
    for (const each of part ?? []) for (const input of each.inputs) all.push(input);
  }
  for (const input of inputs ?? []) all.push(input);
  return all;
}

function asksForSecret({ packages, remotes, inputs }: ServerRecord): boolean {
  return (packages?.some(holdsSecret) || remotes?.some(holdsSecret) || inputs?.some(isSecret)) ?? false;
}

function holdsSecret({ inputs }: Pick<PackageReference | Remote, 'inputs'>): boolean {
  return inputs.some(isSecret);
}

function isSecret(input: Input): boolean {
  return input.isSecret === true;
}

function runsSomething({ packages, remotes, inputs }: ServerRecord): boolean {
  return (packages?.length ?? 0) + (remotes?.length ?? 0) + (inputs?.length ?? 0) > 0;
}

function isSame(input: Input, other: Input | undefined): boolean {
  return input.name === other?.name && input.kind === other.kind;
}

function identity({ kind, name }: Input): string {
  return `${kind} ${name.toLowerCase()}`;
}
