import type { ReconstructedCase } from '../case.ts';
import { colourLibrary } from '../bases/colour-library.ts';
import { appending, source } from '../source.ts';
import { positive, quiet, type Technique, twin } from '../story.ts';

const ABOUT: Technique = {
  id: 'endless-loop',
  campaign: 'colors',
  technique: 'the maintainer lets the library print nonsense for ever; no host, no hook, no file',
  follows: 'press and GHSA 2022-01-08',
};

export const endlessLoop: readonly ReconstructedCase[] = [
  positive(ABOUT, {
    variant: 'prints-for-ever',
    note: 'as it was',
    ceiling: 'read and not run, it is a loop like any other',
    name: 'mussel-colours',
    brand: 'mussel-colours',
    base: colourLibrary,
    steps: [
      ...quiet(['1.3.3', '1.4.0'], 700),
      {
        version: '1.4.1',
        daysAgo: 11,
        files: {
          'lib/flag.js': source`
            'use strict';

            module.exports = () => console.log('LIBERTY LIBERTY LIBERTY');
          `,
          'index.js': appending(
            "\nconst flag = require('./lib/flag.js');\nflag();\nfor (let i = 666; i < Infinity; i++) {\n  if (i % 333) {\n    // testing\n  }\n  console.log('t\\u0334\\u030de\\u0335\\u0301s\\u0336\\u0300t\\u0335'.normalize());\n}\n",
          ),
        },
      },
    ],
    signals: [],
  }),
  twin(ABOUT, {
    variant: 'polls',
    note: 'a loop that ends: waits until a file is there',
    name: 'mussel-columns',
    brand: 'mussel-columns',
    base: colourLibrary,
    steps: [
      ...quiet(['1.3.3', '1.4.0'], 700),
      {
        version: '1.5.0',
        daysAgo: 11,
        files: {
          'lib/wait.js': source`
            'use strict';

            const fs = require('node:fs');

            exports.wait = async function wait(file) {
              for (;;) {
                if (fs.existsSync(file)) return;
                await new Promise((resolve) => setTimeout(resolve, 200));
              }
            };
          `,
        },
      },
    ],
  }),
];
