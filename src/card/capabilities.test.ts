import { describe, expect, test } from 'vitest';
import { address, fact, file, reads, request, rests, runs, starts, tool, unreadable } from '../testing/facts.ts';
import { declaring, read } from '../testing/sources.ts';
import { type Capabilities, capabilitiesOf } from './capabilities.ts';
import { capabilityChanges, isUnchanged } from './changes.ts';
import { checkManifest, manifestOf } from './manifest.ts';
import { readManifest } from './manifest-schema.ts';

describe('the capabilities of a release', () => {
  test('are unknown where no archive was read', () => {
    expect(capabilitiesOf([])).toBeNull();
  });

  test.each([
    ['reads-files', fact('file-read', '~/tides.csv', 'fs.readFile')],
    ['writes-files', fact('file-write', '/var/tides.csv', 'fs.writeFile')],
    ['network-out', request('https://api.tidewater.test/tides')],
    ['network-out', fact('socket', 'api.tidewater.test:443', 'net.connect')],
    ['network-out', fact('import', 'pg', 'import')],
    ['starts-processes', starts('git status')],
    ['reads-environment', reads('TIDE_ZONE')],
    ['reads-environment', fact('environment-dump', '', 'JSON.stringify')],
    ['sends-messages', fact('recipient', 'quay@tidewater.test', 'bcc')],
    ['sends-messages', fact('import', '@slack/web-api/dist/index.js', 'import')],
  ])('hold the class %s for what shows it', (named, shown) => {
    const { permissions } = of(runs('index.js', shown));
    expect(permissions).toMatchObject([{ class: named, places: 1, because: [{ at: 'index.js:1' }] }]);
  });

  test.each([
    ['a test', rests('test', 'test/index.js', starts('rm -rf harbour'))],
    ['an example', rests('example', 'examples/index.js', request('https://api.tidewater.test'))],
    ['a library that may do anything', runs('index.js', fact('import', 'lodash', 'import'))],
  ])('say nothing for %s', (_case, shown) => {
    expect(of(shown).permissions).toEqual([]);
  });

  test.each([
    ['send_message', true],
    ['replyToComment', true],
    ['notify', true],
    ['send_request', false],
    ['list_messages', false],
    ['message', false],
  ])('tell of the tool %s whether it sends messages: %s', (name, sends) => {
    const { permissions } = of(file('index.js', { tools: [tool(name, 'A tool.')] }));
    expect(permissions.some((each) => each.class === 'sends-messages')).toBe(sends);
  });

  test('hold hosts that are asked before hosts that are named, and neither this machine nor examples', () => {
    const { hosts } = of(
      runs('docs.js', address('https://a-text.tidewater.test/page')),
      runs(
        'index.js',
        request('https://api.tidewater.test'),
        request('http://localhost:3000'),
        request('https://api.example'),
      ),
    );
    expect(hosts.map(({ host, how }) => [host, how])).toEqual([
      ['api.tidewater.test', 'asked'],
      ['a-text.tidewater.test', 'named'],
    ]);
  });

  test('hold a host as asked where a call beside it composes its address', () => {
    const { hosts } = of(runs('index.js', address('https://api.tidewater.test'), request('')));
    expect(hosts).toMatchObject([{ host: 'api.tidewater.test', how: 'asked' }]);
  });

  test('tell secrets from settings, and beside which host a secret is read', () => {
    const { secrets, environment, hosts } = of(
      runs('index.js', reads('TIDE_API_KEY'), reads('TIDE_ZONE'), request('https://api.tidewater.test')),
    );
    expect({ secrets, environment }).toEqual({ secrets: ['TIDE_API_KEY'], environment: ['TIDE_ZONE'] });
    expect(hosts[0]?.secrets).toEqual(['TIDE_API_KEY']);
  });

  test('say what was not seen: files that could not be read, and dependencies', () => {
    const { facts } = declaring(read('1.0.0', unreadable('bundle.js')), { dependencies: { 'tide-tables': '^1.0.0' } });
    expect(capabilitiesOf([facts])).toMatchObject({
      permissions: [],
      read: [{ files: 1, unread: 1 }],
      unseen: ['1 file of 1.0.0 that run could not be read', 'the code of its dependency was not read'],
    });
  });

  test('hold what an installation runs', () => {
    const { facts } = declaring(read('1.0.0', runs('index.js')), { installScripts: { postinstall: 'node setup.js' } });
    expect(capabilitiesOf([facts])?.installHooks).toEqual(['postinstall: node setup.js']);
  });
});

describe('private data, untrusted input and a way out', () => {
  test('are told together where all three meet', () => {
    const { exposure } = of(
      file(
        'index.js',
        { tools: [tool('read_inbox', 'Reads mail.')] },
        reads('MAIL_TOKEN'),
        request('https://mail.tidewater.test'),
      ),
    );
    expect(exposure).toEqual({
      privateData: ['it holds MAIL_TOKEN'],
      untrustedInput: ['tools named as if they give texts of others: read_inbox'],
      wayOut: ['it asks the network'],
      allThree: true,
    });
  });

  test('are not all there where nothing of strangers comes in', () => {
    const { exposure } = of(runs('index.js', reads('TIDE_TOKEN'), request('https://api.tidewater.test')));
    expect(exposure).toMatchObject({ untrustedInput: [], allThree: false });
  });
});

