import { type Assessed, cardOf, portfolioOf } from '../card/build.ts';
import type { Card, CardListing, Unseen } from '../card/card.ts';
import { type Listed, listedAmong, listedBy, ruleSaid, strictest } from '../config/listed-by.ts';
import type { Config } from '../config/schema.ts';
import type { IntelContext, IntelIndex } from '../intel/port.ts';
import { recallsOf } from '../intel/recalls.ts';
import type { Lookup } from '../lookup/port.ts';
import type { Twin } from '../lookup/resolve.ts';
import type { RugPullContext } from '../pipelines/rug-pull.ts';
import { assessor } from '../scoring/assess.ts';
import { askedByRugPull, catalogue } from '../../signals/index.ts';
import type { PackageReader } from './package-reader.ts';
import type { AskedServer } from './server-asked.ts';
import { repositoryUnseen, withCodeHost } from './server-hosted.ts';
import { type LiveSubject, livePackage, liveEntry } from './server-subject.ts';
import { tool } from './tool.ts';

export interface CardSettings {
  readonly lookup: Lookup | null;
  readonly reader: PackageReader;
  readonly intel: IntelIndex;
  readonly organisation: Config;
  readonly asOf: string;
  /** What was typed. */
  readonly text: string;
}

/**
 * The card of a server that was found: its record in the snapshot, its packages as their registries have them now, the signals asked
 * about both, and the lists of recalls.
 *
 * Throws UsageError for a version that its package does not have, NothingReadError for a package that could not be read.
 */
export async function serverCard(
  asked: Extract<AskedServer, { readonly kind: 'entry' | 'package' }>,
  settings: CardSettings,
): Promise<Card> {
  const { lookup, reader, intel, asOf, text } = settings;
  const isInvented = asked.kind === 'entry' && lookup?.manifest.origin === 'synthetic';
  const live = isInvented ? asInvented(asked) : await asPublished(asked, reader);
  const { subject } = live;
  const { portfolio, since } =
    lookup === null || asked.kind === 'package'
      ? { portfolio: null, since: null }
      : portfolioOf(lookup, subject.entry.namespace);
  return cardOf({
    tool: tool(),
    query: text,
    asOf,
    snapshot: lookup === null ? null : { date: lookup.manifest.date, origin: lookup.manifest.origin },
    packagesReadAt: live.readAt,
    subject,
    listings: asked.kind === 'entry' ? listingsOf(asked.entry.id, asked.entry.registry, asked.twins) : [],
    alsoNamedBy: asked.kind === 'package' ? asked.alsoNamedBy.map(({ id }) => id) : [],
    portfolio,
    namespaceSince: since,
    gateway: asked.kind === 'entry' ? asked.entry.gateway : null,
    asked: live.asked,
    assessments: assessmentsOf(asked, live, settings),
    declarations: new Map(catalogue.map((each) => [each.id, each])),
    organisation: organisationOf(asked, settings.organisation),
    recalls: recallsOf(subject, { intel, asOf }),
    unseen: [
      ...live.unseen,
      ...unseenBeside(asked, lookup),
      ...(isInvented ? [] : repositoryUnseen(subject, live.asked)),
    ],
  });
}

async function asPublished(asked: Parameters<typeof serverCard>[0], reader: PackageReader): Promise<LiveSubject> {
  const packages = asked.kind === 'entry' ? await liveEntry(asked, reader) : await livePackage(asked, reader);
  return { ...packages, subject: await withCodeHost(packages.subject, packages.asked, reader.codeHosts) };
}

/** What really has a name that somebody made up says nothing of it. */
function asInvented({ subject }: Extract<AskedServer, { readonly kind: 'entry' }>): LiveSubject {
  const unseen = [
    { what: 'packages and repository as they are now', why: 'the snapshot is synthetic, and this server is invented' },
  ];
  return { subject, asked: new Map(), readAt: null, unseen };
}

/** The lists, and the one that its entries, or the package itself, are on. null where the organisation has none. */
function organisationOf(asked: Parameters<typeof serverCard>[0], config: Config): Card['organisation'] {
  const { file, allow, block, curated } = config;
  if (file === null || allow.length + block.length + curated.length === 0) return null;
  const listed =
    asked.kind === 'entry'
      ? strictest([asked.entry, ...asked.twins.map(({ entry }) => entry)].map((each) => listedBy(config, each)))
      : listedAmong(config, packageAlone(asked.query), asked.alsoNamedBy);
  return {
    file,
    listed: listed === null ? null : { list: listed.list, by: ruleSaid(listed.rule), reason: listed.reason },
  };
}

function packageAlone({
  ecosystem,
  name: identifier,
  purl,
}: Extract<AskedServer, { kind: 'package' }>['query']): Listed {
  const name = `${ecosystem}:${identifier}`;
  const packages = [{ ecosystem, identifier, purl, version: null }];
  return { id: name, name, namespace: null, packages, repository: null, remotes: null };
}

function listingsOf(id: string, registry: string, twins: readonly Twin[]): readonly CardListing[] {
  return [
    { id, registry, because: [] },
    ...twins.map(({ entry, because }) => ({ id: entry.id, registry: entry.registry, because })),
  ];
}

/** Names are compared with a whole population, so that comes from the snapshot; a history is asked about as it is now. */
function assessmentsOf(
  asked: AskedServer,
  live: LiveSubject,
  { lookup, intel, asOf }: CardSettings,
): readonly Assessed[] {
  const known = asked.kind === 'entry' && lookup !== null ? lookup.candidates(asked.entry.id) : [];
  const inSnapshot = (pipeline: Assessed['pipeline']): Assessed => ({
    pipeline,
    from: 'snapshot',
    assessment: known.find((each) => each.pipeline === pipeline) ?? 'not fired',
  });
  const names = asked.kind === 'entry' ? [inSnapshot('lookalike')] : [];
  if (live.readAt === null) return asked.kind === 'entry' ? [...names, inSnapshot('rug-pull')] : [];
  const assessment = assessor<RugPullContext & IntelContext>(askedByRugPull, { asOf, baseline: null, intel }).assess(
    live.subject,
  );
  return [...names, { pipeline: 'rug-pull', from: 'packages', assessment }];
}

function unseenBeside({ kind }: AskedServer, lookup: Lookup | null): readonly Unseen[] {
  if (kind === 'entry') return [];
  const why =
    lookup === null
      ? 'there is no captured snapshot; "registry-audit capture" makes one'
      : 'no single entry of the snapshot names it';
  return [{ what: 'whether it is named like another server', why }];
}
