import type { Card, CardFindings, CardListing } from '../card/card.ts';
import { inert } from '../text/inert.ts';
import {
  ageSaid,
  changesSaid,
  codeHostSaid,
  dateSaid,
  inventedSaid,
  packageSaid,
  permissionSaid,
  PERMISSION_TITLES,
  OUTCOMES,
  organisationSaid,
  portfolioSaid,
  provenanceSaid,
  RECALL_TITLES,
  recallListsSaid,
  unlistedSaid,
  unseenPermissions,
} from './card-words.ts';
import { type Page, pageOf, type TerminalOptions } from './card-page.ts';
import { secrets } from './card-secrets.ts';
import { onOneLine, wrapped } from './wrapped.ts';

const MAX_NAME = 120;
const MAX_TEXT = 400;
const MAX_TOOLS = 20;
const MAX_UNSEEN = 8;
const MAX_HOSTS = 10;

/** The card as it is read before an installation: what it is, what it can do, where secrets go, what fired, and what nobody saw. */
export function renderCardTerminal(card: Card, options: TerminalOptions): string {
  const page = pageOf(options);
  heading(card, page);
  identity(card, page);
  secrets(card, page);
  abilities(card, page);
  tools(card, page);
  findings(card, page);
  changes(card, page);
  unseen(card, page);
  return page.lines.join('\n');
}

function heading(card: Card, { lines, style, width }: Page): void {
  const { name, title, version, description, status } = card;
  const shown = card.packages?.find((each) => each.version !== null)?.version ?? version;
  const called = title === null || title === name ? '' : `  ${inert(title, MAX_NAME)}`;
  lines.push(`${style.bold(inert(name, MAX_NAME))}${shown === null ? '' : ` ${inert(shown, 40)}`}${style.dim(called)}`);
  const invented = inventedSaid(card);
  if (invented !== '') lines.push(...wrapped(inert(invented, MAX_TEXT), width).map((line) => style.alert(line)));
  if (description !== null) lines.push(...wrapped(inert(onOneLine(description), MAX_TEXT), width));
  if (status !== null && status !== 'active') lines.push(style.alert(`its registry has it as ${inert(status, 40)}`));
  lines.push('');
}

function identity(card: Card, { row, style }: Page): void {
  for (const { kind, statement } of card.recalls) {
    row(RECALL_TITLES[kind], inert(statement, MAX_TEXT), kind === 'withdrawn-record' ? style.dim : style.alert);
  }
  const isBlocked = card.organisation?.listed?.list === 'block';
  row('organisation', organisationSaid(card), isBlocked ? style.alert : undefined);
  row('listed', listed(card.listings) || unlistedSaid(card));
  if (card.alsoNamedBy.length > 0) row('also named by', `${few(card.alsoNamedBy)} (nothing else links them)`);
  row('publisher', [publisher(card), portfolioSaid(card), ageSaid(card)].filter((part) => part !== '').join(' · '));
  row('repository', repository(card));
  if (card.repository.host !== null) row('', codeHostSaid(card.repository.host));
  for (const each of card.packages ?? []) {
    row('package', packageSaid(each, card));
    row('launch', each.launch);
  }
  if (card.packages?.length === 0) row('package', 'none named');
  for (const { type, url } of card.remotes ?? []) row('remote', `${inert(url, MAX_TEXT)} (${inert(type, 40)})`);
  if (card.gateway !== null)
    row('gateway', `${inert(card.gateway, MAX_NAME)}: stands between users and services; not statically falsifiable`);
  row('provenance', provenanceSaid(card));
  row('recalls', recallListsSaid(card));
}

function abilities({ capabilities, packages }: Card, { section, row, style, lines }: Page): void {
  if (capabilities === null) {
    section(
      'What it can do',
      packages?.length === 0 ? 'no package: nothing can be read' : 'no code was read, so this is not known',
    );
    return;
  }
  const files = capabilities.read.reduce((sum, each) => sum + each.files, 0);
  section('What its code can do', `${files} files that run; not what its dependencies do`);
  for (const permission of capabilities.permissions) {
    row(PERMISSION_TITLES[permission.class], inert(permissionSaid(permission), MAX_TEXT));
  }
  const asked = capabilities.hosts.filter(({ how }) => how === 'asked').map(({ host }) => host);
  const namedOnly = capabilities.hosts.length - asked.length;
  if (capabilities.hosts.length > 0) {
    const rest = namedOnly > 0 ? `${asked.length > 0 ? '; ' : ''}${namedOnly} more only named in texts` : '';
    row('hosts', `${few(asked, MAX_HOSTS)}${rest}`);
  }
  for (const hook of capabilities.installHooks) row('at install', inert(hook, MAX_TEXT), style.alert);
  row('not seen', unseenPermissions(capabilities).join(', '), style.dim);
  const { privateData, untrustedInput, wayOut, allThree } = capabilities.exposure;
  if (!allThree) return;
  lines.push(`  ${style.alert('Private data, untrusted input and a way out meet here:')}`);
  row('private data', inert(privateData.join('; '), MAX_TEXT));
  row('untrusted', inert(untrustedInput.join('; '), MAX_TEXT));
  row('way out', inert(wayOut.join('; '), MAX_TEXT));
}

