import { taggedVersion } from '../evidence/dist-tag.ts';
import type { Pointer } from '../model/place.ts';
import type { Packument } from '../model/release.ts';

/** What npm puts in the place of a package that it takes away. */
const HOLDING_VERSION = /^0\.0\.1-security(?:\.\d{1,6})?$/;
const HOLDING_DESCRIPTION = /^security holding package\.?$/i;
const MAX_DESCRIPTION_CHARACTERS = 200;

/** Where a history shows that its registry holds the name, and what stands there; null where it does not. Only npm does so. */
export function holdingOf(packument: Packument): { at: Pointer; observed: string } | null {
  const { ecosystem, description } = packument;
  if (ecosystem !== 'npm') return null;
  const latest = taggedVersion(packument, 'latest');
  if (latest !== undefined && HOLDING_VERSION.test(latest)) return { at: '/dist-tags/latest', observed: latest };
  const isHeld =
    description !== null &&
    description.length <= MAX_DESCRIPTION_CHARACTERS &&
    HOLDING_DESCRIPTION.test(description.trim());
  return isHeld ? { at: '/description', observed: description } : null;
}
