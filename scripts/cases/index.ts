import type { ReconstructedCase } from './case.ts';
import { autoRunSettings } from './techniques/auto-run-settings.ts';
import { behindBlanks } from './techniques/behind-blanks.ts';
import { browserWalletHook } from './techniques/browser-wallet-hook.ts';
import { buildWithoutAHook } from './techniques/build-without-a-hook.ts';
import { clientConfiguration } from './techniques/client-configuration.ts';
import { credentialTools } from './techniques/credential-tools.ts';
import { dayOldDependency } from './techniques/day-old-dependency.ts';
import { dnsExfiltration } from './techniques/dns-exfiltration.ts';
import { dropper } from './techniques/dropper.ts';
import { encryptedTestData } from './techniques/encrypted-test-data.ts';
import { endlessLoop } from './techniques/endless-loop.ts';
import { environmentAfterYears } from './techniques/environment-after-years.ts';
import { firstNativeBinary } from './techniques/first-native-binary.ts';
import { gitDependency } from './techniques/git-dependency.ts';
import { globalInstall } from './techniques/global-install.ts';
import { hardCodedRecipient } from './techniques/hard-coded-recipient.ts';
import { harvest } from './techniques/harvest.ts';
import { hostFromCodes } from './techniques/host-from-codes.ts';
import { installBeacon } from './techniques/install-beacon.ts';
import { instructedModel } from './techniques/instructed-model.ts';
import { invisibleCharacters } from './techniques/invisible-characters.ts';
import { localAgents } from './techniques/local-agents.ts';
import { manifestMismatch } from './techniques/manifest-mismatch.ts';
import { miner } from './techniques/miner.ts';
import { obfuscatedHook } from './techniques/obfuscated-hook.ts';
import { oddPaths } from './techniques/odd-paths.ts';
import { overThreeReleases } from './techniques/over-three-releases.ts';
import { pasteAndNpmrc } from './techniques/paste-and-npmrc.ts';
import { privateKeys } from './techniques/private-keys.ts';
import { pythonReverseShell } from './techniques/python-reverse-shell.ts';
import { pythonSetup } from './techniques/python-setup.ts';
import { pythonStealer } from './techniques/python-stealer.ts';
import { recipientInOtherLibraries } from './techniques/recipient-in-other-libraries.ts';
import { referenceSquat } from './techniques/reference-squat.ts';
import { reverseShell } from './techniques/reverse-shell.ts';
import { walletHuntingDescription } from './techniques/wallet-hunting-description.ts';
import { spreading } from './techniques/spreading.ts';
import { wipe } from './techniques/wipe.ts';
import { worm } from './techniques/worm.ts';

/**
 * Every technique of a disclosed incident that shows in an archive, and honest twins.
 *
 * Left out is what shows nowhere in one: names alone (squats of brands, versions such as 9.9.9), servers that change while they
 * run, listings of directories.
 */
export const CASES: readonly ReconstructedCase[] = [
  ...hardCodedRecipient,
  ...recipientInOtherLibraries,
  ...reverseShell,
  ...pythonReverseShell,
  ...worm,
  ...gitDependency,
  ...globalInstall,
  ...pasteAndNpmrc,
  ...miner,
  ...obfuscatedHook,
  ...installBeacon,
  ...referenceSquat,
  ...dropper,
  ...dayOldDependency,
  ...pythonStealer,
  ...pythonSetup,
  ...environmentAfterYears,
  ...spreading,
  ...harvest,
  ...localAgents,
  ...credentialTools,
  ...clientConfiguration,
  ...autoRunSettings,
  ...walletHuntingDescription,
  ...instructedModel,
  ...browserWalletHook,
  ...privateKeys,
  ...encryptedTestData,
  ...endlessLoop,
  ...wipe,
  ...behindBlanks,
  ...invisibleCharacters,
  ...hostFromCodes,
  ...buildWithoutAHook,
  ...firstNativeBinary,
  ...overThreeReleases,
  ...manifestMismatch,
  ...oddPaths,
  ...dnsExfiltration,
];
