import { describe, expect, it, test } from 'vitest';

import { FetchError } from './fetch-error.ts';
import { hostList } from './hosts.ts';
import { unpaced } from '../testing/door.ts';

const listed = hostList([unpaced('https://registry.tidewater.example/v0.1'), unpaced('http://127.0.0.1:8123')]);

function refusal(url: string): string {
  try {
    return `admitted ${listed.admit(url).url.href}`;
  } catch (error) {
    return error instanceof FetchError ? error.code : String(error);
  }
}

describe('a URL that only looks like a listed host is refused before anything is opened', () => {
  test.each([
    ['another host', 'https://quayside.example/'],
    ['a listed name as user name', 'https://registry.tidewater.example@quayside.example/'],
    ['a listed name as user and password', 'https://registry.tidewater.example:443@quayside.example/'],
    ['a user name before the listed host', 'https://harbour@registry.tidewater.example/'],
    ['a backslash for the path', 'https://quayside.example\\@registry.tidewater.example/'],
    ['a backslash for the slashes', 'https:\\\\registry.tidewater.example\\v0.1'],
    ['a listed name as subdomain of another', 'https://registry.tidewater.example.quayside.example/'],
    ['a subdomain of a listed name', 'https://a.registry.tidewater.example/'],
    ['a trailing dot', 'https://registry.tidewater.example./'],
    ['another port', 'https://registry.tidewater.example:8443/'],
    ['http for https', 'http://registry.tidewater.example/'],
    ['another port of this machine', 'http://127.0.0.1:8124/'],
    ['localhost, where the address is listed', 'http://localhost:8123/'],
    ['the IPv6 form of a listed address', 'http://[::ffff:127.0.0.1]:8123/'],
    ['the address of the cloud metadata service as a number', 'http://2852039166/'],
    ['a name with a Cyrillic letter in it', 'https://registry.tid\u0435water.example/'],
    ['a percent-encoded separator in the host', 'https://registry.tidewater.example%2f@quayside.example/'],
    ['a tab inside the host', 'https://registry.tide\twater.example/'],
    ['a line break behind the URL', 'https://registry.tidewater.example/\r\nHost: quayside.example'],
    ['a blank before the URL', ' https://registry.tidewater.example/'],
    ['a file', 'file:///etc/hostname'],
    ['inline data', 'data:application/json,{}'],
    ['a script', 'javascript:alert(1)'],
    ['no scheme', '//registry.tidewater.example/'],
    ['nothing', ''],
    ['a URL of 9,000 characters', `https://registry.tidewater.example/${'a'.repeat(9_000)}`],
  ])('%s', (_trick, url) => {
    expect(refusal(url)).toBe('HOST_NOT_ALLOWED');
  });
});

describe('other spellings of a listed host are that host', () => {
  test.each([
    ['upper case', 'HTTPS://REGISTRY.TIDEWATER.EXAMPLE/v0.1', 'https://registry.tidewater.example/v0.1'],
    ['the default port', 'https://registry.tidewater.example:443/v0.1', 'https://registry.tidewater.example/v0.1'],
    ['full-width letters', 'https://\uff52egistry.tidewater.example/', 'https://registry.tidewater.example/'],
    ['a short form of the address', 'http://127.1:8123/', 'http://127.0.0.1:8123/'],
    ['the address as a number', 'http://2130706433:8123/', 'http://127.0.0.1:8123/'],
    ['the address in hexadecimal', 'http://0x7f000001:8123/', 'http://127.0.0.1:8123/'],
    ['a fragment, which is dropped', 'https://registry.tidewater.example/a#b', 'https://registry.tidewater.example/a'],
  ])('%s', (_spelling, url, href) => {
    expect(listed.admit(url).url.href).toBe(href);
  });
});

describe('a base URL', () => {
  it.each([
    'https://quayside.example',
    'http://127.0.0.1:1',
    'http://127.8.9.10',
    'http://[::1]:8080',
    'http://localhost:8080/glama',
  ])('%s is https, or http on this machine', (baseUrl) => {
    expect(hostList([unpaced(baseUrl)]).admit(`${baseUrl}/x`).rule.baseUrl).toBe(baseUrl);
  });

  it.each([
    'http://quayside.example',
    'http://128.0.0.1',
    'http://localhost.quayside.example',
    'http://127.0.0.1.quayside.example',
    'http://0.0.0.0',
    'ftp://127.0.0.1',
    'quayside.example',
  ])('%s is neither, and refused', (baseUrl) => {
    expect(() => hostList([unpaced(baseUrl)])).toThrow(FetchError);
  });
});

describe('two rules of one origin', () => {
  const mirror = hostList([
    unpaced('https://mirror.tidewater.example/npm', { keyHeaders: { 'x-npm': '1' } }),
    unpaced('https://mirror.tidewater.example/npm/private', { keyHeaders: { 'x-private': '1' } }),
    unpaced('https://mirror.tidewater.example/pypi', { keyHeaders: { 'x-pypi': '1' } }),
  ]);

  it.each([
    ['/npm/harbor-mcp', { 'x-npm': '1' }],
    ['/npm/private/harbor-mcp', { 'x-private': '1' }],
    ['/pypi/harbor-mcp/json', { 'x-pypi': '1' }],
  ])('%s takes the rule with the longest base', (path, keyHeaders) => {
    expect(mirror.admit(`https://mirror.tidewater.example${path}`).rule.keyHeaders).toEqual(keyHeaders);
  });
});
