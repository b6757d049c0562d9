import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { between } from '../population/random.ts';
import { type Campaign, capture, counting, isExplained, newHome, remove } from './campaign.ts';
import { compare } from './compare.ts';

/** Two captures at once: into one folder, of which one may be sent away; and into two folders over one cache. */
export const together: Campaign = async (field) => {
  const rounds = field.long ? 15 : 1;
  const chance = field.chance('together');
  const oneFolder = counting('two captures at once, one folder and cache', field.undisturbed);
  const oneCache = counting('two captures at once, one cache', field.undisturbed);
  for (let round = 0; round < rounds; round += 1) {
    const home = newHome();
    const laterMs = between(chance, 0, Math.floor(field.undisturbedMs));
    const ends = await Promise.all([
      capture(field.registries, home),
      sleep(laterMs).then(() => capture(field.registries, home)),
    ]);
    for (const { code, stderr } of ends) {
      if (code === 0) oneFolder.verdict(compare(field.undisturbed.snapshot, home.snapshot), `${laterMs} ms later:`);
      else if (isExplained(code, stderr)) oneFolder.verdict({ ended: 'stopped' });
      else oneFolder.fail(`${laterMs} ms later: ended with ${code}: ${stderr.slice(0, 300)}`);
    }
    if (ends.every(({ code }) => code !== 0)) oneFolder.fail(`${laterMs} ms later: neither finished`);
    remove(home);

    const [first, second] = [newHome(), newHome()];
    const cache = join(first.folder, 'shared-cache');
    const both = await Promise.all([
      capture(field.registries, first, { cache }),
      capture(field.registries, second, { cache }),
    ]);
    oneCache.ended(both[0], first);
    oneCache.ended(both[1], second);
    remove(first);
    remove(second);
  }
  return [oneFolder.outcome(rounds), oneCache.outcome(rounds)];
};
