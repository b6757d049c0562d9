/**
 * Hosted connector farms: one account, one host, hundreds of entries, many of them named after brands.
 *
 * Sizes at scale 1 follow the official registry of 2026-05 and the hosts of 2026-08: one account with some 6 % of all entries,
 * 58 hosts with ten servers or more. A farm is a structure, not an accusation; publishers and hosts are invented.
 */
import { BRAND_WORDS } from './brands.ts';
import { happens, pick, stream, weighted, words, type Weighted } from './random.ts';
import { makeServer } from './servers.ts';
import { companyOf, person } from './publishers.ts';
import type { Publisher, Server } from './model.ts';
import { capital } from './names.ts';
import { things } from './descriptions.ts';

interface Farm {
  readonly login: string;
  /** Entries at scale 1. */
  readonly size: number;
  readonly host: string;
  readonly brandRate: number;
  /** Top level of a company's namespace; a GitHub account without. */
  readonly topLevel?: string;
}

export const FARMS: readonly Farm[] = [
  { login: 'netloft-io', size: 760, host: 'gateway.netloft.example', brandRate: 0.14 },
  {
    login: 'gullwing-sensors',
    size: 330,
    host: 'gullwing-registry-sensor.fogbank-observatory.workers.dev',
    brandRate: 0,
  },
  { login: 'SALTHOUSE-ORG', size: 290, host: 'salthouse-gateway.onrender.com', brandRate: 0.03 },
  { login: 'driftwharf', size: 214, host: 'server.driftwharf.example', brandRate: 0.18, topLevel: 'ai' },
  { login: 'cranewharf', size: 105, host: 'mcp.cranewharf.example', brandRate: 0, topLevel: 'eu' },
  { login: 'Oysterbeds402', size: 101, host: 'oysterbeds402.example', brandRate: 0.05 },
  { login: 'kelpline', size: 76, host: 'kelpline.example', brandRate: 0.12, topLevel: 'com' },
  { login: 'tidalbore', size: 61, host: 'tools.tidalbore.example', brandRate: 0, topLevel: 'io' },
  { login: 'skiffmate', size: 60, host: 'skiffmate-hive.onrender.com', brandRate: 0.04 },
  { login: 'mastlamp', size: 57, host: 'mcp.mastlamp.example', brandRate: 0.1 },
  { login: 'lazy-lugger', size: 55, host: 'lazy-lugger.example', brandRate: 0.05 },
  ...[...words('ebbworks spindrift-bits Bollard bilgepump rowlocks hawser shackle oarlock fairlead gunwale')].map(
    (login, at) => ({
      login,
      size: 49 - 4 * at,
      host: `mcp.${login.toLowerCase()}.example`,
      brandRate: at % 3 === 0 ? 0.1 : 0,
    }),
  ),
  ...[...words('thwart transom stemhead sternpost garboard futtock scupper taffrail binnacle cathead hawsepipe')].map(
    (login, at) => ({
      login: `${login}-hub`,
      size: 20 - (at % 10),
      host: `${login}.example`,
      brandRate: 0.02,
    }),
  ),
];

const ENDINGS: Weighted<string> = [
  ['through the shared gateway', 1],
  ['hosted, keys managed for you', 1],
  ['pay per call', 1],
];

export function makeFarm(farm: Farm, of: { seed: string; size: number; asOfMs: number }): readonly Server[] {
  const key = `${of.seed}/farm/${farm.login}`;
  const publisher = publisherOf(key, farm);
  const ending = weighted(stream(key), ENDINGS);
  const leaves = new Set<string>();
  return Array.from({ length: of.size }, (_, at) => {
    const server = makeServer(`${key}/${at}`, publisher, { asOfMs: of.asOfMs, leaves, brandRate: farm.brandRate });
    const chance = stream(key, at, 'farm');
    const branded = BRAND_WORDS.some(([word]) => word === server.subject);
    return {
      ...server,
      title: branded || happens(chance, 0.5) ? capital(server.subject) : null,
      description:
        `${capital(server.subject)} ${pick(chance, ['pack', 'connector', 'tools'])}: ${things(chance)}, ${things(chance)}; ${ending}`.slice(
          0,
          100,
        ),
      repository: { url: `https://github.com/${publisher.login}/mcp-${server.leaf}`, source: 'github' as const },
      packages: [],
      remotes: [
        {
          type: 'streamable-http' as const,
          url: `https://${farm.host}/${server.leaf}/mcp`,
          headers: server.remotes[0]?.headers ?? [],
        },
      ],
    };
  });
}

function publisherOf(key: string, { login, topLevel }: Farm): Publisher {
  if (topLevel === undefined) return person(key, login);
  return companyOf(key, { label: login, display: capital(login), topLevel });
}
