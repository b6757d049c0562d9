// Prints which servers stand first for the questions people ask, over the shipped snapshot, and the processor time of each answer.
import { openLookup } from '../src/commands/lookup.ts';
import { NO_CONFIG } from '../src/config/schema.ts';
import { searchIndex } from '../src/search/index.ts';
import { searched } from '../src/search/rank.ts';

/** Words to what has to be among the first three names. */
const QUESTIONS: readonly (readonly [query: string, wanted: RegExp])[] = [
  ['stripe', /^com\.stripe\/mcp$/],
  ['stripe mcp server', /^com\.stripe\/mcp$/],
  ['strpe', /^com\.stripe\/mcp$/],
  ['github', /github\/github-mcp-server$/],
  ['githb', /github\/github-mcp-server$/],
  ['git hub', /github/],
  ['slak', /slack/i],
  ['notion', /notion/i],
  ['postgres', /postgres/i],
  ['postgresql', /postgres/i],
  ['kubernets', /kubernetes/i],
  ['send mail', /mail/i],
  ['emails', /email/i],
  ['browser automation', /browser/i],
  ['weather forecast', /weather/i],
  ['cloudflare', /cloudflare/i],
];

const startedMs = performance.now();
const lookup = await openLookup({ snapshots: 'snapshots', snapshot: '2026-06-29', progress: true });
const openedMs = performance.now();
const index = searchIndex((name) => lookup.section(name), lookup.size);
const readyMs = performance.now();
console.log(
  `lookup ${(openedMs - startedMs).toFixed(0)} ms, index ${(readyMs - openedMs).toFixed(0)} ms, ${lookup.size} entries`,
);
console.log('| words | ms | first three | as wanted |\n| - | - | - | - |');
for (const [query, wanted] of QUESTIONS) {
  const began = process.cpuUsage();
  const { hits } = searched(lookup, index, { query, filters: {}, limit: 3, lists: NO_CONFIG });
  const { user, system } = process.cpuUsage(began);
  const tookMs = (user + system) / 1000;
  const names = hits.map(({ entry }) => entry.name);
  const place = names.findIndex((name) => wanted.test(name));
  if (place < 0) process.exitCode = 1;
  console.log(
    `| ${query} | ${tookMs.toFixed(0)} | ${names.map((name) => `\`${name}\``).join(', ')} | ${place < 0 ? 'no' : place + 1} |`,
  );
}
lookup.close();
