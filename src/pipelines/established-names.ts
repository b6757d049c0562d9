import type { Clusters } from '../identity/clusters.ts';
import type { EntryId } from '../model/entry.ts';
import { nearDuplicates } from '../text/near-duplicates.ts';
import { type EstablishedServer, isOwnOf, wasThereBefore } from './established-servers.ts';
import type { PopulationRow, RowName } from './population-rows.ts';

/** A form that more publishers than this use is nobody's own: 3 % of 17,307 forms (five registries, 2026-05-23). */
const MOST_PUBLISHERS = 3;
/** Shorter forms meet by chance. */
const LEAST_CHARACTERS = 5;
/** One edit in fewer characters makes another word (`pandoc`, `pindoc`; `magic`, `magick`). */
const LEAST_CHARACTERS_NEAR = 8;

/** An entry's name that is an established server's, or nearly. */
export interface Resemblance {
  readonly name: RowName;
  /** equal: the same form. words: the same words in another order. near: within the bound of near-duplicates.ts. */
  readonly how: 'equal' | 'words' | 'near';
  readonly server: EstablishedServer;
  /** As the established server writes it. */
  readonly theirs: string;
}

interface Input {
  readonly rows: readonly PopulationRow[];
  readonly servers: readonly EstablishedServer[];
  readonly clusters: Clusters;
  /** Forms that others protect: brands and reference servers. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Which entries carry an established server's name, each with the resemblance that is closest.
 *
 * Same publisher first: an entry that shares an account or a cluster with any established server of the name resembles none. Neither
 * does one that was there before, nor one whose name more than three publishers use.
 */
export function resemblances({ rows, servers, clusters, taken }: Input): ReadonlyMap<EntryId, Resemblance> {
  const generic = genericForms(rows);
  const isOwn = (form: string) => form.length >= LEAST_CHARACTERS && !generic.has(form) && !taken.has(form);
  const names = protectedBy(servers, isOwn);
  const near = nearForms(rows, names.byForm, isOwn);
  const established = new Set(servers.flatMap((server) => server.rows.map(({ id }) => id)));
  const found = new Map<EntryId, Resemblance>();
  for (const row of rows) {
    if (row.publisher.length === 0 || established.has(row.id)) continue;
    const closest = resemblanceOf(row, { names, near, clusters, isOwn });
    if (closest !== null) found.set(row.id, closest);
  }
  return found;
}

interface Protected {
  readonly server: EstablishedServer;
  readonly text: string;
}
interface ProtectedForms {
  readonly byForm: ReadonlyMap<string, readonly Protected[]>;
  /** Of names of several words. */
  readonly byBag: ReadonlyMap<string, readonly Protected[]>;
}

function protectedBy(servers: readonly EstablishedServer[], isOwn: (form: string) => boolean): ProtectedForms {
  const byForm = new Map<string, Protected[]>();
  const byBag = new Map<string, Protected[]>();
  for (const server of servers) {
    for (const { kind, text, form } of server.rows.flatMap(({ names }) => names)) {
      if (kind === 'title' || !isOwn(form.ordered)) continue;
      add(byForm, form.ordered, { server, text });
      if (form.bag.includes(' ')) add(byBag, form.bag, { server, text });
    }
  }
  return { byForm, byBag };
}

interface Compared {
  readonly names: ProtectedForms;
  readonly near: ReadonlyMap<string, readonly string[]>;
  readonly clusters: Clusters;
  readonly isOwn: (form: string) => boolean;
}

function resemblanceOf(row: PopulationRow, { names, near, clusters, isOwn }: Compared): Resemblance | null {
  let closest: Resemblance | null = null;
  for (const name of row.names) {
    if (!isOwn(name.form.ordered)) continue;
    const ways = [
      ['equal', names.byForm.get(name.form.ordered)],
      ['words', names.byBag.get(name.form.bag)],
      ['near', near.get(name.form.ordered)?.flatMap((form) => names.byForm.get(form) ?? [])],
    ] as const;
    for (const [how, those] of ways) {
      if (those === undefined || those.length === 0) continue;
      if (those.some(({ server }) => isOwnOf(row, server, clusters))) return null;
      const other = those.find(({ server }) => !wasThereBefore(row, server));
      if (other === undefined || (closest !== null && RANK[closest.how] <= RANK[how])) continue;
      closest = { name, how, server: other.server, theirs: other.text };
    }
  }
  return closest;
}

const RANK = { equal: 0, words: 1, near: 2 } as const;

/** Forms of more than three publishers, told apart by their first account. */
function genericForms(rows: readonly PopulationRow[]): ReadonlySet<string> {
  const publishers = new Map<string, string[]>();
  const generic = new Set<string>();
  for (const { names, publisher } of rows) {
    const account = publisher[0] ?? '';
    for (const { form } of names) {
      const known = publishers.get(form.ordered);
      if (known === undefined) publishers.set(form.ordered, [account]);
      else if (known.length <= MOST_PUBLISHERS && !known.includes(account)) {
        known.push(account);
        if (known.length > MOST_PUBLISHERS) generic.add(form.ordered);
      }
    }
  }
  return generic;
}

/** Of each form the protected ones that are nearly it. */
function nearForms(
  rows: readonly PopulationRow[],
  byForm: ReadonlyMap<string, readonly Protected[]>,
  isOwn: (form: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, string[]>();
  if (byForm.size === 0) return near;
  const all = new Set(rows.flatMap(({ names }) => names.map(({ form }) => form.ordered)));
  const forms = [...all].filter((form) => form.length >= LEAST_CHARACTERS_NEAR && isOwn(form)).toSorted();
  for (const { a, b } of nearDuplicates(forms).pairs) {
    const [one = '', other = ''] = [forms[a], forms[b]];
    if (byForm.has(other)) near.set(one, [...(near.get(one) ?? []), other]);
    if (byForm.has(one)) near.set(other, [...(near.get(other) ?? []), one]);
  }
  return near;
}

function add(groups: Map<string, Protected[]>, key: string, item: Protected): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [item]);
  else if (!known.some(({ server }) => server === item.server)) known.push(item);
}
