import { describe, expect, it } from 'vitest';
import type { Subject } from '../model/subject.ts';
import { file, irregular, request, runs, unreadable } from '../testing/facts.ts';
import { packed, read, sourced, sourcedAs } from '../testing/sources.ts';
import { packument, release } from '../testing/subjects.ts';
import type { Looked } from './history.ts';
import { arrivalsOrFirst, type Trait } from './source-arrivals.ts';
import { acrossReleases, citeFact, stepLabel, type Needs } from './source-looked.ts';

const REQUESTS: Trait = { kinds: ['request'] };
const crane = request('https://crane.example');
const compared: Needs = { read: 'files', looksAt: 'compared' };

describe('nothing found', () => {
  it.each<[name: string, subject: Subject, needs: Needs, reason: string | null]>([
    ['is silence where all was read', sourced(read('1.0.0'), read('1.0.1')), compared, null],
    [
      'is not seen where there is nothing to compare with',
      sourced(read('1.0.0')),
      compared,
      'of harbor-mcp no earlier release was read to compare with',
    ],
    [
      'is silence of an only release for who looks at it too',
      sourced(read('1.0.0')),
      { ...compared, looksAt: 'first-too' },
      null,
    ],
    [
      'is not seen of an only release that is not the oldest',
      sourcedAs({ older: [release('0.9.0')] }, read('1.0.0')),
      { ...compared, looksAt: 'first-too' },
      'of harbor-mcp no earlier release was read to compare with',
    ],
    [
      'is silence of any release for who looks at each',
      sourcedAs({ older: [release('0.9.0')] }, read('1.0.0')),
      { ...compared, looksAt: 'each' },
      null,
    ],
    [
      'is not seen where a release could not be read',
      sourcedAs({ notRead: [{ version: '1.0.2', reason: 'its registry answered 404' }] }, read('1.0.0'), read('1.0.1')),
      compared,
      'the archive of harbor-mcp 1.0.2 could not be read: its registry answered 404',
    ],
    [
      'is not seen where a file that runs could not be read',
      sourced(read('1.0.0'), read('1.0.1', unreadable('a.js'))),
      compared,
      '1 file of harbor-mcp that run could not be read',
    ],
    [
      'is silence where the same bytes could never be read',
      sourced(read('1.0.0', unreadable('a.js')), read('1.0.1', unreadable('a.js'))),
      compared,
      null,
    ],
    [
      'is not seen where what could not be read was replaced',
      sourced(read('1.0.0', unreadable('a.js')), read('1.0.1', runs('a.js'))),
      compared,
      '1 file of harbor-mcp that run could not be read',
    ],
    [
      'is silence for who does not read files',
      sourced(read('1.0.0'), read('1.0.1', unreadable('a.js'))),
      { ...compared, read: 'archives' },
      null,
    ],
    [
      'is silence for who only asks which files there are',
      sourced(read('1.0.0'), read('1.0.1', unreadable('a.js'))),
      { ...compared, read: 'members' },
      null,
    ],
    [
      'is not seen by who asks which files there are in an archive that was cut short',
      sourced(read('1.0.0'), packed(read('1.0.1'), { irregularities: [irregular('truncated', '')] })),
      { ...compared, read: 'members' },
      'an archive of harbor-mcp was not read to its end',
    ],
    [
      'is silence for who asks the archive itself, cut short or not',
      sourced(read('1.0.0'), packed(read('1.0.1'), { irregularities: [irregular('truncated', '')] })),
      { ...compared, read: 'archives' },
      null,
    ],
    [
      'is not seen where one release of two lacks the field',
      sourced(read('1.0.0'), read('1.0.1'), read('1.0.2')),
      { ...compared, field: { isGiven: ({ release: { version } }) => version !== '1.0.1', lacking: 'no tide table' } },
      'no tide table',
    ],
    [
      'is silence where each release has the field',
      sourced(read('1.0.0'), read('1.0.1'), read('1.0.2')),
      { ...compared, field: { isGiven: () => true, lacking: 'no tide table' } },
      null,
    ],
    [
      'is silence where only a picture could not be read',
      sourced(read('1.0.0'), read('1.0.1', file('a.png', { role: 'data', reading: { how: 'not-read', reason: 'x' } }))),
      compared,
      null,
    ],
    [
      'is not seen where an archive was cut short',
      sourced(read('1.0.0'), packed(read('1.0.1'), { irregularities: [irregular('too-many-entries', '')] })),
      compared,
      'an archive of harbor-mcp was not read to its end',
    ],
    [
      'is not seen where the order of releases is not known',
      sourcedAs({ packument: { ordered: 'as listed' } }, read('1.0.0'), read('1.0.1')),
      compared,
      'the history of harbor-mcp does not say in which order releases were published',
    ],
    [
      'is silence where releases are ordered by their versions',
      sourcedAs({ packument: { ordered: 'by version' } }, read('1.0.0'), read('1.0.1')),
      compared,
      null,
    ],
    [
      'is not seen where the field is given by none',
      sourced(read('1.0.0'), read('1.0.1')),
      { ...compared, field: { isGiven: () => false, lacking: 'nobody gives it' } },
      'nobody gives it',
    ],
  ])('%s', (_name, subject, needs, reason) => {
    expect(looked(subject, needs)).toEqual(reason === null ? [] : { unseen: reason });
  });

  it('is not seen of a package beside one whose archives were read', () => {
    const subject = sourced(read('1.0.0'), read('1.0.1'));
    if (subject.depth !== 'source') throw new Error('its archives were read');
    const both = { ...subject, packuments: [...subject.packuments, packument({ name: 'ferry-times' })] } as const;
    expect(looked(both, compared)).toEqual({ unseen: 'no archive of ferry-times was read' });
  });
});

it('what was found is told however much could not be read, five of a case from each release', () => {
  const many = Array.from({ length: 9 }, (_, index) => request(`https://berth-${index}.example`));
  const subject = sourcedAs(
    { notRead: [{ version: '1.0.3', reason: 'x' }] },
    read('1.0.0'),
    read('1.0.1', runs('a.js', ...many), unreadable('b.js')),
    read('1.0.2', runs('a.js', crane)),
  );
  const found = looked(subject, compared);
  expect(Array.isArray(found) ? found.length : found).toBe(6);
});

function looked(subject: Subject, needs: Needs): Looked {
  if (subject.depth !== 'source') throw new Error('its archives were read');
  return acrossReleases(subject, needs, (step) =>
    arrivalsOrFirst(step, REQUESTS).map((each) => citeFact(each, { statement: `${stepLabel(step)} asked` })),
  );
}
