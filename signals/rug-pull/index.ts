import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import type { Signal } from '../../src/signal.ts';
import { archiveDigestDiffers } from './archive-digest-differs.ts';
import { archiveIrregular } from './archive-irregular.ts';
import { argsCommandChanged } from './args-command-changed.ts';
import { autoRunSettingAdded } from './auto-run-setting-added.ts';
import { credentialAccessAdded } from './credential-access-added.ts';
import { decodedExecutionAdded } from './decoded-execution-added.ts';
import { deletedButListed } from './deleted-but-listed.ts';
import { dependencyAddedSuspicious } from './dependency-added-suspicious.ts';
import { destructiveCommandAdded } from './destructive-command-added.ts';
import { distTagRollback } from './dist-tag-rollback.ts';
import { dormantRevival } from './dormant-revival.ts';
import { fileGrowth } from './file-growth.ts';
import { gypBuildAdded } from './gyp-build-added.ts';
import { hiddenCodeAdded } from './hidden-code-added.ts';
import { installHookFile } from './install-hook-file.ts';
import { installScriptAdded } from './install-script-added.ts';
import { instructionInTool } from './instruction-in-tool.ts';
import { instructionAdded } from './instruction-added.ts';
import { ipOrSocketDestination } from './ip-or-socket-destination.ts';
import { manifestMismatch } from './manifest-mismatch.ts';
import { namespaceOrphaned } from './namespace-orphaned.ts';
import { nativeBinaryAdded } from './native-binary-added.ts';
import { newHost } from './new-host.ts';
import { newSink } from './new-sink.ts';
import { notRead } from './not-read.ts';
import { obfuscationAdded } from './obfuscation-added.ts';
import { packageIdentifierReplaced } from './package-identifier-replaced.ts';
import { patchedGlobalAdded } from './patched-global-added.ts';
import { provenanceDowngrade } from './provenance-downgrade.ts';
import { publisherChanged } from './publisher-changed.ts';
import { pythonAutoRun } from './python-auto-run.ts';
import { recipientLiteralAdded } from './recipient-literal-added.ts';
import { remoteDomainReplaced } from './remote-domain-replaced.ts';
import { repoOwnerChanged } from './repo-owner-changed.ts';
import { repoRemoved } from './repo-removed.ts';
import { secretEnvironmentAdded } from './secret-environment-added.ts';
import { secretInputAdded } from './secret-input-added.ts';
import { sizeJump } from './size-jump.ts';
import { statusFlip } from './status-flip.ts';
import { toolsChanged } from './tools-changed.ts';
import { unpublishedVersions } from './unpublished-versions.ts';
import { versionBurst } from './version-burst.ts';
import { versionWithoutTag } from './version-without-tag.ts';

/** In reading order: what is known, what the code came to do, what runs, where it goes, who publishes it, what else changed, what was not read. */
export const rugPullSignals: readonly Signal<RugPullContext>[] = [
  deletedButListed,
  recipientLiteralAdded,
  decodedExecutionAdded,
  hiddenCodeAdded,
  ipOrSocketDestination,
  credentialAccessAdded,
  autoRunSettingAdded,
  patchedGlobalAdded,
  destructiveCommandAdded,
  newHost,
  newSink,
  obfuscationAdded,
  installScriptAdded,
  installHookFile,
  manifestMismatch,
  gypBuildAdded,
  pythonAutoRun,
  dependencyAddedSuspicious,
  argsCommandChanged,
  remoteDomainReplaced,
  publisherChanged,
  archiveDigestDiffers,
  dormantRevival,
  provenanceDowngrade,
  namespaceOrphaned,
  repoOwnerChanged,
  repoRemoved,
  packageIdentifierReplaced,
  instructionInTool,
  toolsChanged,
  instructionAdded,
  secretEnvironmentAdded,
  secretInputAdded,
  archiveIrregular,
  versionBurst,
  versionWithoutTag,
  sizeJump,
  fileGrowth,
  nativeBinaryAdded,
  unpublishedVersions,
  distTagRollback,
  statusFlip,
  notRead,
];
