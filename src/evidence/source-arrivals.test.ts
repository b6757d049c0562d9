import { describe, expect, it } from 'vitest';
import type { Subject } from '../model/subject.ts';
import { address, fact, file, reads, request, rests, runs, starts, unreadable } from '../testing/facts.ts';
import { read, sourced, wheel } from '../testing/sources.ts';
import { arrivals, arrivalsOrFirst, occurrences, recent, type Trait } from './source-arrivals.ts';
import { isInstalled, stepsOf, type Step } from './source-steps.ts';

const REQUESTS: Trait = { kinds: ['request'] };
const HOSTS: Trait = { kinds: ['request', 'address'], identity: ({ value }) => value, known: () => true };
const crane = request('https://crane.example');
const ferry = request('https://ferry.example');

describe('what arrives with a release', () => {
  it.each<[name: string, subject: Subject, values: readonly string[]]>([
    [
      'a new fact',
      sourced(read('1.0.0', runs('a.js', crane)), read('1.0.1', runs('a.js', crane, ferry))),
      [ferry.value],
    ],
    [
      'nothing, where a file moved',
      sourced(read('1.0.0', runs('a.js', crane)), read('1.0.1', runs('dist/b.js', crane))),
      [],
    ],
    [
      'nothing, where two files were bundled',
      sourced(read('1.0.0', runs('a.js', crane), runs('b.js', ferry)), read('1.0.1', runs('bundle.js', ferry, crane))),
      [],
    ],
    [
      'nothing, where it only went away for some releases',
      sourced(read('1.0.0', runs('a.js', crane)), read('1.0.1', runs('a.js')), read('1.0.2', runs('a.js', crane))),
      [],
    ],
    [
      'what a test did and now runs',
      sourced(read('1.0.0', rests('test', 'a.test.js', crane)), read('1.0.1', runs('a.js', crane))),
      [crane.value],
    ],
    ['nothing of tests', sourced(read('1.0.0'), read('1.0.1', rests('test', 'a.test.js', crane))), []],
    [
      'what an install hook runs, whatever its folder is called',
      sourced(read('1.0.0'), read('1.0.1', file('test/a.js', { role: 'test', entry: 'install' }, crane))),
      [crane.value],
    ],
    [
      'nothing of a file that could not be read before',
      sourced(read('1.0.0', unreadable('a.js')), read('1.0.1', runs('a.js', crane), runs('b.js', ferry))),
      [ferry.value],
    ],
    [
      'once what a wheel and its sdist both hold',
      sourced(wheel('1.0.0', []), wheel('1.0.1', [runs('a.py', crane)], [runs('src/a.py', crane)])),
      [crane.value],
    ],
    ['nothing of a single release', sourced(read('1.0.0', runs('a.js', crane))), []],
  ])('is %s', (_name, subject, values) => {
    expect(arrivals(last(subject), REQUESTS).map((each) => each.fact.value)).toEqual(values);
  });

  it('forgets what stood in no release of the last five', () => {
    const without = ['1.0.1', '1.0.2', '1.0.3', '1.0.4', '1.0.5'].map((version) => read(version, runs('a.js')));
    const back = read('1.0.6', runs('a.js', crane));
    expect(arrivals(last(sourced(read('1.0.0', runs('a.js', crane)), ...without.slice(1), back)), REQUESTS)).toEqual(
      [],
    );
    expect(arrivals(last(sourced(read('1.0.0', runs('a.js', crane)), ...without, back)), REQUESTS)).toHaveLength(1);
  });

  it('knows what documents named, where the trait says so', () => {
    const subject = sourced(
      read('1.0.0', rests('docs', 'README.md', address('https://crane.example'))),
      read('1.0.1', runs('a.js', crane)),
    );
    expect(arrivals(last(subject), HOSTS)).toEqual([]);
    expect(arrivals(last(subject), REQUESTS)).toHaveLength(1);
  });

  it('counts in the files that the trait names', () => {
    const setting = fact('auto-run', 'node x.js', '.vscode/tasks.json folderOpen');
    const subject = sourced(read('1.0.0'), read('1.0.1', rests('data', '.vscode/tasks.json', setting)));
    expect(arrivals(last(subject), { kinds: ['auto-run'] })).toEqual([]);
    expect(arrivals(last(subject), { kinds: ['auto-run'], counts: isInstalled })).toHaveLength(1);
  });

  it('is all of the oldest release for who asks for that too, and nothing of an oldest one that was read by chance', () => {
    const subject = sourced(read('1.0.0', runs('a.js', crane, crane)));
    expect(arrivalsOrFirst(last(subject), REQUESTS)).toHaveLength(1);
  });
});

describe('what came lately', () => {
  it('is what arrived with this release or the four before it', () => {
    const six = ['1.0.2', '1.0.3', '1.0.4', '1.0.5'].map((version) => read(version, runs('a.js', crane)));
    const added = read('1.0.1', runs('a.js', crane));
    expect(recent(last(sourced(read('1.0.0'), added, ...six)), HOSTS)).toEqual(new Set([crane.value]));
    expect(recent(last(sourced(read('1.0.0'), added, ...six, read('1.0.6', runs('a.js', crane)))), HOSTS)).toEqual(
      new Set(),
    );
  });

  it('is found wherever it stands now', () => {
    const subject = sourced(
      read('1.0.0'),
      read('1.0.1', runs('a.js', crane, reads('X')), runs('b.js', starts('ls'), crane)),
    );
    const places = occurrences(last(subject), HOSTS, new Set([crane.value])).get(crane.value);
    expect(places?.map(({ file: { path }, fact: { line } }) => [path, line])).toEqual([
      ['a.js', 1],
      ['b.js', 2],
    ]);
  });
});

function last(subject: Subject): Step {
  const step = subject.depth === 'source' ? stepsOf(subject.sources[0]).at(-1) : undefined;
  if (step === undefined) throw new Error('its archives were read');
  return step;
}
