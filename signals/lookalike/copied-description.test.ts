import { describeSignal } from '../../src/testing/describe-signal.ts';
import { contextAmong } from '../../src/testing/population.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, named } from '../../src/testing/subjects.ts';
import { copiedDescription } from './copied-description.ts';

const description = 'Departures and delays of all ferries from the old harbour, for the next seven days.';
const popular = listed({
  registry: 'pulsemcp',
  name: 'io.github.tidewater/ferries',
  uses: 50_000,
  publishedAt: '2026-01-01T00:00:00Z',
  description,
});
const copy = listed({ name: 'io.github.quayside/boats', description });

describeSignal(copiedDescription, {
  context: contextAmong(popular, copy),
  fires: {
    'the same words': { on: copy, citing: '/description' },
    'nearly the same words': {
      on: listed({ name: 'io.github.quayside/boats', description: `${description} Daily.` }),
      citing: '/description',
    },
  },
  silent: {
    'the established server itself': popular,
    'its publisher in another registry': listed({ registry: 'glama', name: 'tidewater/boats', description }),
    'a server that was there before': listed({ ...copyBefore(), description }),
    'other words': listed({ name: 'io.github.quayside/boats', description: 'When boats leave, and how late.' }),
    'a vendor on the list of brands': listed({ name: 'example.lanternly/boats', description }),
  },
  unseen: {
    'a registry that lists only names': named(),
    'a record without a description': listed({ description: null }),
  },
});

describeSignal(copiedDescription, {
  context: harbourContext(),
  fires: {},
  silent: {},
  unseen: { 'an entry outside of any snapshot': copy },
});

function copyBefore() {
  return { name: 'io.github.quayside/old-boats', publishedAt: '2025-12-31T00:00:00Z' };
}
