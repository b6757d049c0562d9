import { describe, expect, test } from 'vitest';
import type { Json } from '../model/place.ts';
import { readServerRow, WrappedRow } from './official/schema.ts';
import { isServerJson } from './is-server-json.ts';
import { MAX_ITEMS, MAX_NAME_CHARACTERS, MAX_TEXT_CHARACTERS, ServerJson } from './server-json.ts';
import { layoutOf, recordOf } from './server-record.ts';

const VARIABLE = {
  description: 'Key of the tide gauge',
  value: '{key}',
  default: 'low',
  placeholder: 'TG-1',
  isSecret: true,
  isRequired: false,
};
const INPUT = { ...VARIABLE, name: 'TIDE_KEY', variables: { key: VARIABLE } };
const TRANSPORT = { type: 'sse', url: 'https://tides.example/sse', headers: [INPUT], variables: { key: VARIABLE } };

/** Every field that is read, so that every field can be spoiled. */
const SERVER = {
  name: 'io.github.tidewater/tides',
  title: 'Tides',
  description: 'Tide tables of the harbour',
  version: '1.3.0',
  websiteUrl: 'https://tidewater.example',
  repository: { url: 'https://github.com/tidewater/tides', subfolder: 'server', id: '900000001' },
  packages: [
    {
      registryType: 'npm',
      registryBaseUrl: 'https://packages.example',
      identifier: '@tidewater/tides',
      version: '1.3.0',
      fileSha256: 'ab'.repeat(32),
      runtimeHint: 'npx',
      transport: TRANSPORT,
      environmentVariables: [INPUT],
      runtimeArguments: [INPUT],
      packageArguments: [INPUT],
    },
  ],
  remotes: [TRANSPORT],
};
const ROW = {
  server: SERVER,
  _meta: {
    'io.modelcontextprotocol.registry/official': {
      status: 'active',
      statusMessage: 'moved',
      publishedAt: '2026-06-01T00:00:00Z',
      updatedAt: '2026-06-02T00:00:00Z',
      isLatest: true,
    },
  },
};

const GONE = Symbol('gone');
const SPOILERS: readonly [string, Json | typeof GONE][] = [
  ['gone', GONE],
  ['null', null],
  ['a number', 7],
  ['true', true],
  ['empty text', ''],
  ['text', 'tide'],
  ['text as long as a name may be', 'x'.repeat(MAX_NAME_CHARACTERS)],
  ['text longer than a name may be', 'x'.repeat(MAX_NAME_CHARACTERS + 1)],
  ['text as long as it may be', 'x'.repeat(MAX_TEXT_CHARACTERS)],
  ['longer text', 'x'.repeat(MAX_TEXT_CHARACTERS + 1)],
  ['an empty list', []],
  ['a list of null', [null]],
  ['a list that is too long', Array.from({ length: MAX_ITEMS + 1 }, () => INPUT)],
  ['an empty object', {}],
  ['an object under a name that is too long', { ['x'.repeat(MAX_NAME_CHARACTERS + 1)]: VARIABLE }],
];

describe.each(SPOILERS)('where a field is %s', (_what, spoiler) => {
  const servers = spoiled(SERVER, spoiler);

  test('a server.json is accepted exactly where its schema accepts it', () => {
    const answers = servers.map(({ at, value }) => [at, isServerJson(value)]);

    expect(answers).toEqual(servers.map(({ at, value }) => [at, ServerJson.safeParse(value).success]));
  });

  test('what is read of a server.json is what its schema would have left of it', () => {
    const kept = servers.map(({ value }): unknown => value).filter(isServerJson);

    expect(kept.map(read)).toEqual(kept.map((server) => read(ServerJson.parse(server))));
  });

  test('a row is refused exactly where its schema refuses it', () => {
    const rows = spoiled(ROW, spoiler).filter(({ at }) => at !== '/server');
    const answers = rows.map(({ at, value }) => [at, accepted(() => readServerRow(value))]);

    expect(answers).toEqual(rows.map(({ at, value }) => [at, WrappedRow.safeParse(value).success]));
  });
});

test('a whole server.json is accepted, and one that is nothing but a name', () => {
  expect([SERVER, { name: 'tides' }, 'tides', null, [SERVER]].map(isServerJson)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

function read(server: ServerJson) {
  const place = {
    resource: { uri: 'https://harbour.example', sha256: '00', retrievedAt: '2026-06-29T00:00:00Z' },
    pointer: '',
  };
  return recordOf({ server, lifecycle: {}, layout: layoutOf('', '') }, place, 'none');
}

function accepted(reading: () => unknown): boolean {
  try {
    return reading() !== undefined;
  } catch {
    return false;
  }
}

/** A copy for each place in the value, that place alone replaced. */
function spoiled(value: Json, spoiler: Json | typeof GONE, at = ''): Spoiled[] {
  if (typeof value !== 'object' || value === null) return [];
  const copies: Spoiled[] = [];
  for (const [key, member] of Object.entries(value)) {
    const place = `${at}/${key}`;
    copies.push({ at: place, value: withMember(value, key, spoiler) });
    for (const inner of spoiled(member, spoiler, place)) {
      copies.push({ at: inner.at, value: withMember(value, key, inner.value) });
    }
  }
  return copies;
}

interface Spoiled {
  readonly at: string;
  readonly value: Json;
}

function withMember(value: object, key: string, replaced: Json | typeof GONE): Json {
  const members: [string, Json][] = [];
  for (const [name, each] of Object.entries(value)) {
    const kept = name === key ? replaced : each;
    if (kept !== GONE) members.push([name, kept]);
  }
  return Array.isArray(value) ? members.map(([, each]) => each) : Object.fromEntries(members);
}
