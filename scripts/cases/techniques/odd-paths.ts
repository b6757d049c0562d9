import type { ReconstructedCase } from '../case.ts';
import { tidesServer } from '../bases/tides-server.ts';
import { positive, quiet, type Technique, twin } from '../story.ts';

const ABOUT: Technique = {
  id: 'odd-paths',
  campaign: 'archives that leave their folder',
  technique: 'an entry of the archive that is put outside of the package',
  follows: 'npm advisories of 2018 to 2021 on extraction (zip slip, links)',
};

export const oddPaths: readonly ReconstructedCase[] = [
  positive(ABOUT, {
    variant: 'climbs',
    note: 'two steps up, into the start of the shell',
    name: '@estuary-desk/mcp',
    brand: 'estuary-desk',
    base: tidesServer,
    steps: [
      ...quiet(['1.0.0', '1.0.1', '1.1.0']),
      { version: '1.1.1', daysAgo: 7, files: { '../../../.bashrc': '# reconstructed\n' } },
    ],
    signals: ['rug-pull/archive-irregular'],
  }),
  positive(ABOUT, {
    variant: 'link',
    note: 'a link to the keys of the one who unpacks it',
    name: '@estuary-charts/mcp',
    brand: 'estuary-charts',
    base: tidesServer,
    steps: [
      ...quiet(['1.0.0', '1.0.1', '1.1.0']),
      {
        version: '1.1.1',
        daysAgo: 7,
        files: { 'dist/keys': { linkTo: '../../../../.ssh/id_rsa' }, 'dist/locale.json': { linkTo: '/etc/passwd' } },
      },
    ],
    signals: ['rug-pull/archive-irregular'],
  }),
  twin(ABOUT, {
    variant: 'deep-folders',
    note: 'names with two dots in them, and a path of more than a hundred characters',
    name: '@estuary-notes/mcp',
    brand: 'estuary-notes',
    base: tidesServer,
    steps: [
      ...quiet(['1.0.0', '1.0.1', '1.1.0']),
      {
        version: '1.1.1',
        daysAgo: 7,
        files: {
          'dist/..notes.json': '{}\n',
          'dist/v1..v2.md': '# From v1 to v2\n',
          [`dist/locales/${'harbours-of-the-north/'.repeat(5)}da.json`]: '{}\n',
        },
      },
    ],
  }),
];
