import { expect, test } from 'vitest';
import { listed, packageNamed } from '../testing/subjects.ts';
import { identitySurvey, NO_IDENTITY } from './survey.ts';

const naming = (registry: string, name: string) =>
  listed({ registry, name, packages: [packageNamed('npm', 'harbor-mcp')] });

test('a survey knows clusters, conflicts, and which entries a conflict is about', () => {
  const survey = identitySurvey();
  expect(survey.see(naming('official', 'io.github.tidewater/harbor'))).toMatchObject({
    publisher: 'io.github.tidewater',
  });
  survey.see(naming('smithery', '@quayside/harbour'));
  const known = survey.result();
  expect(known.clusters.of('smithery:@quayside/harbour')?.id).toBe('official:io.github.tidewater/harbor');
  expect(known.packageConflictsOf('smithery:@quayside/harbour').map(({ value }) => value)).toEqual([
    'pkg:npm/harbor-mcp',
  ]);
  expect(known.packageConflictsOf('glama:nobody')).toEqual([]);
});

test('without a survey every entry stands alone', () => {
  expect(NO_IDENTITY.clusters.of('official:io.github.tidewater/harbor')).toBeUndefined();
  expect(NO_IDENTITY.conflicts).toEqual([]);
});
