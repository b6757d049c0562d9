// Everything that may go wrong around a capture and a scan, made to go wrong: `node scripts/faults/index.ts [--long] [--seed TEXT] [--only NAME]`.
import { parseArgs } from 'node:util';
import { type Campaign, inField, type Outcome, renderHead, renderOutcome, renderTotal } from './campaign.ts';
import { clocks } from './clocks.ts';
import { damage } from './damage.ts';
import { disks } from './disks.ts';
import { kills } from './kills.ts';
import { misbehaviours } from './misbehaviours.ts';
import { together } from './together.ts';

const CAMPAIGNS: Readonly<Record<string, Campaign>> = { kills, misbehaviours, disks, damage, together, clocks };

const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    seed: { type: 'string', default: '20260629' },
    only: { type: 'string' },
  },
});
const chosen = Object.entries(CAMPAIGNS).filter(([name]) => values.only === undefined || values.only === name);
if (chosen.length === 0)
  throw new Error(`no campaign "${values.only}"; there are ${Object.keys(CAMPAIGNS).join(', ')}`);

const startedMs = performance.now();
const outcomes: Outcome[] = [];
console.log(`seed ${values.seed}, ${values.long ? 'long' : 'short'} form\n\n${renderHead()}`);
await inField(values, async (field) => {
  for (const [, campaign] of chosen) {
    const found = await campaign(field);
    outcomes.push(...found);
    for (const outcome of found) console.log(renderOutcome(outcome));
  }
});
const failures = outcomes.flatMap(({ fault, failures: found }) => found.map((each) => `${fault}: ${each}`));
console.log(renderTotal(outcomes));
for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${Math.round((performance.now() - startedMs) / 1000)} s`);
process.exitCode = failures.length === 0 ? 0 : 1;
