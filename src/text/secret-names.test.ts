import { expect, it } from 'vitest';
import { isSecretName } from './secret-names.ts';

it.each([
  ['GITHUB_TOKEN'],
  ['openaiApiKey'],
  ['AWS_SECRET_ACCESS_KEY'],
  ['DB_PASSWORD'],
  ['DB_PWD'],
  ['GH_PAT'],
  ['SEED_PHRASE'],
  ['DATABASE_URL'],
  ['MONGODB_URI'],
  ['SLACK_WEBHOOK_URL'],
  ['NPM_AUTH'],
])('%s holds a secret', (name) => {
  expect(isSecretName(name)).toBe(true);
});

it.each([
  ['PATH'],
  ['PWD'],
  ['OLDPWD'],
  ['KEYBOARD'],
  ['TOKEN_PATH'],
  ['TOKEN_TTL'],
  ['PUBLIC_KEY'],
  ['SORT_KEY'],
  ['MAX_TOKENS'],
  ['DANGEROUSLY_OMIT_AUTH'],
  ['PASSWORD_FILE'],
  ['npm_config_cache'],
  ['AUTHOR'],
  ['PATTERN'],
  [''],
  [`${'A_'.repeat(200)}TOKEN`],
])('%s holds none', (name) => {
  expect(isSecretName(name)).toBe(false);
});
