import type { Capabilities } from '../card/capabilities.ts';
import type { Card, CardChanges, CardPackage } from '../card/card.ts';
import type { Changed } from '../card/changes.ts';
import { type Permission, PERMISSION_CLASSES, type PermissionClass } from '../card/permissions.ts';
import { numberOf } from '../text/number-of.ts';

/** What the card says in words, the same on a terminal and in a pull request. Texts of strangers go through `inert` where they are shown. */
export const PERMISSION_TITLES: Readonly<Record<PermissionClass, string>> = {
  'reads-files': 'reads files',
  'writes-files': 'writes files',
  'network-out': 'network out',
  'starts-processes': 'starts programs',
  'reads-environment': 'environment',
  'sends-messages': 'sends messages',
};

/** A record that was taken back and one in doubt are told apart from one that stands. */
export const RECALL_TITLES: Readonly<Record<Card['recalls'][number]['kind'], string>> = {
  listed: 'RECALLED',
  'listed-in-doubt': 'in doubt',
  undetermined: 'perhaps listed',
  'withdrawn-record': 'taken back',
  'entry-deleted': 'DELETED',
  'entry-deprecated': 'deprecated',
  'name-held': 'NAME HELD',
  unpublished: 'UNPUBLISHED',
  'release-deprecated': 'deprecated',
  'release-yanked': 'YANKED',
};

export const OUTCOMES = {
  silent: 'signals looked and none fired',
  unseen: 'no signal could look',
  'not fired': 'no signal fired; some may not have been able to look',
};

const MEGABYTE = 1_000_000;

/** '' where the card is about something that is published; else that it is not. */
export function inventedSaid({ snapshot, listings }: Pick<Card, 'snapshot' | 'listings'>): string {
  if (snapshot?.origin !== 'synthetic' || listings.length === 0) return '';
  return `Invented: an entry of ${snapshotSaid(snapshot)}. It says nothing of what is published under these names.`;
}

/** `names 3 servers of the snapshot of 2026-06-29`. */
export function choiceSaid(count: number, snapshot: Card['snapshot']): string {
  return `names ${count} servers${snapshot === null ? '' : ` of ${snapshotSaid(snapshot)}`}`;
}

