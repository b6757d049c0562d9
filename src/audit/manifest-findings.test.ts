import { expect, test } from 'vitest';
import { type Capabilities, capabilitiesOf } from '../card/capabilities.ts';
import { type CapabilityManifest, manifestOf } from '../card/manifest.ts';
import { file, reads, request, tool } from '../testing/facts.ts';
import { indexed } from '../testing/lookups.ts';
import { read } from '../testing/sources.ts';
import { heldAgainst, manifestsFor } from './manifest-findings.ts';

const CODE = codeOf();
const MANIFEST = manifestOf({ server: 'npm:harbor-mcp', version: '1.0.0' }, CODE);

function codeOf(): Capabilities {
  const tools = { tools: [tool('read_tide', 'Reads.')] };
  const shown = file('index.js', tools, reads('TIDE_API_KEY'), request('https://api.tidewater.test/v1'));
  const found = capabilitiesOf([read('1.0.0', shown).facts]);
  if (found === null) throw new Error('no code');
  return found;
}

function held(fields: Partial<CapabilityManifest>, version: string | null = '1.0.0', code: Capabilities | null = CODE) {
  return heldAgainst({ file: 'quay.json', manifest: { ...MANIFEST, ...fields } }, { version, code });
}

test('what is within its manifest is no finding', () => {
  expect(held({})).toEqual({ held: { file: 'quay.json', version: '1.0.0', outcome: 'within' }, said: [], unseen: [] });
  expect(held({ version: null }, '2.0.0').held.outcome).toBe('within');
});

test('what is not declared is a finding for each kind, with its place', () => {
  const { held: manifest, said } = held({ hosts: [], tools: [] });
  expect(manifest.outcome).toBe('exceeds');
  expect(said.map(({ level, rule, statement }) => `${level} ${rule}: ${statement}`)).toEqual([
    'warning manifest/exceeds: not in its capability manifest: host api.tidewater.test (index.js:2)',
    expect.stringContaining('not in its capability manifest: tool read_tide'),
  ]);
});

test.each([
  ['of another version', held({ hosts: [] }, '1.0.1'), /is of 1\.0\.0, so 1\.0\.1 was not held against it/],
  ['of code that was not read', held({ hosts: [] }, '1.0.0', null), /no code was read/],
])('a manifest %s finds nothing, and says so', (_case, { held: manifest, said, unseen }, why) => {
  expect(manifest.outcome).toBe('unseen');
  expect(said).toEqual([]);
  expect(unseen).toEqual([expect.stringMatching(why)]);
});

test('a manifest is of a server by its package, or by an entry that stands for it', () => {
  const given = [{ file: 'quay.json', manifest: MANIFEST }];
  const entry = indexed('official:io.github.tidewater/harbor');
  const named = [{ file: 'quay.json', manifest: { ...MANIFEST, server: 'io.github.tidewater/harbor' } }];
  expect(manifestsFor(given, 'npm:harbor-mcp', [])).toEqual(given);
  expect(manifestsFor(given, 'npm:harbor', [])).toEqual([]);
  expect(manifestsFor(given, null, [])).toEqual([]);
  expect(manifestsFor(named, 'npm:harbor-mcp', [entry])).toEqual(named);
});
