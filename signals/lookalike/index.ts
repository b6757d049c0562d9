import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import type { Signal } from '../../src/signal.ts';
import { explainedByGateway } from '../gateway/explained-by-gateway.ts';
import { absurdFirstVersion } from './absurd-first-version.ts';
import { attestedOwnRepository } from './attested-own-repository.ts';
import { brandPackage } from './brand-package.ts';
import { brandToken } from './brand-token.ts';
import { brandTypo } from './brand-typo.ts';
import { cloneDescription } from './clone-description.ts';
import { copiedDescription } from './copied-description.ts';
import { crossEcosystemTwin } from './cross-ecosystem-twin.ts';
import { domainLookalike } from './domain-lookalike.ts';
import { emptyShell } from './empty-shell.ts';
import { establishedName } from './established-name.ts';
import { forkOfVendor } from './fork-of-vendor.ts';
import { freshPublisher } from './fresh-publisher.ts';
import { homoglyphCaseSeparator } from './homoglyph-case-separator.ts';
import { namespaceLookalike } from './namespace-lookalike.ts';
import { officialClaim } from './official-claim.ts';
import { packageClaimedTwice } from './package-claimed-twice.ts';
import { packageRepoClaim } from './package-repo-claim.ts';
import { popularPackage } from './popular-package.ts';
import { referenceNameSquat } from './reference-name-squat.ts';
import { repoAttributionMismatch } from './repo-attribution-mismatch.ts';
import { saysUnofficial } from './says-unofficial.ts';
import { scopeDrop } from './scope-drop.ts';
import { targetRatio } from './target-ratio.ts';
import { vendorHasOfficial } from './vendor-has-official.ts';
import { vendorListed } from './vendor-listed.ts';
import { vendorNamespace } from './vendor-namespace.ts';
import { vendorPackageMaintainer } from './vendor-package-maintainer.ts';
import { vendorRepoClaim } from './vendor-repo-claim.ts';

/** In reading order: names, publisher, what it says and holds, where it answers; then what clears. */
export const lookalikeSignals: readonly Signal<LookalikeContext>[] = [
  brandToken,
  brandPackage,
  vendorHasOfficial,
  referenceNameSquat,
  scopeDrop,
  popularPackage,
  homoglyphCaseSeparator,
  brandTypo,
  namespaceLookalike,
  establishedName,
  vendorRepoClaim,
  packageRepoClaim,
  repoAttributionMismatch,
  packageClaimedTwice,
  crossEcosystemTwin,
  forkOfVendor,
  freshPublisher,
  targetRatio,
  officialClaim,
  cloneDescription,
  copiedDescription,
  emptyShell,
  absurdFirstVersion,
  domainLookalike,
  vendorNamespace,
  vendorListed,
  vendorPackageMaintainer,
  attestedOwnRepository,
  saysUnofficial,
  explainedByGateway,
];
