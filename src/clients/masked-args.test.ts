import { describe, expect, test } from 'vitest';
import { maskedArgs } from './masked-args.ts';
import { maskedUrl } from './masked-url.ts';
import { kindOf } from './secrets.ts';

const SECRET = 'q7Xw2LmZ9pTr4Vb8';

describe('a secret among arguments is never shown', () => {
  test.each([
    [['--api-key', SECRET], '--api-key …', 'api-key'],
    [[`--api-key=${SECRET}`], '--api-key=…', 'api-key'],
    [['-e', `TIDE_TOKEN=${SECRET}`], '-e TIDE_TOKEN=…', 'TIDE_TOKEN'],
    [['--header', `Authorization: Bearer ${SECRET}`], '--header Authorization: …', 'Authorization'],
    [['-H', `X-API-Key:${SECRET}`], '-H X-API-Key: …', 'X-API-Key'],
    [
      [`https://mcp.tidewater.example/mcp?api_key=${SECRET}&page=2`],
      'https://mcp.tidewater.example/mcp?api_key=…&page=…',
      'api_key',
    ],
    [[`postgresql://tide:${SECRET}@db.tidewater.example/quay`], 'postgresql://…@db.tidewater.example/quay', 'password'],
    [
      [`--db=postgresql://tide:${SECRET}@db.tidewater.example/quay`],
      '--db=postgresql://…@db.tidewater.example/quay',
      'password',
    ],
    [['--config', `{"tideApiKey":"${SECRET}"}`], '--config {…}', 'tideApiKey'],
    [['-c', `PORT=1 TIDE_TOKEN=${SECRET} npx harbor-mcp`], '-c PORT=1 TIDE_TOKEN=… npx harbor-mcp', 'TIDE_TOKEN'],
    [['-c', `npx harbor-mcp --api-key ${SECRET}`], '-c npx harbor-mcp --api-key …', 'api-key'],
    [
      ['-c', `npx mcp-remote https://x.example --header "Authorization: Bearer ${SECRET}"`],
      '-c npx mcp-remote https://x.example/ --header Authorization: … Bearer …',
      'Bearer',
    ],
    [[`ghp_${SECRET}${SECRET}`], 'ghp_…', ''],
  ])('%j', (args, shown, name) => {
    const masked = maskedArgs(args);
    expect(JSON.stringify(masked)).not.toContain(SECRET);
    expect(masked.map((each) => each.shown).join(' ')).toBe(shown);
    expect(masked.flatMap(({ secrets }) => secrets)).toHaveLength(1);
    expect(masked.flatMap(({ secrets }) => secrets)[0]?.name).toBe(name);
  });
});

describe('what is no secret is left as it is', () => {
  test.each([
    [['--api-key', '${TIDE_TOKEN}']],
    [['--header', 'Authorization:${AUTH_HEADER}']],
    [['-e', 'TIDE_TOKEN']],
    [['--port', '8080', '--max-tokens', '4096']],
    [['--token-file', '/run/secrets/tide']],
    [['https://mcp.tidewater.example/mcp']],
    [['/home/tide/quay side']],
  ])('%j', (args) => {
    expect(maskedArgs(args).flatMap(({ secrets }) => secrets)).toEqual([]);
  });
});

test.each([
  ['https://mcp.tidewater.example/s/a1b2c3d4e5f6g7h8i9j0k1/mcp', 'https://mcp.tidewater.example/s/…/mcp', 1],
  ['https://mcp.tidewater.example/harbour/tides/mcp', 'https://mcp.tidewater.example/harbour/tides/mcp', 0],
  ['https://mcp.tidewater.example/mcp?region=west', 'https://mcp.tidewater.example/mcp?region=…', 0],
  ['https://mcp.tidewater.example/mcp?key=${TIDE_KEY}', 'https://mcp.tidewater.example/mcp?key=…', 0],
  ['not an address?key=abc', 'not an address', 0],
])('%s is shown as %s', (url, shown, secrets) => {
  const masked = maskedUrl(url);
  expect(masked.shown).toBe(shown);
  expect(masked.secrets).toHaveLength(secrets);
});

test.each([
  ['${env:TOKEN}', 'reference'],
  ['Bearer ${TOKEN}', 'reference'],
  ['{env:TOKEN}', 'reference'],
  ['${{ secrets.TOKEN }}', 'reference'],
  ['%TOKEN%', 'reference'],
  ['$TOKEN', 'reference'],
  ['op://vault/item/field', 'reference'],
  ['p$TOKENx9', 'literal'],
  ['secret-harbour-9', 'literal'],
  ['<YOUR_API_KEY>', 'placeholder'],
  ['your-api-key-here', 'placeholder'],
  ['xxxxxxxx', 'placeholder'],
  ['', 'empty'],
  ['  ', 'empty'],
  [SECRET, 'literal'],
])('%j is a %s', (value, kind) => {
  expect(kindOf(value)).toBe(kind);
});
