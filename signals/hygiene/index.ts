import type { Signal } from '../../src/signal.ts';
import { credentialsInUrl } from './credentials-in-url.ts';
import { dangerousArg } from './dangerous-arg.ts';
import { dateMissingOrFuture } from './date-missing-or-future.ts';
import { deprecatedOrDeleted } from './deprecated-or-deleted.ts';
import { genericDescription } from './generic-description.ts';
import { mcpbNoSha } from './mcpb-no-sha.ts';
import { noRepository } from './no-repository.ts';
import { ociNotDigest } from './oci-not-digest.ts';
import { ownershipUnproven } from './ownership-unproven.ts';
import { placeholderInputs } from './placeholder-inputs.ts';
import { recentlyPublished } from './recently-published.ts';
import { remoteIpOrPrivateHost } from './remote-ip-or-private-host.ts';
import { remoteNotHttps } from './remote-not-https.ts';
import { secretNotMarked } from './secret-not-marked.ts';
import { tunnelHost } from './tunnel-host.ts';
import { unpinnedVersion } from './unpinned-version.ts';
import { versionNotSemver } from './version-not-semver.ts';

/** Facts beside a score, worth no points: what the entry is, what it installs, where it goes, what it asks for. */
export const hygieneSignals: readonly Signal<{ readonly asOf: string }>[] = [
  deprecatedOrDeleted,
  noRepository,
  ownershipUnproven,
  recentlyPublished,
  dateMissingOrFuture,
  versionNotSemver,
  genericDescription,
  unpinnedVersion,
  ociNotDigest,
  mcpbNoSha,
  dangerousArg,
  remoteNotHttps,
  remoteIpOrPrivateHost,
  tunnelHost,
  credentialsInUrl,
  secretNotMarked,
  placeholderInputs,
];
