import { type HostRule, isLoopbackHttp } from '../fetch/hosts.ts';
import type { Ecosystem } from '../packages/port.ts';
import type { Registry } from '../registries/port.ts';
import type { CodeHost } from '../repositories/port.ts';
import { UsageError } from './exit.ts';

type Asked = Registry | Ecosystem | CodeHost;

/** What can be asked, with the address and the keys in force. */
export interface Source {
  readonly id: string;
  readonly baseUrl: string;
  readonly keyed: boolean;
  readonly host: HostRule;
  /** Where its files lie, when they lie at another host and nothing stands in for it. */
  readonly files: HostRule | null;
}

export interface SourceSettings {
  /** `ID=URL`, as given. */
  readonly overrides: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

/** Registries, ecosystems and code hosts by id, with `--base-url` applied and keys taken from the environment. */
export function sources(
  all: readonly Asked[],
  { overrides, environment }: SourceSettings,
): ReadonlyMap<string, Source> {
  const bases = baseUrls(overrides, new Set(all.map(({ id }) => id)));
  return new Map(all.map((each) => [each.id, sourceOf(each, bases.get(each.id), environment)]));
}

function sourceOf(each: Asked, override: string | undefined, environment: NodeJS.ProcessEnv): Source {
  const baseUrl = override ?? each.baseUrl;
  const keys = 'keys' in each ? each.keys : [];
  // A key belongs to its registry: a mirror elsewhere gets none, and loopback is this machine.
  const isOwn = override === undefined || isLoopbackHttp(new URL(override)) || sameOrigin(override, each.baseUrl);
  const given = (isOwn ? keys : []).flatMap(({ environmentVariable, header, prefix }) => {
    const value = environment[environmentVariable] ?? '';
    return value === '' ? [] : [[header, `${prefix}${value}`] as const];
  });
  return {
    id: each.id,
    baseUrl,
    keyed: keys.length > 0 && given.length === keys.length,
    host: { baseUrl, pace: paceOf(each, baseUrl), keyHeaders: Object.fromEntries(given) },
    files: override === undefined ? filesOf(each) : null,
  };
}

function filesOf(each: Asked): HostRule | null {
  const filesUrl = 'filesUrl' in each ? each.filesUrl : null;
  return filesUrl === null ? null : { baseUrl: filesUrl, pace: each.pace, keyHeaders: {} };
}

/** Every address that may be asked. */
export function hostsOf(asked: ReadonlyMap<string, Source>): readonly HostRule[] {
  return [...asked.values()].flatMap(({ host, files }) => (files === null ? [host] : [host, files]));
}

/** Politeness is for other people's machines; on loopback there is nobody to spare. */
function paceOf({ pace }: Asked, baseUrl: string): HostRule['pace'] {
  return new URL(baseUrl).protocol === 'http:' ? { ...pace, requestsPerSecond: null } : pace;
}

function baseUrls(overrides: readonly string[], ids: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map(
    overrides.map((text) => {
      const [id = '', ...rest] = text.split('=');
      const url = URL.parse(rest.join('='));
      if (!ids.has(id) || url === null) {
        throw new UsageError(`--base-url "${text}" is not ID=URL; the IDs are ${[...ids].join(', ')}.`);
      }
      if (url.username !== '' || url.password !== '') {
        throw new UsageError(`--base-url ${id}=…: a user name or password in an address is never sent.`);
      }
      if (url.protocol !== 'https:' && !isLoopbackHttp(url)) {
        throw new UsageError(
          `--base-url "${text}": only https is asked, or http on this machine (127.0.0.1, [::1], localhost).`,
        );
      }
      return [id, url.href.replace(/\/$/, '')];
    }),
  );
}

function sameOrigin(a: string, b: string): boolean {
  return new URL(a).origin === new URL(b).origin;
}