describe('two releases beside each other', () => {
  const before = of(runs('index.js', request('https://api.tidewater.test')));

  test('do not differ where the same stands in other files', () => {
    const after = of(runs('dist/bundle.js', request('https://api.tidewater.test')));
    expect(isUnchanged(capabilityChanges(before, after))).toBe(true);
  });

  test('differ in what came: a host, a secret, a class and a tool', () => {
    const after = of(
      file(
        'index.js',
        { tools: [tool('send_mail', 'Sends.')] },
        request('https://api.tidewater.test'),
        request('https://drop.invalid'),
      ),
      runs('other.js', reads('QUAY_TOKEN')),
    );
    expect(capabilityChanges(before, after)).toMatchObject({
      hosts: { added: ['drop.invalid'], removed: [] },
      secrets: { added: ['QUAY_TOKEN'] },
      permissions: { added: ['reads-environment', 'sends-messages'] },
      tools: { added: ['send_mail'], changed: [] },
    });
  });

  test('differ in a tool that says something else under its name', () => {
    const saying = (text: string) => of(file('index.js', { tools: [tool('read_tide', text)] }));
    const changes = capabilityChanges(saying('Reads the tide.'), saying('Reads the tide and the mail.'));
    expect(changes.tools).toEqual({ added: [], removed: [], changed: ['read_tide'] });
    expect(isUnchanged(changes)).toBe(false);
  });

  test('are compared with a doubt where files of the earlier one could not be read', () => {
    const unread = capabilitiesOf([read('1.0.0', unreadable('bundle.js')).facts]);
    expect(unread === null ? [] : capabilityChanges(unread, before).doubts).toEqual([
      '1 file of the earlier release could not be read',
    ]);
  });
});

describe('a capability manifest', () => {
  const observed = of(
    file(
      'index.js',
      { tools: [tool('read_tide', 'Reads.')] },
      reads('TIDE_API_KEY'),
      request('https://api.tidewater.test/v1'),
    ),
  );
  const manifest = manifestOf({ server: 'npm:harbor-mcp', version: '1.0.0' }, observed);

  test('made from what was seen is one that a reader accepts, and what was seen is within it', () => {
    expect(readManifest(JSON.stringify(manifest))).toEqual(manifest);
    expect(checkManifest(manifest, observed)).toMatchObject({ outcome: 'within', undeclared: [], notSeen: [] });
  });

  test.each([
    ['a host', { hosts: [] }, { kind: 'host', name: 'api.tidewater.test' }],
    ['a host with a longer name', { hosts: ['evil-tidewater.test'] }, { kind: 'host', name: 'api.tidewater.test' }],
    ['a class', { permissions: ['reads-environment'] }, { kind: 'permission', name: 'network-out' }],
    ['a secret', { secrets: [] }, { kind: 'secret', name: 'TIDE_API_KEY' }],
    [
      'where a secret goes',
      { secrets: [{ name: 'TIDE_API_KEY', to: ['quayside.test'] }] },
      { kind: 'secret-destination', name: 'TIDE_API_KEY to api.tidewater.test' },
    ],
    ['a tool', { tools: [] }, { kind: 'tool', name: 'read_tide' }],
  ] as const)('is exceeded by %s that it does not declare', (_case, fields, undeclared) => {
    const checked = checkManifest({ ...manifest, ...fields }, observed);
    expect(checked.outcome).toBe('exceeds');
    expect(checked.undeclared).toContainEqual(expect.objectContaining(undeclared));
  });

  test('is not held against what is declared and was not seen', () => {
    const more = { ...manifest, tools: [...manifest.tools, 'read_wind'], hosts: ['tidewater.test', 'wind.test'] };
    expect(checkManifest(more, observed)).toMatchObject({
      outcome: 'within',
      notSeen: [
        { kind: 'host', name: 'wind.test' },
        { kind: 'tool', name: 'read_wind' },
      ],
    });
  });

  test('cannot be checked where no archive was read', () => {
    expect(checkManifest(manifest, null)).toMatchObject({ outcome: 'unseen', unseen: ['no archive was read'] });
  });

  test.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['another version', JSON.stringify({ ...manifest, manifestVersion: 2 })],
    ['a class that is none', JSON.stringify({ ...manifest, permissions: ['reads-minds'] })],
    ['a field that is unknown', JSON.stringify({ ...manifest, trusted: true })],
    ['a host with a path', JSON.stringify({ ...manifest, hosts: ['tidewater.test/path'] })],
  ])('is refused where it is %s', (_case, text) => {
    expect(readManifest(text)).toEqual({ refused: expect.any(String) });
  });
});

function of(...files: Parameters<typeof read>[1][]): Capabilities {
  const found = capabilitiesOf([read('1.0.0', ...files).facts]);
  if (found === null) throw new Error('a release that was read has capabilities');
  return found;
}
