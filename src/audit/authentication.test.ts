import { expect, test } from 'vitest';
import { serversAt } from '../clients/parts.ts';
import { readServers } from '../clients/read-servers.ts';
import type { Input } from '../model/entry.ts';
import { record, remoteAt } from '../testing/subjects.ts';
import { declaredAuthentication } from './authentication.ts';

function declared(json: string, ...records: Parameters<typeof declaredAuthentication>[1]) {
  const text = `{"mcpServers":{"harbor":${json}}}`;
  const { servers } = readServers({
    client: 'cursor',
    file: 'mcp.json',
    scope: 'user',
    text,
    parts: serversAt('mcpServers'),
  });
  return servers
    .flatMap((server) => declaredAuthentication(server, records))
    .map(({ kind, name, by }) => `${kind} ${name ?? '-'} ${by}`);
}

test.each([
  ['{"url":"https://mcp.tidewater.example/mcp"}', []],
  [
    '{"url":"https://mcp.tidewater.example/mcp","headers":{"Authorization":"Bearer ${TOKEN}"}}',
    ['bearer header Authorization settings'],
  ],
  [
    '{"url":"https://mcp.tidewater.example/mcp","headers":{"X-API-Key":"${KEY}","Accept":"*/*"}}',
    ['static secret X-API-Key settings'],
  ],
  ['{"url":"https://mcp.tidewater.example/mcp?api_key=q7Xw2LmZ9pTr4Vb8"}', ['secret in URL api_key settings']],
  ['{"url":"https://mcp.tidewater.example/mcp","oauth":{"clientId":"quay"}}', ['OAuth hinted - settings']],
  [
    '{"command":"npx","args":["harbor-mcp"],"env":{"TIDE_TOKEN":"${env:TIDE}","PORT":"1"}}',
    ['static secret TIDE_TOKEN settings'],
  ],
  [
    '{"command":"npx","args":["mcp-remote","https://mcp.tidewater.example/mcp","--header","Authorization: Bearer ${TOKEN}"]}',
    ['bearer header Authorization settings'],
  ],
  ['{"command":"npx","args":["harbor-mcp","--api-key","q7Xw2LmZ9pTr4Vb8"]}', ['static secret api-key settings']],
])('%s declares %j', (json, expected) => {
  expect(declared(json)).toEqual(expected);
});

const INPUT: Input = {
  at: '/remotes/0/headers/0',
  kind: 'header',
  name: 'Authorization',
  description: null,
  value: null,
  default: null,
  placeholder: null,
  isSecret: true,
  isRequired: true,
};

test('what an entry declares stands beside what the settings have, each once', () => {
  const remotes = [
    remoteAt('https://mcp.tidewater.example/{token}', {
      inputs: [INPUT, { ...INPUT, kind: 'url-variable', name: 'token' }],
    }),
  ];
  const entry = record({ remotes, description: 'Signs in with OAuth 2.1' });
  expect(
    declared('{"url":"https://mcp.tidewater.example/mcp","headers":{"authorization":"${T}"}}', entry, entry),
  ).toEqual(['bearer header authorization settings', 'secret in URL token registry', 'OAuth hinted - registry']);
});
