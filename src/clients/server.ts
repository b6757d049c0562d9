import { maskedArgs } from './masked-args.ts';
import { maskedUrl } from './masked-url.ts';
import { nodeAt, textOf, textsOf } from './parts.ts';
import type { ConfigEntry, ConfigNode, ConfiguredServer, FilePlace, PlainSecret } from './port.ts';
import { resolve } from './resolve.ts';
import { isToken, kindOf, masked, settingOf } from './secrets.ts';
import { isSecretName } from '../text/secret-names.ts';

const MAX_NAME_CHARACTERS = 200;
const MAX_COMMAND_CHARACTERS = 1_000;
const MAX_ARGUMENTS = 300;
const MAX_SETTINGS = 300;
/** What a client is registered as, its secret among it. */
const OAUTH_KEYS = ['oauth', 'auth'];
/** Clients that call the address where a server has both: `httpUrl`, then `url`, then `command`. */
const PREFERS_ADDRESS = new Set(['gemini-cli']);
const NOTHING: Words = { command: '', args: [], offsets: [] };
/** Parts of the client itself that stand among its servers. */
const OWN_TYPES = new Set(['builtin', 'platform', 'frontend', 'inline_python']);

/** Where a server was met, beside what it says of itself. */
export type Met = Pick<ConfiguredServer, 'client' | 'file' | 'scope' | 'project'> & {
  readonly name: string;
  readonly place: FilePlace;
  readonly isDisabled: boolean;
  readonly placeOf: (offset: number | null) => FilePlace;
};

/**
 * A server of any client's settings: they call the same things by a dozen names.
 *
 * null for what is no server: a part of the client itself, or text where settings are wanted.
 */
export function serverOf(node: ConfigNode, met: Met): ConfiguredServer | null {
  if (node.kind !== 'map' || OWN_TYPES.has(textOf(at(node, 'type')) ?? '')) return null;
  const { client, file, scope, project, place, placeOf } = met;
  const words = commandOf(node);
  const shownArgs = maskedArgs(words.args);
  const environment = settingsOf(entriesAt(node, ['env', 'envs', 'environment']));
  const urlNode = firstAt(node, ['httpUrl', 'url', 'uri', 'serverUrl', 'serverURL']);
  const url = textOf(urlNode);
  const address = url === null ? null : maskedUrl(url);
  const headers = headersOf(node);
  const oauth = settingsOf(OAUTH_KEYS.flatMap((key) => entriesAt(node, [key])));
  const secret = (where: PlainSecret['where'], name: string, shown: string, offset: number | null): PlainSecret => ({
    where,
    name: name.slice(0, MAX_NAME_CHARACTERS),
    masked: shown,
    place: offset === null ? place : placeOf(offset),
  });
  const named = (where: PlainSecret['where'], settings: readonly Named[]) =>
    settings.filter(isPlainSecret).map(({ name, value, offset }) => secret(where, name, masked(value), offset));
  return {
    client,
    file,
    scope,
    project,
    place,
    name: met.name.slice(0, MAX_NAME_CHARACTERS),
    disabled: met.isDisabled || isDisabled(node),
    launch:
      words.command === ''
        ? null
        : {
            command: maskedArgs([words.command])[0]?.shown ?? '',
            args: shownArgs.map(({ shown }) => shown),
            environment: environment.map(({ name, value }) => settingOf(name, value)),
            environmentFile: textOf(at(node, 'envFile'))?.slice(0, MAX_COMMAND_CHARACTERS) ?? null,
          },
    remote:
      address === null
        ? null
        : {
            url: address.shown,
            transport: transportOf(node),
            headers: headers.map(({ name, value }) => settingOf(name, value)),
          },
    oauth: [...OAUTH_KEYS, 'authProvider', 'authProviderType'].some((key) => isOn(at(node, key))),
    resolution: resolve({
      ...(address !== null && PREFERS_ADDRESS.has(client) ? NOTHING : words),
      url: address?.shown ?? null,
    }),
    secrets: [
      ...named('environment', environment),
      ...named('header', headers),
      ...named('oauth', oauth),
      ...shownArgs.flatMap(({ secrets }, index) =>
        secrets.map((each) => secret('argument', each.name, each.masked, words.offsets[index] ?? null)),
      ),
      ...(address?.secrets ?? []).map((each) => secret('url', each.name, each.masked, urlNode?.offset ?? null)),
    ],
  };
}

