import type { Get } from '../fetch/port.ts';
import { npmOrigin, type NpmOrigin } from './npm-origin.ts';
import type { OriginOptions } from './options.ts';
import { pypiOrigin, type PypiOrigin } from './pypi-origin.ts';
import type { NpmClaim, PypiClaim, ReleaseClaim } from './release-claim.ts';

export type ReleaseOrigin = NpmOrigin | PypiOrigin;

/**
 * Where one release comes from: asks its registry for attestations through `get` and checks them offline.
 *
 * What was expected to be missing and what could not be fetched are answers, see `Answer`; nothing here is a reason to lower a score.
 * Throws only what is neither a FetchError nor about the bytes, that is, a bug.
 */
export function originOf(get: Get, release: NpmClaim, options: OriginOptions): Promise<NpmOrigin>;
export function originOf(get: Get, release: PypiClaim, options: OriginOptions): Promise<PypiOrigin>;
export function originOf(get: Get, release: ReleaseClaim, options: OriginOptions): Promise<ReleaseOrigin>;
export function originOf(get: Get, release: ReleaseClaim, options: OriginOptions): Promise<ReleaseOrigin> {
  return release.ecosystem === 'npm' ? npmOrigin(get, release, options) : pypiOrigin(get, release, options);
}
