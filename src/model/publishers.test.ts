import { expect, test } from 'vitest';
import {
  asksForMarker,
  isStatedByPublisher,
  listsByItself,
  provesNamespaces,
  showsPublisher,
  takesAccountFromRepository,
} from './publishers.ts';

const REGISTRIES = ['official', 'glama', 'smithery', 'mcp-so', 'pulsemcp', 'npm'];

test.each([
  ['proves namespaces', provesNamespaces, ['official', 'pulsemcp']],
  ['asks packages for a marker', asksForMarker, ['official', 'pulsemcp']],
  ['lists repositories by itself', listsByItself, ['glama', 'mcp-so', 'pulsemcp']],
  ['has what publishers state', isStatedByPublisher, ['official']],
  ['takes the account from the repository', takesAccountFromRepository, ['glama', 'mcp-so']],
  ['proves or finds whose an entry is', showsPublisher, ['official', 'glama', 'mcp-so', 'pulsemcp']],
])('%s', (_what, holds, those) => {
  expect(REGISTRIES.filter(holds)).toEqual(those);
});
