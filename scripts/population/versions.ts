/** Version numbers and publishing times, as publishers move them. */
import { BUMP, FIRST_VERSION, GAP_HOURS, ODD_VERSION, ODD_VERSIONS, VERSIONS } from './figures.ts';
import { HOUR_MS } from './moments.ts';
import { between, happens, quantile, weighted, type Chance } from './random.ts';

export function rowCount(chance: Chance): number {
  if (happens(chance, VERSIONS.single)) return 1;
  return Math.min(VERSIONS.most, Math.floor(2 * (1 - chance()) ** (-1 / VERSIONS.tail)));
}

export function firstVersion(chance: Chance): string {
  if (happens(chance, ODD_VERSION)) return weighted(chance, ODD_VERSIONS);
  const first = weighted(chance, FIRST_VERSION);
  return happens(chance, 0.25) ? bumped(first, 'patch', between(chance, 1, 6)) : first;
}

export function nextVersion(chance: Chance, version: string): string {
  return bumped(version, weighted(chance, BUMP), 1);
}

/** The next number; versions that are no three numbers get a counter, as their publishers do. */
export function bumped(version: string, part: 'patch' | 'minor' | 'major', by: number): string {
  const numbers = version.split('.').map(Number);
  const [major = 0, minor = 0, patch = 0] = numbers;
  if (numbers.length !== 3 || numbers.some(Number.isNaN)) return `${version}.${by}`;
  if (part === 'major') return `${major + by}.0.0`;
  return part === 'minor' ? `${major}.${minor + by}.0` : `${major}.${minor}.${patch + by}`;
}

/**
 * Publishing times from the first on, rising, none after `asOfMs`.
 *
 * A publisher's tempo holds for all its gaps; where the gaps do not fit they are squeezed into the time there is.
 */
export function publishingTimes(
  chance: Chance,
  of: { firstMs: number; asOfMs: number; count: number },
): readonly number[] {
  const gaps = Array.from({ length: of.count - 1 }, () => quantile(chance, GAP_HOURS, 'log') * HOUR_MS);
  const span = gaps.reduce((sum, gap) => sum + gap, 0);
  const room = (of.asOfMs - of.firstMs) * (0.3 + 0.7 * chance());
  const squeeze = span > room ? room / span : 1;
  let atMs = of.firstMs;
  return [atMs, ...gaps.map((gap) => (atMs += Math.max(1000, gap * squeeze)))].map((each) =>
    Math.min(each, of.asOfMs - 1),
  );
}
