import { expect, test } from 'vitest';
import { ecosystems } from '../packages/index.ts';
import { registries } from '../registries/index.ts';
import { codeHosts } from '../repositories/index.ts';
import { liveHosts } from './page.ts';

const hosts = liveHosts();

test('a page links to whoever is asked, so that a reader can look at the same record', () => {
  const asked = [...registries, ...ecosystems, ...codeHosts].map(({ baseUrl }) => new URL(baseUrl).host);
  expect(asked.filter((host) => !hosts.includes(host))).toEqual([]);
  expect(hosts).toContain('api.github.com');
});

test('a page links to no host that publishers fill with what they like', () => {
  expect(hosts.filter((host) => /^(?:github\.com|raw\.|gist\.|.*\.github\.io$)/.test(host))).toEqual([]);
});