/** That no server has the name, and where was looked; the name already inert, `near` how many are spelt like it. */
export function notFoundSaid(name: string, near: number, snapshot: Card['snapshot']): string {
  if (snapshot === null)
    return `"${name}" was not looked up: there is no captured snapshot; "registry-audit capture" makes one.`;
  const spelt = near === 0 ? ', nor anything spelt like it.' : '; spelt like it:';
  const said = `${capital(snapshotSaid(snapshot))} has no server "${name}"${spelt}`;
  return snapshot.origin === 'synthetic'
    ? `The snapshot asked is invented, and says nothing of what registries list.\n${said}`
    : said;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function snapshotSaid({ date, origin }: NonNullable<Card['snapshot']>): string {
  return `the ${origin === 'synthetic' ? 'synthetic ' : ''}snapshot of ${date}`;
}

/** Why no listing is shown. */
export function unlistedSaid({ snapshot }: Pick<Card, 'snapshot'>): string {
  return snapshot === null ? 'not looked up: there is no captured snapshot' : 'no entry of the snapshot names it';
}

/** `fs.readFile ~/tides.csv, open and 3 more places`; of the environment the names alone. */
export function permissionSaid({ class: shown, because, places }: Permission): string {
  if (shown === 'reads-environment') {
    const names = because.map(({ by, value }) => (value === '' ? `${by} (all of it)` : value));
    return `${names.join(', ')}${places > names.length ? ` and more, in ${places} places` : ''}`;
  }
  const said = because
    .slice(0, 3)
    .map(({ by, value, at }) => (value === '' ? `${by} (${at})` : `${by} ${value.slice(0, 60)} (${at})`));
  const more = places - said.length;
  return `${said.join(', ')}${more > 0 ? ` and ${more} more places` : ''}`;
}

/** The classes that were not seen, which is not that it has none of them. */
export function unseenPermissions({ permissions }: Capabilities): readonly string[] {
  const seen = new Set(permissions.map((each) => each.class));
  return PERMISSION_CLASSES.filter((each) => !seen.has(each)).map((each) => PERMISSION_TITLES[each]);
}

/** `npm @tidewater/harbor-mcp 1.0.16 of 2026-03-02 (264 days ago), 17 releases, 1.2 MB`. */
export function packageSaid(each: CardPackage, { listings }: Pick<Card, 'listings'>): string {
  const { ecosystem, identifier, version, named, newest, publishedAt, ageDays, releases, bytes, notRead } = each;
  const name = `${ecosystem} ${identifier}`;
  if (notRead !== null) return `${name}${named === null ? '' : ` ${named}`}; not read: ${notRead}`;
  const published =
    publishedAt === null
      ? ''
      : ` of ${dateSaid(publishedAt)}${ageDays === null ? '' : ` (${numberOf(ageDays, 'day')} ago)`}`;
  const parts = [
    `${name} ${version ?? ''}${published}`,
    ...(newest !== null && newest !== version ? [`newest is ${newest}`] : []),
    ...(listings.length === 0 ? [] : pinned(each)),
    ...(releases === null ? [] : [numberOf(releases, 'release')]),
    ...(bytes === null ? [] : [megabytes(bytes)]),
    ...(each.yanked === true ? ['yanked'] : []),
  ];
  return parts.join(', ');
}

function pinned({ named, version }: CardPackage): readonly string[] {
  if (named === null) return ['no version pinned by its record'];
  return named === version ? [] : [`its record names ${named}`];
}

export function portfolioSaid({ publisher: { portfolio } }: Card): string {
  if (portfolio === null || portfolio.length === 0) return '';
  const counts = portfolio.map(({ registry, entries }) => `${entries} in ${registry}`).join(', ');
  return `servers of that namespace: ${counts}`;
}

export function ageSaid({ publisher: { firstSeen, firstSeenDays } }: Card): string {
  if (firstSeen === null || firstSeenDays === null) return 'age not known';
  return `since ${dateSaid(firstSeen)} (${numberOf(firstSeenDays, 'day')})`;
}

/** One line of what the code host says of its repository, with the day on which it said so. */
export function codeHostSaid(host: NonNullable<Card['repository']['host']>): string {
  const { readAt, fullName, renamed, numberOfRecord, createdAt, ageDays, pushedDays, archived, forkOf, stars } = host;
  return [
    ...(renamed ? [`called ${fullName} now`] : []),
    ...(numberOfRecord === 'another' ? ['ANOTHER repository than the record’s: its number differs'] : []),
    ...(archived === true ? ['ARCHIVED'] : []),
    ...(host.fork === true ? [`fork of ${forkOf.slice(0, 2).join(', from ') || 'another'}`] : []),
    ...(createdAt === null || ageDays === null
      ? []
      : [`made ${dateSaid(createdAt)} (${numberOf(ageDays, 'day')} ago)`]),
    ...(pushedDays === null ? [] : [`last push ${numberOf(pushedDays, 'day')} ago`]),
    ...(stars === null ? [] : [numberOf(stars, 'star')]),
    ...(host.license === null ? [] : [host.license]),
    `as of ${dateSaid(readAt)}`,
  ].join(' · ');
}

export function provenanceSaid({ provenance }: Card): string {
  if (provenance.length === 0) return 'not known: no package was read';
  return provenance
    .map(({ attestation, trustedPublisher, archive }) => {
      const attested = {
        named: 'attestation named by its registry (registry-audit verify checks it)',
        absent: 'no attestation, though its registry has them',
        unseen: 'attestation not known',
      }[attestation];
      const digest = {
        matches: 'archive as its registry describes it',
        differs: 'ARCHIVE DIFFERS from what its registry says of it',
        'not given': 'its registry gives no digest',
        unseen: 'archive not read',
      }[archive];
      return [attested, ...(trustedPublisher === true ? ['published by a workflow'] : []), digest].join('; ');
    })
    .join(' · ');
}

/** Which of the organisation's lists it is on, and by which rule; '' where no lists are in force. */
export function organisationSaid({ organisation }: Pick<Card, 'organisation'>): string {
  if (organisation === null) return '';
  const { listed, file } = organisation;
  if (listed === null) return `on none of the lists of ${file}`;
  const { list, by, reason } = listed;
  const said = { block: 'BLOCKED', curated: 'curated', allow: 'allowed' }[list];
  return `${said}${reason === null ? '' : `: ${reason}`} (${by}; ${file})`;
}

/** How old the lists are, whatever is on them. */
export function recallListsSaid({ recalls, recallLists }: Card): string {
  if (recallLists.length === 0) return 'no package to look up';
  const lists = recallLists.map(({ ecosystem, date, ageDays }) =>
    date === null
      ? `${ecosystem}: no list was loaded`
      : `${ecosystem}: list of ${date}${ageDays === null ? '' : `, ${numberOf(ageDays, 'day')} old`}`,
  );
  const standing = recalls.filter(({ kind }) => kind !== 'withdrawn-record').length;
  return `${standing === 0 ? 'none found' : `${standing} found, see above`} · ${lists.join('; ')}`;
}

/** What came and went, each with its label. [] where nothing did. */
export function changesSaid({
  capabilities,
  dependencies,
  publisherChanged,
}: CardChanges): readonly (readonly [string, string])[] {
  const { permissions, hosts, secrets, tools, installHooks, doubts } = capabilities;
  const said: (readonly [string, string])[] = [
    ['can now', titles(permissions.added)],
    ['no longer', titles(permissions.removed)],
    ...pairs('hosts', hosts),
    ...pairs('secrets', secrets),
    ...pairs('tools', tools),
    ['tools changed', few(tools.changed)],
    ...pairs('at install', installHooks),
    ...pairs('dependencies', dependencies),
    ['publisher', publisherChanged === null ? '' : `${publisherChanged.from} → ${publisherChanged.to}`],
    ['doubt', doubts.join('; ')],
  ];
  return said.filter(([, text]) => text !== '');
}

/** `2026-03-02` of a time as registries write it. */
export function dateSaid(time: string): string {
  return time.slice(0, 10);
}

function megabytes(bytes: number): string {
  return bytes < MEGABYTE / 10 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;
}

function pairs(label: string, { added, removed }: Changed): readonly (readonly [string, string])[] {
  return [
    [`${label} +`, few(added)],
    [`${label} -`, few(removed)],
  ];
}

function titles(classes: readonly string[]): string {
  return PERMISSION_CLASSES.filter((each) => classes.includes(each))
    .map((each) => PERMISSION_TITLES[each])
    .join(', ');
}

function few(names: readonly string[]): string {
  const shown = names.slice(0, 8).join(', ');
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}
