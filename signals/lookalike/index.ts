import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import type { Signal } from '../../src/signal.ts';
import { attestedOwnRepository } from './attested-own-repository.ts';
import { brandToken } from './brand-token.ts';
import { brandTypo } from './brand-typo.ts';
import { cloneDescription } from './clone-description.ts';
import { domainLookalike } from './domain-lookalike.ts';
import { homoglyphCaseSeparator } from './homoglyph-case-separator.ts';
import { namespaceLookalike } from './namespace-lookalike.ts';
import { officialClaim } from './official-claim.ts';
import { packageRepoClaim } from './package-repo-claim.ts';
import { referenceNameSquat } from './reference-name-squat.ts';
import { saysUnofficial } from './says-unofficial.ts';
import { scopeDrop } from './scope-drop.ts';
import { vendorListed } from './vendor-listed.ts';
import { vendorNamespace } from './vendor-namespace.ts';
import { vendorPackageMaintainer } from './vendor-package-maintainer.ts';
import { vendorRepoClaim } from './vendor-repo-claim.ts';

/** In reading order: names, publisher, what it says, where it answers; then what clears. */
export const lookalikeSignals: readonly Signal<LookalikeContext>[] = [
  brandToken,
  referenceNameSquat,
  scopeDrop,
  homoglyphCaseSeparator,
  brandTypo,
  namespaceLookalike,
  vendorRepoClaim,
  packageRepoClaim,
  officialClaim,
  cloneDescription,
  domainLookalike,
  vendorNamespace,
  vendorListed,
  vendorPackageMaintainer,
  attestedOwnRepository,
  saysUnofficial,
];
