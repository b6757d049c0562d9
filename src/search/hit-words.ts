import { TIERS } from '../model/candidate.ts';
import { repositoryPath } from '../text/repository-path.ts';
import type { SearchReport } from './report.ts';

/** A hit as the table's cells say it: words without width or colour, not yet inert. */
export type Shown = SearchReport['hits'][number];

export function cellsOf(hit: Shown, isLive: boolean): readonly string[] {
  return [
    hit.name,
    brandOf(hit),
    repositoryOf(hit),
    ageOf(hit),
    registriesOf(hit),
    hit.provenance ?? 'unknown',
    firedOf(hit, isLive),
  ];
}

export function brandOf({ brand }: Shown): string {
  if (brand === null) return '-';
  return brand.relation === 'unknown' ? `${brand.id}, unknown` : `${brand.relation} ${brand.id}`;
}

/** The host is said where it is not the usual one. */
export function repositoryOf({ repository }: Shown): string {
  if (repository === null) return 'unknown';
  if (repository === 'none') return 'none';
  return repositoryPath(repository)?.repository.replace(/^github\.com\//, '') ?? repository;
}

export function ageOf({ ageDays }: Shown): string {
  return ageDays === null ? 'unknown' : `${ageDays} d`;
}

/** The one whose name is shown, and how many more. */
function registriesOf({ id, registries }: Shown): string {
  const own = id.slice(0, id.indexOf(':'));
  return registries.length < 2 ? own : `${own} +${registries.length - 1}`;
}

/** Of a record of now, what a snapshot found or did not find is of its date. */
export function firedOf({ fired, depth, assessed }: Shown, isLive: boolean): string {
  const [worst] = worstFirst(fired);
  if (worst !== undefined) return `${worst.tier} ${worst.pipeline}`;
  if (assessed === null) return 'not assessed';
  if (isLive) return `none by ${assessed}`;
  return depth === 'name' ? 'seen by name only' : 'nothing fired';
}

export function worstFirst(fired: Shown['fired']): Shown['fired'] {
  return fired.toSorted((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.score - a.score);
}
