import type { Get } from '../fetch/port.ts';
import type { RepositoryCoverage } from '../model/coverage.ts';
import type { Entry, ServerRecord } from '../model/entry.ts';
import type { Packument } from '../model/release.ts';
import type { StoredHosted } from '../model/repository.ts';
import { codeHostOf } from '../repositories/index.ts';
import { type HostedNames, hostedNames } from '../repositories/named.ts';
import { observeHosted } from '../repositories/observe.ts';
import type { CodeHost } from '../repositories/port.ts';

/** Names of one package in many entries; what comes after that is somebody listing it again. */
const MAX_EACH = 4;

export interface RepositoriesWanted {
  /** Repositories that may be asked for, the accounts of their namespaces beside them. */
  readonly budget: number;
  readonly baseUrlOf: (host: CodeHost) => string;
}

/** Which repositories, and which accounts, stand behind a package: by its own word and by that of the entries that name it. */
export interface NamedRepositories {
  addRecord(entry: Entry, record: ServerRecord): void;
  addPackage(packument: Packument): void;
  of(purl: string): HostedNames;
}

export function namedRepositories(): NamedRepositories {
  const byPurl = new Map<string, { readonly repositories: Set<string>; readonly accounts: Set<string> }>();

  function add(purl: string, { repositories, accounts }: HostedNames): void {
    if (repositories.length + accounts.length === 0) return;
    const known = byPurl.get(purl) ?? { repositories: new Set<string>(), accounts: new Set<string>() };
    byPurl.set(purl, known);
    for (const key of repositories) if (known.repositories.size < MAX_EACH) known.repositories.add(key);
    for (const key of accounts) if (known.accounts.size < MAX_EACH) known.accounts.add(key);
  }

  return {
    addRecord(entry, record) {
      const named = hostedNames(entry, record, []);
      for (const { purl } of record.packages ?? []) if (purl !== null) add(purl, named);
    },
    addPackage({ purl, ecosystem, releases }) {
      const url = releases.at(-1)?.repository ?? null;
      add(purl, hostedNames({ registry: ecosystem, namespace: null }, { repository: null }, [url]));
    },
    of(purl) {
      const { repositories = [], accounts = [] } = byPurl.get(purl) ?? {};
      return { repositories: [...repositories].toSorted(), accounts: [...accounts].toSorted() };
    },
  };
}

export interface RepositoriesInput extends RepositoriesWanted {
  readonly get: Get;
  /** Packages chosen for their archives, the most telling first. */
  readonly purls: readonly string[];
  readonly named: NamedRepositories;
  store(host: string, stored: StoredHosted): void;
  onItem(): void;
}

/**
 * Asks code hosts about the repositories behind the chosen packages, in the order in which those were chosen.
 *
 * One after the other: a host's hour is scarce, and archives are read meanwhile. What is left over when the budget is spent, and what lies at a host that is not asked, is counted and not stored.
 */
export async function readRepositories(input: RepositoriesInput): Promise<RepositoryCoverage> {
  const { budget, named, purls } = input;
  const all = new Map<string, Set<string>>();
  for (const { repositories, accounts } of purls.map((purl) => named.of(purl))) {
    for (const key of repositories) all.set(key, new Set([...(all.get(key) ?? []), ...accounts]));
  }
  const counted = new Map<string, number>();
  const tally = { read: 0, absent: 0, accounts: 0, accountsAbsent: 0 };
  const count = (reason: string) => counted.set(reason, (counted.get(reason) ?? 0) + 1);
  const accountsAsked = new Set<string>();
  let asked = 0;
  for (const [key, accounts] of all) {
    if (codeHostOf(key) === null || asked >= budget) {
      count(codeHostOf(key) === null ? 'at a code host that is not asked' : 'over the budget');
      continue;
    }
    asked += 1;
    const wanted = { repositories: [key], accounts: [...accounts].filter((each) => !accountsAsked.has(each)) };
    for (const line of await observeHosted(wanted, input)) {
      input.store(codeHostOf(line.key)?.id ?? '', line);
      if (line.key === key) {
        if (line.outcome === 'not-read') count(line.reason);
        else tally[line.outcome] += 1;
      } else {
        accountsAsked.add(line.key);
        tally.accounts += 1;
        if (line.outcome === 'absent') tally.accountsAbsent += 1;
      }
    }
    input.onItem();
  }
  return { budget, named: all.size, ...tally, notRead: Object.fromEntries(counted) };
}
