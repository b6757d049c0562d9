import type { Input, ServerRecord } from '../../src/model/entry.ts';

/** Inputs of all packages and remotes, in the order of the record; null where the registry lists neither. */
export function declaredInputs({ packages, remotes }: ServerRecord): readonly Input[] | null {
  if (packages === null && remotes === null) return null;
  return [...(packages ?? []), ...(remotes ?? [])].flatMap(({ inputs }) => inputs);
}
