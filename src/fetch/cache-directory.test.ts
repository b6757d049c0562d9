import { expect, test } from 'vitest';

import { cacheDirectory } from './cache-directory.ts';

test.each([
  ['Linux', { platform: 'linux', homeDirectory: '/home/mara', variables: {} }, '/home/mara/.cache/registry-audit'],
  [
    'XDG',
    { platform: 'linux', homeDirectory: '/home/mara', variables: { XDG_CACHE_HOME: '/var/tmp/mara' } },
    '/var/tmp/mara/registry-audit',
  ],
  [
    'a relative XDG, which its specification has ignored',
    { platform: 'linux', homeDirectory: '/home/mara', variables: { XDG_CACHE_HOME: 'cache' } },
    '/home/mara/.cache/registry-audit',
  ],
  [
    'macOS',
    { platform: 'darwin', homeDirectory: '/Users/mara', variables: {} },
    '/Users/mara/Library/Caches/registry-audit',
  ],
  [
    'Windows',
    { platform: 'win32', homeDirectory: 'C:\\Users\\mara', variables: { LOCALAPPDATA: 'D:\\Local' } },
    'D:\\Local\\registry-audit',
  ],
  [
    'Windows without LOCALAPPDATA',
    { platform: 'win32', homeDirectory: 'C:\\Users\\mara', variables: {} },
    'C:\\Users\\mara\\AppData\\Local\\registry-audit',
  ],
])('the cache directory by the custom of %s', (_platform, environment, directory) => {
  expect(cacheDirectory(environment)).toBe(directory);
});
