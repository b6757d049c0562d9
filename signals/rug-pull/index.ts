import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import type { Signal } from '../../src/signal.ts';
import { argsCommandChanged } from './args-command-changed.ts';
import { deletedButListed } from './deleted-but-listed.ts';
import { dependencyAddedSuspicious } from './dependency-added-suspicious.ts';
import { distTagRollback } from './dist-tag-rollback.ts';
import { dormantRevival } from './dormant-revival.ts';
import { installScriptAdded } from './install-script-added.ts';
import { packageIdentifierReplaced } from './package-identifier-replaced.ts';
import { provenanceDowngrade } from './provenance-downgrade.ts';
import { publisherChanged } from './publisher-changed.ts';
import { remoteDomainReplaced } from './remote-domain-replaced.ts';
import { repoOwnerChanged } from './repo-owner-changed.ts';
import { repoRemoved } from './repo-removed.ts';
import { secretInputAdded } from './secret-input-added.ts';
import { securityHolding } from './security-holding.ts';
import { sizeJump } from './size-jump.ts';
import { statusFlip } from './status-flip.ts';
import { unpublishedVersions } from './unpublished-versions.ts';
import { versionBurst } from './version-burst.ts';

/** In reading order: what is known, what runs, where it goes, who publishes it, what else changed, what clears. */
export const rugPullSignals: readonly Signal<RugPullContext>[] = [
  securityHolding,
  deletedButListed,
  installScriptAdded,
  dependencyAddedSuspicious,
  argsCommandChanged,
  remoteDomainReplaced,
  publisherChanged,
  dormantRevival,
  provenanceDowngrade,
  repoOwnerChanged,
  repoRemoved,
  packageIdentifierReplaced,
  secretInputAdded,
  versionBurst,
  sizeJump,
  unpublishedVersions,
  distTagRollback,
  statusFlip,
];
