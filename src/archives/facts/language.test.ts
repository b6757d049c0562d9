import { expect, it } from 'vitest';
import { languageOf } from './language.ts';

const bytes = (...values: number[]): Buffer => Buffer.from(values);
const PE = Buffer.alloc(100);
PE.write('MZ');
PE.writeUInt32LE(0x50, 0x3c);
PE.write('PE\0\0', 0x50, 'latin1');

it.each([
  ['dist/index.js', 'x', 'javascript'],
  ['a.CJS', 'x', 'javascript'],
  ['src/tides.d.ts', 'x', 'typescript'],
  ['tides.tsx', 'x', 'typescript'],
  ['server.py', 'x', 'python'],
  ['install.sh', 'x', 'shell'],
  ['setup.ps1', 'x', 'shell'],
  ['package.json', '{}', 'json'],
  ['README.md', '# Tides', 'text'],
  ['LICENSE', 'x', 'text'],
  ['tide.pth', 'import os', 'text'],
  ['bin/tides', '#!/usr/bin/env node\nx', 'javascript'],
  ['bin/tides', '#!/usr/bin/env -S npx tsx\nx', 'typescript'],
  ['bin/tides', '#!/usr/bin/python3 -u\r\nx', 'python'],
  ['bin/tides', '#!/bin/sh\nx', 'shell'],
  ['bin/tides.txt', '#!/bin/bash\nx', 'shell'],
  ['js', 'x', 'text'],
  ['model.so', 'text, whatever it is called', 'text'],
  ['empty.js', '', 'javascript'],
])('%s that begins with %j is %s', (path, text, language) => {
  expect(languageOf(path, Buffer.from(text))).toBe(language);
});

it.each([
  ['an ELF program under any name', 'dist/index.js', bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1), 'native'],
  ['a Windows program', 'tide.dat', PE, 'native'],
  ['a Mach-O program', 'tide', bytes(0xcf, 0xfa, 0xed, 0xfe, 7), 'native'],
  ['a Mach-O program for two machines', 'tide', bytes(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 2), 'native'],
  ['a Java class', 'Tide.class', bytes(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 61), 'binary'],
  ['WebAssembly', 'tide.js', bytes(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0), 'wasm'],
  ['a library of unknown format', 'tide.node', bytes(1, 0, 2, 0), 'native'],
  ['compiled Python', 'tide.pyc', bytes(0xa7, 13, 13, 10, 0, 0), 'binary'],
  ['a picture', 'quay.png', bytes(137, 80, 78, 71, 13, 10, 26, 10, 0), 'binary'],
  ['a script with a NUL byte, which Node runs', 'tide.js', Buffer.from('/*\0*/ x'), 'javascript'],
  [
    'a script that begins as Windows programs do',
    'tide.js',
    Buffer.from(`MZ=1;/*\0*/${'tide();'.repeat(20)}`),
    'javascript',
  ],
  ['a NUL byte in a text', 'tide.txt', Buffer.from('x\0y'), 'binary'],
  ['UTF-16 text', 'tide.txt', bytes(0xff, 0xfe, 0x61, 0), 'text'],
  ['a text that begins with MZ', 'tide.txt', Buffer.from(`MZ ${'tide '.repeat(50)}`), 'text'],
])('%s is told by its bytes', (_what, path, content, language) => {
  expect(languageOf(path, content)).toBe(language);
});
