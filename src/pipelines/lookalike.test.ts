import { describe, expect, it } from 'vitest';
import type { Subject } from '../model/subject.ts';
import { defineSignal } from '../signal.ts';
import { harbourNames, lanternly } from '../testing/protected.ts';
import { listed, named, repositoryAt } from '../testing/subjects.ts';
import { lookalike } from './lookalike.ts';
import type { EntryHead } from './port.ts';

const description = 'Search and dim every street lantern of the town.';
const vendor = listed({ name: 'example.lanternly/mcp', description });
const other = listed({ name: 'io.github.tidewater/harbor-mcp', description: 'Reads the tide tables of the harbour.' });

describe('what is gathered before entries are assessed', () => {
  it('are the descriptions of the vendors’ own servers, whatever the order of entries', async () => {
    for (const subjects of [
      [vendor, other],
      [other, vendor],
    ]) {
      const context = await prepared(subjects);
      expect(context.descriptions.nearest(description)).toMatchObject({
        entry: 'official:example.lanternly/mcp',
        owners: [lanternly],
        likeness: 1,
      });
      expect(context.descriptions.nearest('Reads the tide tables of the harbour.')).toBeNull();
    }
  });

  it('reads no entry that is not a vendor’s', async () => {
    const read: string[] = [];
    await prepared([other, vendor, named({ name: 'io.github.lanternly-inc/mcp' })], (id) => read.push(id));
    expect(read).toEqual(['official:example.lanternly/mcp']);
  });

  it('is nothing of a vendor that only lists its name', async () => {
    const context = await prepared([named({ name: 'example.lanternly/mcp' })]);
    expect(context.descriptions.nearest(description)).toBeNull();
  });

  it('passes the snapshot’s date and the signals on', async () => {
    const signal = defineSignal({
      id: 'lookalike/example',
      title: 'Example',
      family: 'N',
      needs: 'name',
      weight: 1,
      rationale: 'Shows that signals are handed in.',
      falsePositives: 'None: it is an example.',
      baseRate: null,
      references: [],
      detect: () => [],
    });
    expect(lookalike([signal], harbourNames)).toMatchObject({ id: 'lookalike', signals: [signal] });
    expect(await prepared([])).toMatchObject({ asOf: '2026-06-29' });
  });
});

describe('how an entry is seen', () => {
  it.each([
    ['a GitHub login', named({ name: 'io.github.Tidewater/harbor' }), 'Tidewater'],
    ['a domain', named({ name: 'com.tidewater/harbor' }), 'tidewater'],
    ['a domain with a part before it', named({ name: 'com.tidewater.mcp/harbor' }), 'tidewater'],
    ['a domain under a two-part suffix', named({ name: 'uk.co.tidewater/harbor' }), 'tidewater'],
    ['a name on a shared host', named({ name: 'app.vercel.tidewater/harbor' }), 'tidewater'],
    ['an account', named({ registry: 'smithery', name: '@tidewater/harbor' }), 'tidewater'],
    ['nothing', named({ registry: 'mcp-so', name: 'harbor' }), null],
    [
      'the owner of its repository, where there is no account',
      listed({ registry: 'pulsemcp', name: 'harbor', repository: repositoryAt('https://github.com/tidewater/harbor') }),
      'tidewater',
    ],
  ])('published by %s', async (_what, subject, publisher) => {
    expect((await prepared([])).view(subject).publisher).toBe(publisher);
  });

  it('forgets the entry before', async () => {
    const { view } = await prepared([]);
    expect(view(vendor).owners).toEqual([lanternly]);
    expect(view(other).owners).toEqual([]);
    expect(view(vendor).owners).toEqual([lanternly]);
  });
});

async function prepared(subjects: readonly Subject[], onRead: (id: string) => void = () => {}) {
  return lookalike([], harbourNames).prepare(heads(subjects, onRead), {
    asOf: '2026-06-29',
    baseline: null,
    intel: null,
  });
}

async function* heads(subjects: readonly Subject[], onRead: (id: string) => void): AsyncGenerator<EntryHead> {
  for (const subject of subjects) {
    const { id, registry, name } = subject.entry;
    yield {
      id,
      registry,
      name,
      read() {
        onRead(id);
        return subject;
      },
    };
  }
}
