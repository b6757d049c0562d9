import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { run, temporaryFolder } from './program/run.ts';

const ROOT = join(import.meta.dirname, '..');
const Step = z.object({
  id: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  run: z.string().optional(),
});
const Action = z.object({
  inputs: z.record(z.string(), z.strictObject({ description: z.string(), default: z.string() })),
  runs: z.object({ using: z.literal('composite'), steps: z.array(Step) }),
});
const action = Action.parse(parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')));
const step = action.runs.steps.find(({ id }) => id === 'run');
const script = step?.run ?? '';

/** Not handed to the command line as options of the same name. */
const OWN_INPUTS = new Set(['command', 'version', 'upload']);

/** Plays the script with an npx that writes down what it was given and makes the SARIF file. */
function play(inputs: Record<string, string>, exit = 0) {
  const folder = temporaryFolder();
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const npx = [
    '#!/bin/bash',
    'printf "%s\\n" "$@" > "$TOLD"',
    'for each in "$@"; do case "$each" in --out=*.sarif) echo {} > "${each#--out=}" ;; --out=*) mkdir -p "${each#--out=}"; echo {} > "${each#--out=}/registry-audit.sarif" ;; esac; done',
    `exit ${exit}`,
  ];
  writeFileSync(join(bin, 'npx'), `${npx.join('\n')}\n`);
  chmodSync(join(bin, 'npx'), 0o755);
  const told = join(folder, 'told');
  const given = Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([variable, expression]) => {
      const name = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression)?.[1] ?? '';
      return [variable, inputs[name] ?? action.inputs[name]?.default ?? ''];
    }),
  );
  const result = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], {
    cwd: folder,
    env: {
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
      TOLD: told,
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      ...given,
    },
    encoding: 'utf8',
  });
  return {
    code: result.status,
    folder,
    told: existsSync(told) ? readFileSync(told, 'utf8').trimEnd().split('\n') : [],
    output: existsSync(join(folder, 'output')) ? readFileSync(join(folder, 'output'), 'utf8') : '',
  };
}

describe('the action', () => {
  test('hands inputs to the script as environment, each once, and none inside of it', () => {
    const handed = Object.values(step?.env ?? {}).map((each) => /inputs\.([a-z-]+)/.exec(each)?.[1] ?? '');
    expect(handed.toSorted()).toEqual(
      Object.keys(action.inputs)
        .filter((name) => name !== 'upload')
        .toSorted(),
    );
    expect(script).not.toContain('${{');
  });

  test('a scan is told what was asked for', () => {
    const inputs = { command: 'scan', snapshot: '2026-06-29', reviews: 'reviews', 'fail-on': 'review', out: 'out' };
    const { code, told, output } = play({ ...inputs, 'require-coverage': 'official\nglama', version: '0.1.0' });
    expect(code).toBe(0);
    expect(told).toEqual([
      '--yes',
      '--package=mcp-registry-audit@0.1.0',
      '--',
      'registry-audit',
      'scan',
      '--no-progress',
      '--snapshots=snapshots',
      '--out=out',
      '--format=sarif',
      '--format=md',
      '--format=json',
      '--reviews=reviews',
      '--require-coverage=official',
      '--require-coverage=glama',
      '--snapshot=2026-06-29',
      '--fail-on=review',
    ]);
    expect(output).toBe('sarif=out/registry-audit.sarif\nreports=out\n');
  });

  test('a gate that is met fails the step after the file is named', () => {
    const { code, output } = play({ command: 'audit', config: '.mcp.json', 'fail-on': 'recalled\nchanged' }, 1);
    expect(code).toBe(1);
    expect(output).toContain('sarif=registry-audit-reports/audit.sarif');
  });

  test('a command that is neither is refused before anything runs', () => {
    expect(play({ command: 'capture' })).toMatchObject({ code: 2, told: [] });
  });

  test('what an input holds is never a command', () => {
    const { told, folder } = play({ command: 'scan', snapshot: '$(touch owned); `touch owned` "; touch owned #' });
    expect(told).toContain('--snapshot=$(touch owned); `touch owned` "; touch owned #');
    expect(existsSync(join(folder, 'owned'))).toBe(false);
  });

  test.each(['scan', 'audit'])('%s knows every option it is given', async (command) => {
    const everything = Object.keys(action.inputs).filter((name) => !OWN_INPUTS.has(name));
    const { told } = play({
      command,
      ...Object.fromEntries(everything.map((name) => [name, name === 'out' ? 'out' : 'x'])),
    });
    const options = told
      .filter((each) => each.startsWith('--'))
      .map((each) => each.split('=')[0] ?? '')
      .slice(3);
    const { stdout } = await run([command, '--help']);
    expect(options.filter((option) => !stdout.includes(option.replace(/^--no-/, '--')))).toEqual([]);
    expect(options.length).toBeGreaterThan(4);
  });

  test('no input is left without an option in either command', () => {
    const both = new Set(
      ['scan', 'audit'].flatMap((command) => {
        const inputs = Object.fromEntries(
          Object.keys(action.inputs).map((name) => [name, name === 'out' ? 'out' : 'x']),
        );
        return play({ ...inputs, command }).told.map((each) => each.replace(/^--|=.*$/g, ''));
      }),
    );
    expect(Object.keys(action.inputs).filter((name) => !OWN_INPUTS.has(name) && !both.has(name))).toEqual([]);
  });
});
