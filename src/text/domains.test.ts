import { describe, expect, it } from 'vitest';
import { hostOf, isOnSharedHost, isUnder, registeredLabel, registrableDomain } from './domains.ts';

describe('hostOf', () => {
  it.each([
    ['https://api.tidewater.example/mcp?x=1#y', 'api.tidewater.example'],
    ['HTTPS://API.Tidewater.Example:8443', 'api.tidewater.example'],
    ['https://{tenant}.tidewater.example/mcp', 'tidewater.example'],
    ['https://{a}.{b}.tidewater.example', 'tidewater.example'],
    ['https://user:secret@tidewater.example/', 'tidewater.example'],
    ['https://münze.example/', 'xn--mnze-0ra.example'],
    ['https://0x7f.1/', '127.0.0.1'],
    ['http://127.0.0.1:3000/mcp', '127.0.0.1'],
    ['https://tidewater.example./mcp', 'tidewater.example'],
    ['https://tidewater.example\\@quayside.example/', 'tidewater.example'],
  ])('the host of %s is %s', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });

  it.each([
    ['https://{host}/mcp'],
    ['https://api.{region}.tidewater.example'],
    ['{base_url}/mcp'],
    ['tidewater.example/mcp'],
    ['https://'],
    ['https://a b/'],
    [`https://${'a'.repeat(3_000)}.example`],
    ['https://{{{{.{.{'],
  ])('%s names no host', (url) => {
    expect(hostOf(url)).toBeNull();
  });
});

it.each([
  ['api.tidewater.co.uk', 'tidewater.co.uk', 'tidewater', false],
  ['mcp.tidewater.workers.dev', 'tidewater.workers.dev', 'tidewater', true],
  ['tidewater-mcp.vercel.app', 'tidewater-mcp.vercel.app', 'tidewater-mcp', true],
  ['xn--mnze-0ra.com', 'xn--mnze-0ra.com', 'münze', false],
  ['127.0.0.1', null, null, false],
  ['localhost', null, null, false],
  ['workers.dev', null, null, true],
])('%s was registered as %s', (host, domain, label, shared) => {
  expect(registrableDomain(host)).toBe(domain);
  expect(registeredLabel(host)).toBe(label);
  expect(isOnSharedHost(host)).toBe(shared);
});

it.each([
  ['tidewater.example', 'tidewater.example', true],
  ['api.tidewater.example', 'tidewater.example', true],
  ['not-tidewater.example', 'tidewater.example', false],
  ['tidewater.example.quayside.example', 'tidewater.example', false],
])('%s under %s: %s', (host, domain, expected) => {
  expect(isUnder(host, domain)).toBe(expected);
});
