import type { Evidence } from '../model/finding.ts';
import { type Unseen, unseen } from '../signal.ts';
import type { PackageName, View } from './lookalike.ts';

/** What a look at the names of an entry's packages finds; unseen where its registry does not show them. */
export function inPackageNames(
  { packages }: View,
  look: (seen: PackageName) => readonly Evidence[],
): readonly Evidence[] | Unseen {
  return packages === null ? unseen('the registry does not show its packages') : packages.flatMap(look);
}
