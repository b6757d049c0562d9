import { readdirSync } from 'node:fs';
import { between } from '../population/random.ts';
import { type Campaign, capture, counting, type Field, type Home, newHome, remove } from './campaign.ts';

/** A capture is killed so often before it is let finish. */
const MOST_IN_A_ROW = 4;

/**
 * Kills captures at random moments and runs them again: by the clock over the whole length of a run, after a number of requests,
 * and while the snapshot's files are being written, which is too short to be met by chance.
 */
export const kills: Campaign = async (field) => {
  const wanted = field.long ? 100 : 6;
  const chance = field.chance('kills');
  const counted = counting('kill -9 at a random moment, then run again', field.undisturbed);
  let killed = 0;
  while (killed < wanted) {
    const home = newHome();
    const inARow = Math.min(wanted - killed, between(chance, 2, MOST_IN_A_ROW));
    for (let each = 0; each < inARow; each += 1) {
      const { code } = await killedCapture(field, home, { kind: between(chance, 0, 3), at: chance() });
      // One that was faster than its end has nothing left to resume.
      if (code === 0) break;
      killed += 1;
    }
    const last = await capture(field.registries, home, { more: ['--replace'] });
    counted.ended(last, home);
    remove(home);
  }
  return [counted.outcome(killed)];
};

interface Moment {
  /** 0 and 1: by the clock; 2: by requests; 3: while files are written. */
  readonly kind: number;
  /** 0 to below 1, of the length of what it is measured by. */
  readonly at: number;
}

async function killedCapture({ registries, undisturbedMs }: Field, home: Home, { kind, at }: Moment) {
  const until = registries.log.length + 1 + Math.floor(at * 200);
  return capture(registries, home, {
    onStart(child) {
      const kill = () => child.kill('SIGKILL');
      const isDue = () => (kind === 2 ? registries.log.length >= until : kind === 3 && isWriting(home, at));
      const watch = setInterval(() => isDue() && kill(), 1);
      const alarm = kind < 2 ? setTimeout(kill, at * undisturbedMs) : undefined;
      child.once('close', () => {
        clearInterval(watch);
        clearTimeout(alarm);
      });
    },
  });
}

function isWriting({ snapshot }: Home, at: number): boolean {
  try {
    const written = readdirSync(snapshot, { recursive: true }).filter((name) => String(name).includes('.gz'));
    return written.length > Math.floor(at * 8);
  } catch {
    return false;
  }
}
