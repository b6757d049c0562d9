import type { Card } from '../card/card.ts';
import { checkManifest, manifestOf } from '../card/manifest.ts';
import { renderCardJson } from '../report/card-json.ts';
import { renderCardMarkdown } from '../report/card-markdown.ts';
import { renderCardTerminal } from '../report/card-terminal.ts';
import { renderManifestCheck } from '../report/manifest-check.ts';
import { inertJson } from '../text/inert.ts';
import { capabilityManifest } from './capability-manifests.ts';
import { captureClock, dateOf } from './clock.ts';
import { withConfiguration } from './config.ts';
import { checkCoordinate } from './coordinate.ts';
import { EXIT, type ExitCode, NothingReadError, UsageError } from './exit.ts';
import { currentIntel } from './intel-lists.ts';
import { choose, unknown } from './not-one-server.ts';
import { openPackageReader } from './package-reader.ts';
import { askedServer, lookupFor } from './server-asked.ts';
import { serverCard } from './server-card.ts';
import { terminal } from './terminal.ts';

export interface InfoOptions {
  readonly server: string;
  /** File of the organisation's lists; the nearest one by default. */
  readonly config?: string | undefined;
  readonly snapshots: string;
  readonly snapshot?: string | undefined;
  readonly cache?: string | undefined;
  readonly intel?: string | undefined;
  readonly feed?: readonly string[] | undefined;
  readonly offline: boolean;
  readonly live: boolean;
  readonly baseUrl?: readonly string[] | undefined;
  readonly json: boolean;
  readonly markdown: boolean;
  readonly manifest: boolean;
  /** A capability manifest to hold against what is seen. */
  readonly check?: string | undefined;
  readonly progress: boolean;
  readonly verbose: boolean;
}

/** Prints the card of a server; a name of several servers, or of none, prints what there is to choose from. */
export async function info(given: InfoOptions): Promise<ExitCode> {
  checkOptions(given);
  const options = await withConfiguration(given, given.config);
  const now = captureClock(process.env);
  const lookup = await lookupFor(options.server, options);
  const reader = await openPackageReader({ ...options, now });
  try {
    const asked = await askedServer(lookup, options.server);
    if (asked.kind === 'choice') return choose(asked.entries, lookup, options);
    if (asked.kind === 'none') return unknown(asked, lookup, options);
    const { organisation, server: text } = options;
    const settings = { lookup, reader, organisation, intel: currentIntel(options), asOf: dateOf(now()), text };
    return show(await serverCard(asked, settings), options);
  } finally {
    await reader.close();
    lookup?.close();
  }
}

function checkOptions({ server, json, markdown, manifest, check, live, offline }: InfoOptions): void {
  if (check !== undefined && (markdown || manifest)) {
    throw new UsageError('--check is answered as text or with --json; leave out --markdown and --manifest.');
  }
  if ([json, markdown, manifest].filter(Boolean).length > 1) {
    throw new UsageError('--json, --markdown and --manifest are three forms of one answer; name one of them.');
  }
  checkCoordinate(server);
  if (live && offline) throw new UsageError('--live asks anew, and --offline asks nothing; name one of them.');
}

function show(card: Card, options: InfoOptions): ExitCode {
  const { json, markdown, manifest, check } = options;
  if (check !== undefined) return checked(card, check, options);
  if (manifest) return showManifest(card);
  if (json) console.log(renderCardJson(card));
  else if (markdown) console.log(renderCardMarkdown(card));
  else console.log(renderCardTerminal(card, terminal()));
  return EXIT.done;
}

/** Ends with 1 where something was seen that the manifest does not declare. */
function checked({ capabilities }: Card, file: string, { json }: InfoOptions): ExitCode {
  const manifest = capabilityManifest(file, '--check');
  const result = checkManifest(manifest, capabilities);
  console.log(json ? inertJson({ manifest: file, ...result }, 1) : renderManifestCheck(result, terminal()));
  return result.outcome === 'exceeds' ? EXIT.gateMet : EXIT.done;
}

/** Throws NothingReadError where no code was read: an empty manifest would say that the server does nothing. */
function showManifest({ capabilities, packages, name }: Card): ExitCode {
  if (capabilities === null)
    throw new NothingReadError(`no code of "${name}" was read, so there is nothing to declare.`);
  const about = packages?.find(({ version }) => version !== null);
  const server = about === undefined ? name : `${about.ecosystem}:${about.identifier}`;
  console.log(inertJson(manifestOf({ server, version: about?.version ?? null }, capabilities), 2));
  return EXIT.done;
}
