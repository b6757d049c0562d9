// Every benchmark, one table after the other: `npm run bench [-- --long]`.
import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { long: { type: 'boolean', default: false }, only: { type: 'string' } } });

interface Bench {
  readonly title: string;
  readonly file: string;
  readonly args?: readonly string[];
  /** In the long form. */
  readonly longArgs?: readonly string[];
}

const BENCHES: readonly Bench[] = [
  { title: 'Cold start', file: 'help.ts' },
  { title: 'Scan of the shipped snapshot, time and memory', file: 'scan.ts' },
  { title: 'Capture from loopback', file: 'capture.ts', args: ['0.3'], longArgs: ['1'] },
  { title: 'One GET with its cache', file: 'get.ts' },
  { title: 'Near-duplicate names', file: 'near-duplicates.ts', longArgs: ['--million'] },
  { title: 'Brands in names', file: 'brand-matching.ts' },
  { title: 'Facts of source files', file: 'source-facts.ts' },
  { title: 'Search', file: 'search.ts' },
  { title: 'The review page in a browser', file: 'page.ts' },
  { title: 'Growth of a scan', file: 'growth.ts', args: ['0.3', '1', '3'], longArgs: ['0.3', '1', '3', '10', '29'] },
];

const [cpu] = cpus();
console.log(
  `Node ${process.versions.node}, ${cpus().length} cores (${cpu?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, load ${loadavg()
    .map((each) => each.toFixed(1))
    .join(' ')} at the start`,
);
const failed: string[] = [];
for (const { title, file, args = [], longArgs = args } of BENCHES) {
  if (values.only !== undefined && file !== `${values.only}.ts`) continue;
  console.log(`\n${title} (node scripts/bench/${[file, ...(values.long ? longArgs : args)].join(' ')})`);
  const { status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, file), ...(values.long ? longArgs : args)],
    { stdio: 'inherit' },
  );
  if (status !== 0) failed.push(file);
}
for (const file of failed) console.log(`FAILED ${file}`);
process.exitCode = failed.length === 0 ? 0 : 1;
