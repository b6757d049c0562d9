import { afterEach, expect, test, vi } from 'vitest';
import { npmRegistryUrl } from './address.ts';
import { npm } from './index.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['https://npm.tidewater.example/', 'https://npm.tidewater.example'],
  ['https://npm.tidewater.example/repository/npm//', 'https://npm.tidewater.example/repository/npm'],
  ['http://127.0.0.1:4873', 'http://127.0.0.1:4873'],
  ['https://dock:s3cret@npm.tidewater.example/?token=s3cret', 'https://npm.tidewater.example'],
])('the registry that npm is set to, %s, is asked as %s', (configured, asked) => {
  vi.stubEnv('npm_config_registry', configured);
  expect(npmRegistryUrl()).toBe(asked);
  expect(npm.baseUrl).toBe(asked);
});

test('without a setting there is an address all the same', () => {
  vi.stubEnv('npm_config_registry', undefined);
  vi.stubEnv('NPM_CONFIG_REGISTRY', undefined);
  expect(URL.canParse(npmRegistryUrl())).toBe(true);
});
