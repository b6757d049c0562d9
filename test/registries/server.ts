import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { jsonAnswer } from './answer.ts';
import type { Answer, LoopbackRegistry } from './answer.ts';
import type { Feed } from './feed.ts';
import { githubHost } from './github.ts';
import { glamaRegistry } from './glama.ts';
import { keptAnswers } from './kept-answers.ts';
import { mcpSoRegistry } from './mcp-so.ts';
import { isWireFault, misbehaviours } from './misbehave.ts';
import type { Misbehaviour, Rule } from './misbehave.ts';
import { npmRegistry } from './npm.ts';
import { officialRegistry } from './official.ts';
import { pulsemcpRegistry } from './pulsemcp.ts';
import type { PulsemcpKeys } from './pulsemcp.ts';
import { pypiRegistry } from './pypi.ts';
import { send } from './send.ts';
import { smitheryRegistry } from './smithery.ts';
import { spoil } from './spoil.ts';

export type LoopbackId = 'official' | 'glama' | 'smithery' | 'mcp-so' | 'pulsemcp' | 'npm' | 'pypi' | 'github';

export interface Registries {
  /** Without a trailing slash: `http://127.0.0.1:PORT/<id>`. */
  readonly baseUrls: Readonly<Record<LoopbackId, string>>;
  /** In the order in which the answers were begun. */
  readonly log: readonly LoggedRequest[];
  /** Does something wrong from now on; what comes back withdraws the rule. */
  readonly misbehave: (rule: Rule) => () => void;
  readonly close: () => Promise<void>;
}

export interface LoggedRequest {
  readonly method: string;
  /** Path and query as they came: `/official/v0.1/servers?limit=100`. */
  readonly url: string;
  /** 0 where the connection was reset instead. */
  readonly status: number;
}

export interface RegistriesOptions {
  /** 0 or none: any free one. */
  readonly port?: number;
  /** Glama and Smithery ask for a key only where one is given here; PulseMCP always does, for any where none is given. */
  readonly keys?: { readonly glama?: string; readonly smithery?: string; readonly pulsemcp?: PulsemcpKeys };
}

/**
 * All five registries, npm, PyPI and GitHub on one loopback port.
 *
 * Rejects where the port is taken. Anything but GET is answered 405 and logged.
 */
export async function startRegistries(feed: Feed, options: RegistriesOptions = {}): Promise<Registries> {
  const server = createServer({ keepAliveTimeout: 60_000 });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;

  const baseUrls = baseUrlsOf(origin);
  const registries = registriesOf(feed, baseUrls, options.keys ?? {});
  const kept = keptAnswers();
  const wrong = misbehaviours();
  const log: LoggedRequest[] = [];

  function answerTo({ method, url = '/', headers }: IncomingMessage, misbehaviour: Misbehaviour | null): Answer {
    if (method !== 'GET') return jsonAnswer({ error: 'Method not allowed' }, 405, { allow: 'GET' });
    const parsed = new URL(`${origin}${url}`);
    const [, id = ''] = parsed.pathname.split('/', 2);
    const registry = registries.get(id);
    if (registry === undefined) return jsonAnswer({ error: 'No such registry' }, 404);

    const asked = { path: parsed.pathname.slice(id.length + 1), query: parsed.searchParams };
    const refusal = registry.refuse(asked, headers);
    if (misbehaviour === null) return refusal ?? kept.negotiated(url, headers, () => registry.answer(asked));
    const honest = refusal ?? kept.plain(url, () => registry.answer(asked));
    return isWireFault(misbehaviour) ? honest : spoil(honest, misbehaviour, { url: parsed, registry });
  }

  server.on('request', (request, response) => {
    const { method = '', url = '/' } = request;
    const misbehaviour = wrong.next(url);
    const answer = answerTo(request, misbehaviour);
    log.push({ method, url, status: misbehaviour?.kind === 'reset' ? 0 : answer.status });
    void send(response, answer, misbehaviour !== null && isWireFault(misbehaviour) ? misbehaviour : null);
  });

  return {
    baseUrls,
    log,
    misbehave: wrong.add,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function baseUrlsOf(origin: string): Registries['baseUrls'] {
  return {
    official: `${origin}/official`,
    glama: `${origin}/glama`,
    smithery: `${origin}/smithery`,
    'mcp-so': `${origin}/mcp-so`,
    pulsemcp: `${origin}/pulsemcp`,
    npm: `${origin}/npm`,
    pypi: `${origin}/pypi`,
    github: `${origin}/github`,
  };
}

function registriesOf(
  feed: Feed,
  baseUrls: Registries['baseUrls'],
  keys: NonNullable<RegistriesOptions['keys']>,
): ReadonlyMap<string, LoopbackRegistry> {
  const registries = {
    official: officialRegistry(feed.official),
    glama: glamaRegistry(feed.glama, { baseUrl: baseUrls.glama, key: keys.glama ?? null }),
    smithery: smitheryRegistry(feed.smithery, keys.smithery ?? null),
    'mcp-so': mcpSoRegistry(feed.mcpSo, baseUrls['mcp-so']),
    pulsemcp: pulsemcpRegistry(feed.pulsemcp, keys.pulsemcp ?? null),
    npm: npmRegistry(feed, baseUrls.npm),
    pypi: pypiRegistry(feed, baseUrls.pypi),
    github: githubHost(feed, baseUrls.github),
  } satisfies Record<LoopbackId, LoopbackRegistry>;
  return new Map(Object.entries(registries));
}
