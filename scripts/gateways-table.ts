// Prints the gateways of snapshots, and how many of the listed ones structure alone finds; the recorded listings are captured first.
// node scripts/gateways-table.ts [FOLDER_OF_A_SNAPSHOT…]
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gateways as listed, protectedNames } from '../signals/data/index.ts';
import { gatewaySignals } from '../signals/gateway/index.ts';
import { captureSnapshot } from '../src/commands/capture.ts';
import { openSubjects } from '../src/commands/subjects.ts';
import type { GatewayWithFacts } from '../src/model/gateway.ts';
import type { SnapshotDate } from '../src/model/snapshot.ts';
import { gatewayFacts } from '../src/pipelines/gateway-facts.ts';
import { type Gateways, gatewaySurvey } from '../src/pipelines/gateway.ts';
import type { Survey } from '../src/pipelines/port.ts';
import { gatewayTable } from '../src/report/gateways-table.ts';
import { table } from '../src/report/markdown.ts';
import { openSnapshot, readEntries, type Snapshot } from '../src/snapshot/read.ts';
import { feedFromDumps } from '../test/registries/dumps.ts';
import { startRegistries } from '../test/registries/server.ts';
import { APEXES_DATE, type Expected, expectedOfApexes } from './measured/apexes.ts';
import { FARMS } from './population/farms.ts';

const ROOT = join(import.meta.dirname, '..');
const DUMPS = join(ROOT, '..', 'shared', 'data');
/** The last listing with remotes, and the largest, whose index has neither packages nor remotes. */
const DUMP_DATES: readonly SnapshotDate[] = ['2025-12-12', '2026-05-23'];
/** A gateway of which fewer entries are seen than any rule of structure asks for cannot be found by structure. */
const LEAST_ENTRIES = 4;
const NAMED = 25;
const LEAST_RECALL = 0.8;

async function main(folders: readonly string[]): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'registry-audit-gateways-'));
  try {
    for (const folder of folders.length > 0 ? folders : [join(ROOT, 'snapshots', '2026-06-29')]) await print(folder);
    if (folders.length > 0 || !existsSync(DUMPS)) return;
    const recorded: (readonly Expected[])[] = [];
    for (const date of DUMP_DATES) recorded.push(await print(await captured(date, scratch)));
    const ofDomains = expectedOfApexes(listed);
    console.log(`## ${APEXES_DATE}, a list of domains with their number of servers, and nothing else\n`);
    printRecall('Listed gateways that the number of servers alone finds', ofDomains);
    console.log('## In any of these listings\n');
    printRecall('Listed gateways that structure alone finds', inAny([...recorded, ofDomains]));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

async function print(folder: string): Promise<readonly Expected[]> {
  const snapshot = await openSnapshot(folder);
  const withList = await surveyed(snapshot, gatewaySurvey({ ...protectedNames, listed }));
  const byStructure = await surveyed(snapshot, gatewaySurvey({ ...protectedNames, listed: [] }));
  const facts = await surveyed(snapshot, gatewayFacts(gatewaySignals, withList));
  const { date, origin } = snapshot.manifest;
  console.log(`## ${date}, ${origin}: ${facts.length} gateways, not statically falsifiable\n`);
  console.log(table(gatewayTable(facts.slice(0, NAMED))).join('\n'));
  console.log(`\n${credentialsLine(facts)}\n`);
  const expected = listedFound(withList, byStructure);
  printRecall('Listed gateways that structure alone finds', expected);
  if (origin === 'synthetic')
    printRecall('Farms of the invented population that structure alone finds', farmsFound(byStructure));
  return expected;
}

/** Each gateway once, with the most entries that any listing has of it. */
function inAny(listings: readonly (readonly Expected[])[]): readonly Expected[] {
  return [...Map.groupBy(listings.flat(), ({ name }) => name)]
    .map(([name, those]) => ({
      name,
      entries: Math.max(...those.map(({ entries }) => entries)),
      isFound: those.some(({ isFound }) => isFound),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function credentialsLine(all: readonly GatewayWithFacts[]): string {
  const fields = all.flatMap(({ credentials }) => credentials);
  const toOthers = fields.filter(({ toBrand, hostsOwn }) => toBrand === false && !hostsOwn);
  return `${fields.length} credential fields behind gateways; ${toOthers.length} of brands that go to a host which is not theirs.`;
}

function printRecall(title: string, all: readonly Expected[]): void {
  const enough = all.filter(({ entries }) => entries >= LEAST_ENTRIES);
  console.log(
    `${title}: ${share(enough)} of those with ${LEAST_ENTRIES} entries or more (wanted: ${LEAST_RECALL}), ${share(all)} of all that are present.`,
  );
  const missed = all.filter(({ isFound }) => !isFound).map(({ name, entries }) => `${name} (${entries})`);
  console.log(`Not found, with entries: ${missed.length === 0 ? 'none' : missed.join(', ')}.\n`);
}

function share(all: readonly Expected[]): string {
  const found = all.filter(({ isFound }) => isFound).length;
  return `${found} of ${all.length}${all.length === 0 ? '' : ` (${((100 * found) / all.length).toFixed(0)} %)`}`;
}

/** Found again where most of its hosts and publishers stand behind what structure finds. */
function listedFound(withList: Gateways, byStructure: Gateways): readonly Expected[] {
  return withList.all.flatMap(({ name, reasons, hosts, publishers }) => {
    const byList = reasons.find((reason) => reason.by === 'list');
    if (name === null || byList === undefined) return [];
    const own = [...hosts, ...publishers].filter((each) => each.entries * 2 >= byList.entries);
    const isFound = own.some((each) => byStructure.structure(each.name) !== undefined);
    return [{ name, entries: byList.entries, isFound }];
  });
}

function farmsFound({ all }: Gateways): readonly Expected[] {
  return FARMS.map(({ login, size, host }) => {
    const isOf = ({ name }: { readonly name: string }) =>
      name === `github.com/${login.toLowerCase()}` || host === name || host.endsWith(`.${name}`);
    const isFound = all.some(({ hosts, publishers }) => hosts.some(isOf) || publishers.some(isOf));
    return { name: login, entries: size, isFound };
  });
}

async function surveyed<Result>(snapshot: Snapshot, survey: Survey<Result>): Promise<Result> {
  const subjects = await openSubjects(snapshot);
  try {
    for (const { registry } of snapshot.manifest.coverage) {
      for await (const head of readEntries(snapshot, registry)) survey.see(subjects.read(registry, head.parse()));
    }
    return survey.result();
  } finally {
    subjects.close();
  }
}

/** The recorded listings of a day, served on loopback and captured as any other. */
async function captured(date: SnapshotDate, scratch: string): Promise<string> {
  const feed = feedFromDumps(DUMPS, { date });
  if (feed === undefined) throw new Error(`no recorded listings in ${DUMPS}`);
  const registries = await startRegistries(feed);
  process.env['SOURCE_DATE_EPOCH'] = String(Date.parse(`${date}T00:00:00Z`) / 1000);
  for (const name of ['GLAMA_API_KEY', 'PULSEMCP_API_KEY', 'PULSEMCP_TENANT_ID']) process.env[name] = 'loopback';
  try {
    await captureSnapshot(date, {
      snapshots: scratch,
      depth: 'metadata',
      versions: 'latest',
      cache: join(scratch, `cache-${date}`),
      offline: false,
      baseUrl: Object.entries(registries.baseUrls).map(([id, url]) => `${id}=${url}`),
      progress: false,
      verbose: false,
    });
  } finally {
    await registries.close();
  }
  return join(scratch, date);
}

await main(process.argv.slice(2));
