import { describe, expect, test } from 'vitest';
import { candidate, cited, fired } from '../testing/candidates.ts';
import { reasons } from './reasons.ts';

describe('the reasons under a candidate', () => {
  test('are what fired, what speaks against it and what was not looked for', () => {
    expect(
      reasons(
        candidate({
          fired: [fired('lookalike/brand-typo', cited({ statement: 'the name was near' }))],
          cleared: [fired('lookalike/says-unofficial', cited({ statement: 'the title said "unofficial"' }))],
          notLookedFor: [
            { signal: 'lookalike/vendor-listed', reason: 'needs depth metadata, had name' },
            { signal: 'lookalike/vendor-package-maintainer', reason: 'needs depth package, had name' },
          ],
        }),
      ),
    ).toEqual([
      { weight: '+20', said: 'the name was near' },
      { weight: '−20 %', said: 'the title said "unofficial"' },
      { weight: '?', said: 'not looked for: lookalike/vendor-listed, lookalike/vendor-package-maintainer' },
    ]);
  });

  test('name where else the server stands, and not all of it', () => {
    const twins = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ id: `glama:${name}`, because: ['remote tide.example'] }));
    const both = candidate({ identity: { registries: 2, twins } });
    expect(reasons(both).at(-1)).toEqual({
      weight: '=',
      said: 'on 2 registries, the same server as glama:a, glama:b, glama:c, glama:d and 1 more',
    });
    expect(reasons(candidate({ identity: { registries: 1, twins: [] } }))).toEqual(reasons(candidate()));
  });

  test('count further evidence of one signal', () => {
    const two = candidate({ fired: [fired('lookalike/brand-typo', cited({ statement: 'it was near' }), cited())] });
    expect(reasons(two)).toEqual([{ weight: '+20', said: 'it was near (and 1 more)' }]);
  });

  test('are cut, and the count of further evidence is not', () => {
    const statement = 'tide'.repeat(250_000);
    const [long] = reasons(candidate({ fired: [fired('lookalike/brand-typo', cited({ statement }), cited())] }));
    expect(long?.said).toMatch(/^(tide){40}… \(and 1 more\)$/);
  });
});
