import { describe, expect, test } from 'vitest';
import { filesRunBy } from './command-files.ts';

const SCRIPTS = new Map([
  ['setup', 'node tools/setup.js'],
  ['presetup', 'node tools/first.js'],
  ['round', 'npm run about'],
  ['about', 'npm run round && node round.js'],
]);

function pathsOf(command: string): readonly string[] {
  return filesRunBy(command, SCRIPTS).map(({ path }) => path);
}

describe('a command line names the files that it runs', () => {
  test.each<readonly [string, readonly string[]]>([
    ['node setup.js', ['setup.js']],
    ['node ./scripts/x', ['./scripts/x']],
    ['node --no-warnings scripts/x.mjs --quiet', ['scripts/x.mjs']],
    ['bun run index.js', ['index.js']],
    ['deno run -A main.ts', ['main.ts']],
    ['npx tsx src/setup.ts', ['src/setup.ts']],
    ['/usr/bin/node "my setup.js"', ['my setup.js']],
    ['node.exe setup.js', ['setup.js']],
    ['python3 x.py', ['x.py']],
    ['python -m bakery.oven', ['bakery/oven.py', 'bakery/oven/__main__.py']],
    ['sh x.sh || true', ['x.sh']],
    ['./install.sh', ['./install.sh']],
    ['bash -c "node x.js; sh y.sh"', ['x.js', 'y.sh']],
    ['CI=1 cross-env A=b node x.js', ['x.js']],
    ['echo tide && node a.js & node b.js; node c.js | node d.js', ['a.js', 'b.js', 'c.js', 'd.js']],
    ['(node a.js)', ['a.js']],
    ['cd lib && node a.js', ['lib/a.js']],
    ['node -r ./first.js second.js', ['./first.js', 'second.js']],
    ['node --import=./first.mjs second.js', ['./first.mjs', 'second.js']],
    [`node -e "try{require('./postinstall')}catch(e){}"`, ['./postinstall']],
    ['npm run setup', ['tools/first.js', 'tools/setup.js']],
    ['npm run -s setup', ['tools/first.js', 'tools/setup.js']],
    ['yarn setup', ['tools/first.js', 'tools/setup.js']],
    ['node --run setup', ['setup', 'tools/first.js', 'tools/setup.js']],
    ['npm run round', ['round.js']],
    ['npm run missing', []],
    ['husky install', []],
    ['tsc && node-gyp rebuild', []],
    ['', []],
    ['"', []],
  ])('%s', (command, expected) => {
    expect(pathsOf(command)).toEqual(expected);
  });

  test.each([
    ['node setup.txt', 'javascript'],
    ['python notes.txt', 'python'],
    ['sh notes.txt', 'shell'],
    ['./notes.txt', null],
  ])('%s runs it as %s', (command, language) => {
    expect(filesRunBy(command, SCRIPTS)[0]?.language).toBe(language);
  });

  test('scripts that call each other without end are each read once', () => {
    const names = Array.from({ length: 2_000 }, (_, index) => `s${index}`);
    const scripts = new Map(names.map((name) => [name, `npm-run-all ${names.join(' ')}`]));
    expect(filesRunBy('npm run s0', scripts)).toEqual([]);
  });
});
