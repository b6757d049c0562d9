import { describe, expect, test } from 'vitest';
import { packument, release } from '../testing/subjects.ts';
import { choice, versionsOf } from './choice.ts';

const history = packument({
  name: 'harbor-mcp',
  releases: ['1.0.0', '1.0.1', '2.0.0', '1.0.2', '1.0.3'].map((version) => release(version)),
  distTags: { latest: '1.0.3' },
});

describe('which releases of a named package are read', () => {
  test.each([
    ['all of them without a version', null, ['1.0.0', '1.0.1', '2.0.0', '1.0.2', '1.0.3']],
    ['one and those before it in its line', '1.0.2', ['1.0.0', '1.0.1', '1.0.2']],
    ['the first of a line with those before it', '2.0.0', ['1.0.0', '1.0.1', '2.0.0']],
    ['the first release of all alone', '1.0.0', ['1.0.0']],
    ['none where there is no such version', '9.9.9', null],
  ])('%s', (_case, version, versions) => {
    expect(versionsOf(history, version)).toEqual(versions);
  });
});

const offered = (
  ...offers: readonly [name: string, reasons: Parameters<ReturnType<typeof choice>['add']>[0]['reasons']][]
) => {
  const made = choice();
  for (const [name, reasons] of offers)
    made.add({ ecosystem: 'npm', packument: { ...history, purl: `pkg:npm/${name}` }, reasons });
  return made;
};
const purls = (chosen: readonly { readonly purl: string }[]) => chosen.map(({ purl }) => purl.slice('pkg:npm/'.length));

test('at most five releases before a named one are read', () => {
  const long = packument({ releases: Array.from({ length: 9 }, (_, index) => release(`1.0.${index}`)) });
  expect(versionsOf(long, '1.0.8')).toEqual(['1.0.3', '1.0.4', '1.0.5', '1.0.6', '1.0.7', '1.0.8']);
});

describe('which packages are read within a budget', () => {
  test('the one with most points first, equal ones by name, whatever the order in which they came', () => {
    const made = offered(
      ['quay', ['asks for secrets']],
      ['buoy', ['asks for secrets']],
      ['mole', ['sends messages', 'names a brand']],
    );
    expect(purls(made.within(100))).toEqual(['mole', 'buoy', 'quay']);
    expect(made.size()).toBe(3);
  });

  test('three releases of the line that is installed by default', () => {
    expect(offered(['quay', ['names a brand']]).within(3)[0]?.versions).toEqual(['1.0.1', '1.0.2', '1.0.3']);
  });

  test.each([
    [2, []],
    [3, ['buoy']],
    [5, ['buoy']],
    [6, ['buoy', 'quay']],
  ])('%d releases are enough for %j', (budget, names) => {
    expect(purls(offered(['quay', ['names a brand']], ['buoy', ['names a brand']]).within(budget))).toEqual(names);
  });

  test('a package that nothing speaks for is not read, however much is left', () => {
    expect(offered(['quay', []]).within(100)).toEqual([]);
  });
});
