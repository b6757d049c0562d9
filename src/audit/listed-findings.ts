import { coordinateOf, packageOf, type Resolution } from '../clients/resolution.ts';
import { type Listed, listedAmong, listedBy, type Listing, ruleSaid } from '../config/listed-by.ts';
import type { Config } from '../config/schema.ts';
import type { IndexedEntry } from '../lookup/port.ts';
import { purlOf } from '../registries/purl.ts';
import type { ListedAs } from './report.ts';
import type { Said } from './said.ts';

type Lists = Pick<Config, 'allow' | 'block' | 'curated'>;

/** Parts of a rule that only an entry of a registry has. */
const OF_ENTRIES = ['name', 'namespace', 'repository'] as const;

/** Which of the organisation's lists a configured server is on: by what it starts or calls, and by the entries that name that. */
export function listedAs(resolution: Resolution, entries: readonly IndexedEntry[], lists: Lists): ListedAs | null {
  const found = listedAmong(lists, itself(resolution), entries);
  return found === null ? null : shown(found);
}

/** A blocked server is a finding; an entry among several that is blocked alone is a note, since anybody may name a package. */
export function listedFindings(
  resolution: Resolution,
  entries: readonly IndexedEntry[],
  { lists, listed }: { readonly lists: Lists; readonly listed: ListedAs | null },
): readonly Said[] {
  if (listed?.list === 'block') {
    const statement = `the organisation’s lists block it (${listed.by})${reasonOf(listed)}`;
    return [{ rule: 'blocked/listed', level: 'error', statement }];
  }
  return entries.flatMap((entry): readonly Said[] => {
    const found = listedBy(lists, entry);
    if (found?.list !== 'block') return [];
    const statement = `${entry.id}, one of ${entries.length} entries that name ${coordinateOf(resolution) ?? 'it'}, is blocked (${ruleSaid(found.rule)})${reasonOf(found)}`;
    return [{ rule: 'blocked/entry', level: 'note', statement }];
  });
}

/** Rules that go by what only a registry says, where no registry's entry was there to ask. */
export function listsUnseen(entries: readonly IndexedEntry[] | null, { block }: Lists): readonly string[] {
  const byEntry = block.filter((rule) => OF_ENTRIES.some((part) => rule[part] !== undefined)).length;
  if (entries !== null || byEntry === 0) return [];
  return [`no snapshot: ${byEntry} blocking ${byEntry === 1 ? 'rule goes' : 'rules go'} by what registries say`];
}

function shown({ list, rule, reason }: Listing): ListedAs {
  return { list, by: ruleSaid(rule), reason };
}

function reasonOf({ reason }: Pick<ListedAs, 'reason'>): string {
  return reason === null ? '' : `: ${reason}`;
}

/** What it starts or calls, as rules see it; a program that is fetched to call a remote one counts too. */
function itself(resolution: Resolution): Listed {
  const name = coordinateOf(resolution) ?? '';
  const run = packageOf(resolution);
  const packages = [
    ...(run === null ? [] : [{ ecosystem: run.ecosystem, identifier: run.name }]),
    ...(resolution.kind === 'image' ? [{ ecosystem: 'oci', identifier: resolution.image }] : []),
  ].map((each) => ({ ...each, purl: purlOf(each.ecosystem, each.identifier), version: null }));
  return {
    id: name,
    name: resolution.kind === 'hosted' ? resolution.name : name,
    namespace: null,
    packages,
    repository: resolution.kind === 'source' ? resolution.from : null,
    remotes: resolution.kind === 'remote' ? [{ type: '', url: resolution.url }] : null,
  };
}
