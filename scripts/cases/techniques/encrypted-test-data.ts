import { createCipheriv, createHash } from 'node:crypto';
import type { ReconstructedCase } from '../case.ts';
import { colourLibrary } from '../bases/colour-library.ts';
import { positive, quiet, type Technique, twin } from '../story.ts';

const ABOUT: Technique = {
  id: 'encrypted-test-data',
  campaign: 'event-stream',
  technique:
    'the minified file decrypts its payload from a file of test data, with a word of the project that depends on it',
  follows: 'npm post-mortem 2018-11',
};

export const encryptedTestData: readonly ReconstructedCase[] = [
  positive(ABOUT, {
    variant: 'minified',
    note: 'as it was: only the minified file differs from the sources that are published with it',
    name: 'flatquay-stream',
    brand: 'flatquay',
    base: colourLibrary,
    steps: [
      {
        version: '0.1.0',
        daysAgo: 40,
        manifest: { main: 'index.min.js' },
        files: { 'index.min.js': minified(''), 'test/data.js': testData(0) },
      },
      {
        version: '0.1.1',
        daysAgo: 36,
        files: {
          'index.min.js': minified(
            '!function(){try{var r=require,t=process,n=!0;function e(r){return Buffer.from(r,"hex").toString()}var i=r(e("2e2f746573742f64617461")),o=t[e(i[3])][e(i[4])];if(n||!o)return;var u=r(e(i[2]))[e(i[6])](e(i[5]),o),a=u.update(i[0],e(i[8]),e(i[9]));a+=u.final(e(i[9]));var f=new module.constructor;f.paths=module.paths,f[e(i[7])](a,""),f.exports(i[1])}catch(r){}}();',
          ),
          'test/data.js': testData(1),
        },
      },
    ],
    signals: ['rug-pull/decoded-execution-added'],
  }),
  positive(ABOUT, {
    variant: 'the-package-that-needs-it',
    note: 'a new maintainer, after a year of silence, adds it as a dependency; nothing else changes',
    name: 'eventide-stream',
    brand: 'eventide',
    base: colourLibrary,
    steps: [
      ...quiet(['3.3.4', '3.3.5'], 420),
      {
        version: '3.3.6',
        daysAgo: 38,
        publisher: 'right9quay',
        maintainers: ['right9quay'],
        manifest: { dependencies: { 'flatquay-stream': '^0.1.0' } },
      },
    ],
    signals: ['rug-pull/publisher-changed', 'rug-pull/dormant-revival'],
  }),
  twin(ABOUT, {
    variant: 'the-package-that-needs-it',
    note: 'after a year of silence the same maintainer adds a dependency that is years old',
    name: 'eventide-lines',
    brand: 'eventide-lines',
    base: colourLibrary,
    steps: [
      ...quiet(['3.3.4', '3.3.5'], 420),
      { version: '3.3.6', daysAgo: 38, manifest: { dependencies: { 'harbour-metrics-node': '^2.1.0' } } },
    ],
  }),
  twin(ABOUT, {
    variant: 'own-cache',
    note: 'a minified build beside tests with fixtures; encrypts its own cache with a key from the settings',
    name: 'flatberth-stream',
    brand: 'flatberth',
    base: colourLibrary,
    steps: [
      {
        version: '0.1.0',
        daysAgo: 40,
        manifest: { main: 'index.min.js' },
        files: { 'index.min.js': minified(''), 'test/data.js': 'module.exports = ["0a1b2c", "3d4e5f"];\n' },
      },
      {
        version: '0.1.1',
        daysAgo: 36,
        files: {
          'index.min.js': minified(
            'var c=require("crypto"),k=process.env.FLATBERTH_CACHE_KEY;exports.seal=function(t){if(!k)return t;var i=c.randomBytes(16),e=c.createCipheriv("aes-256-ctr",k,i);return Buffer.concat([i,e.update(t),e.final()])};exports.open=function(t){if(!k)return t;var e=c.createDecipheriv("aes-256-ctr",k,t.subarray(0,16));return Buffer.concat([e.update(t.subarray(16)),e.final()])};',
          ),
          'test/data.js': 'module.exports = ["0a1b2c", "3d4e5f", "60718293"];\n',
        },
      },
    ],
  }),
];

function minified(behind: string): string {
  return `var Stream=require("stream").Stream;module.exports=function(e,n){var r=new Stream,t=0,o=0,i=!1,u=!1;return r.writable=!0,r.readable=!0,r.write=function(i){if(u)throw new Error("flatmap stream is not writable");t++;try{e(i,function(e,n){o++,e?r.emit("error",e):r.emit("data",n)})}catch(e){r.emit("error",e)}return!1},r.end=function(){u=!0},r};${behind}\n`;
}

/** Entries as that file had them: two ciphertexts, here of a comment, then words in hex. */
function testData(payloads: number): string {
  const cipher = createCipheriv('aes-256-ctr', createHash('sha256').update('harbour').digest(), Buffer.alloc(16));
  const encrypted = Buffer.concat([
    cipher.update('/* reconstructed */ module.exports = () => {};'.repeat(20)),
    cipher.final(),
  ]);
  const words = ['crypto', 'env', 'npm_package_description', 'aes256', 'createDecipher', '_compile', 'hex', 'utf8'];
  const entries = [
    encrypted.toString('hex'),
    encrypted.toString('hex'),
    ...words.map((word) => Buffer.from(word).toString('hex')),
  ];
  return `module.exports = ${JSON.stringify(payloads === 0 ? ['0a1b2c', '3d4e5f'] : entries, null, 1)};\n`;
}
