import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..');
const Permissions = z.record(z.string(), z.enum(['read', 'write']));
const Workflow = z.object({
  permissions: Permissions,
  jobs: z.record(
    z.string(),
    z.strictObject({
      if: z.string().optional(),
      'runs-on': z.string(),
      'timeout-minutes': z.number(),
      environment: z.string().optional(),
      permissions: Permissions.optional(),
      steps: z.array(
        z.strictObject({
          name: z.string().optional(),
          uses: z.string().optional(),
          with: z.record(z.string(), z.unknown()).optional(),
          env: z.record(z.string(), z.string()).optional(),
          run: z.string().optional(),
        }),
      ),
    }),
  ),
});
const workflows = ['ci.yml', 'release.yml'].map((file) => ({
  file,
  ...Workflow.parse(parse(readFileSync(join(ROOT, '.github', 'workflows', file), 'utf8'))),
}));
const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

describe.each(workflows)('$file', ({ permissions, jobs }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('may write nothing but what a release has to', () => {
    const asked = [permissions, ...Object.values(jobs).map((job) => job.permissions ?? {})];
    const writable = asked.flatMap((each) => Object.keys(each).filter((scope) => each[scope] === 'write'));
    expect(writable).toEqual('publish' in jobs ? ['contents', 'id-token'] : []);
  });

  test('keeps no token in the clone, and puts no expression into a script', () => {
    const clones = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@') === true);
    expect(clones.map((step) => step.with)).toEqual(clones.map(() => ({ 'persist-credentials': false })));
    expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });

  test('uses the two actions of the platform and no others', () => {
    const used = steps.flatMap(({ uses }) => uses?.replace(/@.*$/, '') ?? []);
    expect([...new Set(used)].toSorted()).toEqual(['actions/checkout', 'actions/setup-node']);
  });

  test('calls scripts that there are', () => {
    const called = steps.flatMap(({ run = '' }) =>
      [...run.matchAll(/\brun (?:--silent )?([a-z-]+)/g)].map(([, name = '']) => name),
    );
    expect(called.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

test('a release is checked before it is published, with provenance, and its bill of materials goes with it', () => {
  const runs = workflows.flatMap(({ jobs }) => jobs['publish']?.steps.map(({ run = '' }) => run) ?? []);
  const at = (part: string) => runs.findIndex((run) => run.includes(part));
  const order = ['GITHUB_REF_NAME', '.ci/run', 'supply-chain', 'sbom', 'npm publish --provenance'].map(at);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order).not.toContain(-1);
  expect(runs.at(-1)).toMatch(/^gh release create .* mcp-registry-audit\.cdx\.json$/);
});
