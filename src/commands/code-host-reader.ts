import type { Cache } from '../fetch/cache.ts';
import { createGet, type GetSettings } from '../fetch/get.ts';
import type { CodeHostFacts, StoredHosted } from '../model/repository.ts';
import { codeHosts } from '../repositories/index.ts';
import { codeHostFacts } from '../repositories/facts.ts';
import type { HostedNames } from '../repositories/named.ts';
import { observeHosted } from '../repositories/observe.ts';
import { hostsOf, type Source } from './sources.ts';

/** Asks code hosts about single servers. */
export interface CodeHostReader {
  read(this: void, wanted: HostedNames): Promise<CodeHostFacts>;
  close(this: void): Promise<void>;
}

/** Nobody waits long for what a card is shown without as well: an hour's limit that is used up, or a host that is shut off here. */
const PATIENCE = {
  timeouts: { connectMs: 5_000, headersMs: 10_000, totalMs: 20_000 },
  retries: { attempts: 2, baseMs: 500, capMs: 2_000, budgetMs: 3_000 },
} satisfies Partial<GetSettings>;

/** A door of its own beside the one to the package registries; the cache stays its opener's to close. */
export function openCodeHostReader(
  asked: ReadonlyMap<string, Source>,
  settings: Omit<GetSettings, 'hosts' | 'timeouts' | 'retries'> & { readonly cache: Cache },
): CodeHostReader {
  const ids = new Set(codeHosts.map(({ id }) => id));
  const hosts = new Map([...asked].filter(([id]) => ids.has(id)));
  const door = createGet({ ...settings, ...PATIENCE, hosts: hostsOf(hosts) });
  return {
    async read(wanted) {
      const lines = await observeHosted(wanted, {
        get: door.get,
        baseUrlOf: (host) => hosts.get(host.id)?.baseUrl ?? host.baseUrl,
      });
      const byKey = new Map<string, StoredHosted>(lines.map((line) => [line.key, line]));
      return codeHostFacts((key) => byKey.get(key));
    },
    close: () => door.close(),
  };
}
