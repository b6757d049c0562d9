// Start-up: `registry-audit --help` against a Node that does nothing.
import { join } from 'node:path';
import { leastCost, ratio, row } from './measure.ts';

const RUNS = 10;
const node = leastCost(['-e', '0'], RUNS);
const help = leastCost([join(import.meta.dirname, '..', '..', 'bin', 'registry-audit.js'), '--help'], RUNS);
console.log(row('node that does nothing', node));
console.log(row('registry-audit --help', help));
console.log(ratio('--help, ms wall', help.wallMs, 250));