interface Words {
  readonly command: string;
  readonly args: readonly string[];
  readonly offsets: readonly (number | null)[];
}

/** `command` may be a text, a list with the program first, or an object with `path` and `args`. */
function commandOf(node: ConfigNode): Words {
  const command = firstAt(node, ['command', 'cmd']);
  if (command?.kind === 'list') {
    const [first = '', ...args] = textsOf(command);
    return bounded(first, args, command.items.slice(1));
  }
  const holder = command?.kind === 'map' ? command : node;
  const program = command?.kind === 'map' ? textOf(at(command, 'path')) : textOf(command);
  const args = firstAt(holder, ['args', 'arguments']);
  return bounded(program ?? '', textsOf(args), args?.kind === 'list' ? args.items : []);
}

function bounded(command: string, args: readonly string[], items: readonly ConfigNode[]): Words {
  return {
    command: command.slice(0, MAX_COMMAND_CHARACTERS),
    args: args.slice(0, MAX_ARGUMENTS),
    offsets: items.filter((item) => textOf(item) !== null).map(({ offset }) => offset),
  };
}

interface Named {
  readonly name: string;
  readonly value: string;
  readonly offset: number | null;
}

function headersOf(node: ConfigNode): readonly Named[] {
  const written = settingsOf([
    ...entriesAt(node, ['headers', 'http_headers']),
    ...entriesAt(nodeAt(node, ['requestOptions']), ['headers']),
  ]);
  // Codex names the variables that a header's value is taken from.
  const taken = settingsOf(entriesAt(node, ['env_http_headers'])).map((each) => ({ ...each, value: '${env}' }));
  const bearer = at(node, 'bearer_token_env_var');
  const token = at(node, 'bearer_token');
  return [
    ...written,
    ...taken,
    ...(bearer === null ? [] : [{ name: 'Authorization', value: '${env}', offset: bearer.offset }]),
    ...(token === null ? [] : [{ name: 'Authorization', value: textOf(token) ?? '', offset: token.offset }]),
  ];
}

function settingsOf(entries: readonly (readonly [string, ConfigEntry])[]): readonly Named[] {
  return entries.slice(0, MAX_SETTINGS).flatMap(([name, { node, offset }]) => {
    if (node.kind !== 'value') return [];
    return [
      { name: name.slice(0, MAX_NAME_CHARACTERS), value: String(node.value ?? ''), offset: offset ?? node.offset },
    ];
  });
}

function isPlainSecret({ name, value }: Named): boolean {
  return kindOf(value) === 'literal' && (isSecretName(name) || isToken(value));
}

function isDisabled(node: ConfigNode): boolean {
  const [disabled, enabled] = [at(node, 'disabled'), at(node, 'enabled')];
  return (
    (disabled?.kind === 'value' && disabled.value === true) || (enabled?.kind === 'value' && enabled.value === false)
  );
}

/** `oauth: false` switches it off. */
function isOn(node: ConfigNode | null): boolean {
  return node !== null && !(node.kind === 'value' && (node.value === false || node.value === null));
}

function transportOf(node: ConfigNode): string | null {
  const written = textOf(firstAt(node, ['type', 'transport', 'transportType']));
  return written === null ? null : written.slice(0, 40);
}

function entriesAt(node: ConfigNode | null, keys: readonly string[]): readonly (readonly [string, ConfigEntry])[] {
  const map = node === null ? null : firstAt(node, keys);
  return map?.kind === 'map' ? [...map.entries] : [];
}

function firstAt(node: ConfigNode, keys: readonly string[]): ConfigNode | null {
  for (const key of keys) {
    const found = at(node, key);
    if (found !== null) return found;
  }
  return null;
}

function at(node: ConfigNode, key: string): ConfigNode | null {
  return nodeAt(node, [key]);
}
