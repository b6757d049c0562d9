import { expect, it } from 'vitest';
import { listedAddresses } from './listed-addresses.ts';

it.each([
  ['config.json', '{"url":"https://tide.ngrok.io/x"}', ['https://tide.ngrok.io/x']],
  ['.env', 'A=1\nHOOK=https://discord.com/api/webhooks/1/a', ['https://discord.com/api/webhooks/1/a']],
  ['tides.yml', 'host: 240.0.0.1:4444', ['240.0.0.1:4444']],
  ['config.json', '{"url":"https://quay.test/x"}', []],
  ['config.json', '{"url":"http://localhost:3000"}', []],
  ['README.md', 'Use https://tide.ngrok.io/x', []],
  ['tides.json', `{"a":"${'x'.repeat(200_000)}","url":"https://tide.ngrok.io"}`, []],
])('%s of %s', (path, text, values) => {
  expect(listedAddresses(text, path, 'json').map(({ value }) => value)).toEqual(values);
});

it('says where they stand', () => {
  expect(listedAddresses('a: 1\nb: https://tide.ngrok.io', 'tides.yaml', 'text')).toEqual([
    { kind: 'address', by: 'literal', value: 'https://tide.ngrok.io', offset: 8 },
  ]);
});
