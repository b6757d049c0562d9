import { join } from 'node:path';
import { type Campaign, capture, counting, newHome, remove } from './campaign.ts';

const PRELOAD = join(import.meta.dirname, 'jumping-clock.ts');
/** The choice of archives is about a day, so it is left out where days come and go. */
const DEPTH = ['--depth', 'package'];

/** Captures under a clock that jumps, killed half-way and resumed under another such clock. What is read must not depend on it. */
export const clocks: Campaign = async (field) => {
  const quiet = newHome();
  await capture(field.registries, quiet, { more: DEPTH });
  const counted = counting('clock jumps, with a kill in between', quiet);
  const rounds = field.long ? 20 : 1;
  const chance = field.chance('clocks');
  for (let round = 0; round < rounds; round += 1) {
    const home = newHome();
    const jumping = (part: string) => ({
      preload: PRELOAD,
      more: DEPTH,
      env: { SOURCE_DATE_EPOCH: '', FAULT_CLOCK_SEED: `${round} ${part} ${chance()}` },
    });
    const until = field.registries.log.length + 40;
    await capture(field.registries, home, {
      ...jumping('first'),
      onStart(child) {
        const watch = setInterval(() => field.registries.log.length >= until && child.kill('SIGKILL'), 1);
        child.once('close', () => clearInterval(watch));
      },
    });
    counted.ended(await capture(field.registries, home, jumping('second')), home, { ignoringTimes: true });
    remove(home);
  }
  remove(quiet);
  return [counted.outcome(rounds)];
};
