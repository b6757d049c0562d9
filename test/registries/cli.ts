/** Serves all registries on one loopback port, for demonstrations by hand; --help tells how. */
import { parseArgs } from 'node:util';
import { feedOf as feedOfCases } from '../../scripts/cases/feed.ts';
import { CASES } from '../../scripts/cases/index.ts';
import { buildFeed } from '../../scripts/population/population.ts';
import { feedFromDumps } from './dumps.ts';
import type { Feed } from './feed.ts';
import { harbourFeed } from './harbour.ts';
import { startRegistries } from './server.ts';
import { RULES_HELP, ruleOf } from './spec.ts';

const HELP = `node test/registries/cli.ts [options]

  --dumps DIR --date DATE   recorded listings, the last of each registry until that day
  --population SEED/SCALE   an invented population, such as 7/0.1, until --date [default: 2026-06-29]
  --cases                   the reconstructed packages alone, with their archives
  --port NUMBER             [default: any free one]
  --misbehave RULE          may be given again; the first that applies decides
  --seed NUMBER             of what happens to a share of the requests [default: 1]
  --help

${RULES_HELP}`;

const AS_OF = '2026-06-29';
const DEMO_KEYS = 'PULSEMCP_API_KEY=demo PULSEMCP_TENANT_ID=demo GLAMA_API_KEY=demo';

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      dumps: { type: 'string' },
      date: { type: 'string' },
      population: { type: 'string' },
      cases: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      misbehave: { type: 'string', multiple: true, default: [] },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const rules = values.misbehave.map((spec) => ruleOf(spec, Number(values.seed)));
  const feed = feedOf(values);
  const registries = await startRegistries(feed, { port: Number(values.port) });
  for (const rule of rules) registries.misbehave(rule);

  const flags = Object.entries(registries.baseUrls).map(([id, url]) => `  --base-url ${id}=${url}`);
  console.log(`${DEMO_KEYS} \\\nregistry-audit capture \\\n${flags.join(' \\\n')}`);
  process.once('SIGINT', () => {
    const { log } = registries;
    console.log(`\n${log.length} requests, ${log.filter(({ method }) => method !== 'GET').length} of them not GET`);
    void registries.close();
  });
}

interface Source {
  readonly dumps?: string | undefined;
  readonly date?: string | undefined;
  readonly population?: string | undefined;
  readonly cases: boolean;
}

function feedOf({ dumps, date, population, cases }: Source): Feed {
  if (cases) return harbourFeed(feedOfCases(CASES));
  if (population !== undefined) return populationFeed(population, date ?? AS_OF);
  if (dumps === undefined || date === undefined)
    throw new Error(`which rows? --dumps with --date, --population, or --cases\n\n${HELP}`);
  const feed = feedFromDumps(dumps, { date });
  if (feed === undefined) throw new Error(`no folder official/ in ${dumps}`);
  return feed;
}

function populationFeed(text: string, asOf: string): Feed {
  const [seed = '', scale = ''] = text.split('/');
  if (seed === '' || !(Number(scale) > 0)) throw new Error(`not SEED/SCALE: ${text}`);
  return buildFeed({ seed, scale: Number(scale), asOf });
}
