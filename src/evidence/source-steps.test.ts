import { expect, it } from 'vitest';
import { runs } from '../testing/facts.ts';
import { packed, read, sourced, sourcedAs } from '../testing/sources.ts';
import { release } from '../testing/subjects.ts';
import type { Subject } from '../model/subject.ts';
import { stepsOf } from './source-steps.ts';

it('a release stands beside the newest earlier one of its line', () => {
  const steps = stepsIn(sourced(read('1.0.0'), read('2.0.0'), read('1.0.1'), read('2.0.1')));
  expect(steps.map(({ release: { version }, before }) => [version, before?.version])).toEqual([
    ['1.0.0', undefined],
    ['2.0.0', '1.0.0'],
    ['1.0.1', '1.0.0'],
    ['2.0.1', '2.0.0'],
  ]);
});

it('a line goes on from the release before its first', () => {
  const steps = stepsIn(sourced(read('1.0.0'), read('1.1.0'), read('2.0.0'), read('2.0.1')));
  expect(versions(steps.at(-1)?.earlier)).toEqual(['1.0.0', '1.1.0', '2.0.0']);
});

it('five releases of a line are remembered', () => {
  const six = ['1.0.0', '1.0.1', '1.0.2', '1.0.3', '1.0.4', '1.0.5'].map((version) => read(version));
  const [first, ...others] = six;
  if (first === undefined) throw new Error('six releases were listed');
  const steps = stepsIn(sourced(first, ...others, read('1.0.6')));
  expect(versions(steps.at(-1)?.earlier)).toEqual(['1.0.1', '1.0.2', '1.0.3', '1.0.4', '1.0.5']);
});

it('only the oldest release that the registry shows is a first one', () => {
  expect(stepsIn(sourced(read('1.0.0'), read('1.0.1'))).map(({ isFirst }) => isFirst)).toEqual([true, false]);
  const cut = sourcedAs({ older: [release('0.9.0')] }, read('1.0.0'), read('1.0.1'));
  expect(stepsIn(cut).map(({ isFirst }) => isFirst)).toEqual([false, false]);
});

it('asking twice gives the same steps, which remember what they were asked', () => {
  const subject = sourced(packed(read('1.0.0', runs('index.js')), {}));
  expect(stepsIn(subject)).toBe(stepsIn(subject));
});

function stepsIn(subject: Subject): ReturnType<typeof stepsOf> {
  if (subject.depth !== 'source') throw new Error('its archives were read');
  return stepsOf(subject.sources[0]);
}

function versions(steps: ReturnType<typeof stepsOf> = []): readonly string[] {
  return steps.map(({ release: { version } }) => version);
}
