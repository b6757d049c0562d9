import { describe, expect, it } from 'vitest';

import { testClock } from '../testing/door.ts';
import { lanes, openLane } from './pace.ts';

const NO_LIMIT_MS = Number.POSITIVE_INFINITY;

describe('openLane', () => {
  it('hands out slots at even gaps', async () => {
    const clock = testClock();
    const lane = openLane({ concurrency: 1, requestsPerSecond: 4 }, clock);
    const turnsMs: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      await lane.turn(NO_LIMIT_MS);
      turnsMs.push(clock.elapsedMs());
    }
    expect(turnsMs).toEqual([0, 250, 500, 750]);
  });

  it('does not make up for idle time with a burst', async () => {
    const clock = testClock();
    const lane = openLane({ concurrency: 1, requestsPerSecond: 4 }, clock);
    await lane.turn(NO_LIMIT_MS);
    await clock.sleep(10_000);
    await lane.turn(NO_LIMIT_MS);
    await lane.turn(NO_LIMIT_MS);
    expect(clock.elapsedMs()).toBe(10_250);
  });

  it('never waits where it is unpaced', async () => {
    const clock = testClock();
    const lane = openLane({ concurrency: 1, requestsPerSecond: null }, clock);
    for (let turn = 0; turn < 100; turn += 1) await lane.turn(0);
    expect(clock.sleptMs).toEqual([]);
  });

  it('starts nothing while it is paused', async () => {
    const clock = testClock();
    const lane = openLane({ concurrency: 1, requestsPerSecond: null }, clock);
    lane.pause(5_000);
    lane.pause(1_000);
    expect(await lane.turn(5_000)).toBe(0);
    expect(clock.elapsedMs()).toBe(5_000);
  });

  it('says how long a pause still lasts, and waits for none of it, where it is more than may be waited', async () => {
    const clock = testClock();
    const lane = openLane({ concurrency: 1, requestsPerSecond: null }, clock);
    lane.pause(5_001);
    expect(await lane.turn(5_000)).toBe(5_001);
    expect(clock.sleptMs).toEqual([]);
  });

  it('runs no more at once than its concurrency', async () => {
    const lane = openLane({ concurrency: 3, requestsPerSecond: null }, testClock());
    let running = 0;
    let most = 0;
    const task = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, () => lane.run(task)));
    expect(most).toBe(3);
  });
});

describe('lanes', () => {
  it('keeps one lane a host, so that one host does not slow another', async () => {
    const clock = testClock();
    const laneOf = lanes(clock);
    const tidewater = { pace: { concurrency: 1, requestsPerSecond: null } };
    const quayside = { pace: { concurrency: 1, requestsPerSecond: null } };
    laneOf(tidewater).pause(9_000);
    expect(await laneOf(quayside).turn(0)).toBe(0);
    expect(await laneOf(tidewater).turn(0)).toBe(9_000);
  });
});
