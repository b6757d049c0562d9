import type { Manifest } from '../model/snapshot.ts';
import { registries } from '../registries/index.ts';

/** What the registries of a snapshot ask to be said where their listings are shown; invented listings are nobody's. */
export function attributionsOf({ origin, coverage }: Pick<Manifest, 'origin' | 'coverage'>): readonly string[] {
  if (origin === 'synthetic') return [];
  const shown = new Set(coverage.filter(({ rows }) => rows > 0).map(({ registry }) => registry));
  return registries.flatMap(({ id, attribution }) => (shown.has(id) && attribution !== null ? [attribution] : []));
}