function tools({ tools: { from, tools: all } }: Card, { section, lines, style, width }: Page): void {
  const notes = {
    source: 'read from its code',
    claimed: 'claimed, not observed',
    unseen: 'not seen: neither its code nor its registry names one',
  };
  section(from === 'unseen' ? 'Tools' : `Tools (${all.length})`, notes[from]);
  const shown = all.slice(0, MAX_TOOLS);
  const wide = Math.min(32, Math.max(0, ...shown.map(({ name }) => inert(name, 60).length)) + 2);
  for (const { name, description } of shown) {
    const label = `${inert(name, 60).padEnd(wide - 2)}  `;
    const said = inert(onOneLine(description ?? ''), Math.max(20, width - label.length - 3));
    lines.push(`  ${label}${style.dim(said)}`.trimEnd());
  }
  if (all.length > shown.length) lines.push(`  and ${all.length - shown.length} more (--json)`);
}

function findings({ findings: all }: Card, page: Page): void {
  for (const each of all) {
    page.section(
      each.pipeline === 'lookalike' ? 'Is it somebody else’s name?' : 'What changed over its history?',
      `${each.pipeline}, ${each.from === 'snapshot' ? 'as of the snapshot' : 'of the package as it is now'}`,
    );
    if (each.outcome === 'fired') firedLines(each, page);
    else page.lines.push(`  ${OUTCOMES[each.outcome]}`);
    for (const cleared of each.cleared) page.row('lowered by', inert(cleared, MAX_TEXT));
  }
}

function firedLines({ tier, score, fired }: CardFindings, { lines, item, style }: Page): void {
  lines.push(`  ${style.alert(`${tier ?? ''}, ${score ?? 0} of 100`)}`);
  for (const { id, statements, clearedBy } of fired) {
    lines.push(`  ${style.bold(inert(id, MAX_NAME))}`);
    for (const statement of statements) item(' ', inert(statement, MAX_TEXT));
    item(' ', `innocent: ${inert(clearedBy, MAX_TEXT)}`, style.dim);
  }
}

function changes({ changes: all }: Card, { section, row, lines }: Page): void {
  for (const each of all) {
    const days = each.days === null ? '' : `, ${each.days} days later`;
    section(`Changed in ${inert(each.to, 40)}`, `since ${inert(each.from, 40)}${days}`);
    const said = changesSaid(each);
    if (said.length === 0) lines.push('  no class, host, secret, tool or dependency came or went');
    for (const [label, text] of said) row(label, inert(text, MAX_TEXT));
  }
}

function unseen(
  { unseen: all, asOf, snapshot, packagesReadAt }: Card,
  { section, item, lines, style, width }: Page,
): void {
  section('Not looked at');
  for (const { what, why } of all.slice(0, MAX_UNSEEN)) item('-', inert(`${what}: ${why}`, MAX_TEXT));
  if (all.length > MAX_UNSEEN) item('-', `and ${all.length - MAX_UNSEEN} more (--json)`);
  const shown = snapshot === null || snapshot.origin === 'captured' ? '' : ` (${inert(snapshot.origin, 40)})`;
  const from = [
    snapshot === null ? 'no captured snapshot' : `snapshot of ${inert(snapshot.date, 40)}${shown}`,
    packagesReadAt === null ? 'packages as the snapshot has them' : `packages as of ${dateSaid(packagesReadAt)}`,
  ].join(', ');
  const end = `As of ${asOf}; ${from}. Nothing was installed, run or contacted. A person decides.`;
  lines.push('', ...wrapped(end, width).map((line) => style.dim(line)));
}

/** The entry, and where else the same server stands; the links in full are in the JSON. */
function listed(listings: readonly CardListing[]): string {
  const [first, ...others] = listings;
  if (first === undefined) return '';
  const also = others.map(({ registry, because }) => {
    const [link = ''] = (because[0] ?? '').split(' ', 1);
    return `${inert(registry, 40)}${link === '' ? '' : ` (same ${inert(link, 40)})`}`;
  });
  return [inert(first.id, MAX_NAME), ...(also.length === 0 ? [] : [`also on ${few([...new Set(also)], 6)}`])].join(
    ', ',
  );
}

function publisher({ publisher: { namespace, publishedBy, maintainers } }: Card): string {
  const people = publishedBy ?? maintainers;
  const named = namespace === null ? '' : inert(namespace, MAX_NAME);
  return (
    [named, ...(people === null ? [] : [`released by ${few(people, 4)}`])].filter((part) => part !== '').join(', ') ||
    'not known'
  );
}

function repository({ repository: { url, canonical, packages, saidByPackages } }: Card): string {
  if (url === null) return 'not known';
  if (url === 'none') return 'none';
  const shown = inert(canonical ?? url, MAX_NAME);
  if (packages === 'same') return `${shown}, which the package names too`;
  if (packages === 'different') return `${shown}, but the package names ${few(saidByPackages)}`;
  if (packages === 'alone') return `${shown}, as the package says`;
  return packages === 'silent' ? `${shown}; the package names none` : shown;
}

function few(texts: readonly string[], most = 5): string {
  const shown = texts.slice(0, most).map((each) => inert(each, MAX_NAME));
  return [...shown, ...(texts.length > most ? [`${texts.length - most} more`] : [])].join(', ');
}
