import { describe, expect, test } from 'vitest';
import type { Json } from '../model/place.ts';
import { official } from '../registries/official/index.ts';
import { rowOf } from '../testing/drift.ts';
import { authenticationOf, entrySurvey } from './entry-survey.ts';

const read = (fields: Record<string, Json>) => official.read(rowOf({ name: 'io.github.tidewater/harbor', ...fields }));
const env = (...names: Json[]) => ({
  packages: [{ registryType: 'npm', identifier: 'harbor-mcp', environmentVariables: names }],
});

describe('declared authentication', () => {
  test.each<[string, Record<string, Json>, string]>([
    ['a secret by its name', env({ name: 'STRIPE_API_KEY' }), 'declared'],
    ['a secret by its mark', env({ name: 'HARBOUR', isSecret: true }), 'declared'],
    [
      'a header',
      { remotes: [{ type: 'sse', url: 'https://a.example', headers: [{ name: 'Authorization' }] }] },
      'declared',
    ],
    ['inputs that are none', env({ name: 'LOG_LEVEL' }), 'otherInputs'],
    ['nothing at all', {}, 'notDeclared'],
  ])('%s', (_case, fields, expected) => {
    expect(authenticationOf(read(fields).record)).toBe(expected);
  });

  test('is unseen where a registry shows a name alone', () => {
    expect(authenticationOf(null)).toBe('unseen');
  });
});

test('publishers are counted once, and tools only where they are said', () => {
  const survey = entrySurvey();
  survey.see(read({}));
  survey.see(read({ name: 'io.github.tidewater/quay' }));
  survey.see(read({ name: 'io.github.driftwood/quay' }));
  expect(survey.of('official')).toMatchObject({ publishers: 2, tools: null });
  expect(survey.of('glama')).toMatchObject({ publishers: null, authentication: { unseen: 0 } });

  const { entry, record } = read({});
  if (record === null) throw new Error('no record');
  for (const count of [1, 2, 9]) {
    const tools = Array.from({ length: count }, (_, index) => ({ at: '', name: `tool-${index}`, description: null }));
    survey.see({ entry, record: { ...record, tools } });
  }
  expect(survey.of('official').tools).toEqual({ entries: 3, tools: 12, median: 2 });
});
