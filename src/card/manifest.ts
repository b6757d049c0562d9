import type { Capabilities } from './capabilities.ts';
import { askedDomains } from './changes.ts';
import { registrableDomain } from '../text/domains.ts';
import type { PermissionClass } from './permissions.ts';

/** What a publisher says that a server does: docs/manifest.md. Everything that is not in it is said not to be done. */
export interface CapabilityManifest {
  readonly manifestVersion: 1;
  /** `npm:harbor-mcp`, or the name in a registry. */
  readonly server: string;
  /** null: of every version. */
  readonly version: string | null;
  readonly permissions: readonly PermissionClass[];
  /** Host names; one stands for itself and for what lies under it. */
  readonly hosts: readonly string[];
  readonly secrets: readonly ManifestSecret[];
  readonly tools: readonly string[];
  /** What an installation runs by itself: `postinstall: node setup.js`. */
  readonly installHooks: readonly string[];
}

export interface ManifestSecret {
  readonly name: string;
  /** Host names that receive it; null: not said. */
  readonly to: readonly string[] | null;
}

export interface Checked {
  /** exceeds: something was seen that is not declared. within: nothing was. unseen: nothing was read. */
  readonly outcome: 'exceeds' | 'within' | 'unseen';
  readonly undeclared: readonly Undeclared[];
  /** Declared and not seen: no fault, since what was not seen may be there. */
  readonly notSeen: readonly { readonly kind: UndeclaredKind; readonly name: string }[];
  /** Why something undeclared may be there all the same. */
  readonly unseen: readonly string[];
}

export type UndeclaredKind = 'permission' | 'host' | 'secret' | 'secret-destination' | 'tool' | 'install-hook';

export interface Undeclared {
  readonly kind: UndeclaredKind;
  /** The class, host, variable, tool or hook; of a secret's destination `NAME to host`. */
  readonly name: string;
  /** `dist/index.js:12`; null where it is no place. */
  readonly at: string | null;
}

interface Named {
  readonly name: string;
  readonly at: string | null;
}

/** The manifest that says exactly what was seen, for an author to correct; secrets with the hosts that are asked beside them. */
export function manifestOf(
  { server, version }: { readonly server: string; readonly version: string | null },
  capabilities: Capabilities,
): CapabilityManifest {
  const { permissions, hosts, secrets, tools, installHooks } = capabilities;
  return {
    manifestVersion: 1,
    server,
    version,
    permissions: permissions.map((each) => each.class),
    hosts: askedDomains(capabilities),
    secrets: secrets.map((name) => {
      const to = hosts.filter((host) => host.secrets.includes(name)).map(({ domain }) => domain);
      return { name, to: to.length === 0 ? null : [...new Set(to)] };
    }),
    tools: tools.map(({ name }) => name),
    installHooks,
  };
}

/**
 * What was seen beside what is declared. Hosts that only stand in texts are not held against a manifest, and a permission, secret, host or tool
 * that was not seen is not held against it either.
 */
export function checkManifest(manifest: CapabilityManifest, observed: Capabilities | null): Checked {
  if (observed === null) {
    return { outcome: 'unseen', undeclared: [], notSeen: [], unseen: ['no archive was read'] };
  }
  const seen = {
    permission: observed.permissions.map((each) => ({ name: each.class, at: each.because[0]?.at ?? null })),
    host: observed.hosts.filter(({ how }) => how === 'asked').map(({ host, at }) => ({ name: host, at })),
    secret: observed.secrets.map((name) => ({ name, at: null })),
    tool: observed.tools,
    'install-hook': observed.installHooks.map((name) => ({ name, at: null })),
  };
  const undeclared = [
    ...beyond('permission', seen.permission, new Set<string>(manifest.permissions)),
    ...seen.host
      .filter(({ name }) => !isAmong(name, manifest.hosts))
      .map(({ name, at }) => ({ kind: 'host' as const, name, at })),
    ...beyond('secret', seen.secret, new Set(manifest.secrets.map(({ name }) => name))),
    ...secretsElsewhere(manifest, observed),
    ...beyond('tool', seen.tool, new Set(manifest.tools)),
    ...beyond('install-hook', seen['install-hook'], new Set(manifest.installHooks)),
  ];
  return {
    outcome: undeclared.length > 0 ? 'exceeds' : 'within',
    undeclared,
    notSeen: [
      ...missing('permission', manifest.permissions, seen.permission),
      ...manifest.hosts
        .filter((declared) => !seen.host.some(({ name }) => isAmong(name, [declared])))
        .map((name) => ({ kind: 'host' as const, name })),
      ...missing(
        'secret',
        manifest.secrets.map(({ name }) => name),
        seen.secret,
      ),
      ...missing('tool', manifest.tools, seen.tool),
      ...missing('install-hook', manifest.installHooks, seen['install-hook']),
    ],
    unseen: observed.unseen,
  };
}

function beyond(kind: UndeclaredKind, seen: readonly Named[], declared: ReadonlySet<string>): readonly Undeclared[] {
  return seen.filter(({ name }) => !declared.has(name)).map(({ name, at }) => ({ kind, name, at }));
}

function missing(kind: UndeclaredKind, declared: readonly string[], seen: readonly Named[]): Checked['notSeen'] {
  const names = new Set(seen.map(({ name }) => name));
  return declared.filter((name) => !names.has(name)).map((name) => ({ kind, name }));
}

/** A secret whose hosts are declared, read where another one is asked. */
function secretsElsewhere(manifest: CapabilityManifest, { hosts }: Capabilities): readonly Undeclared[] {
  return manifest.secrets.flatMap(({ name, to }) => {
    if (to === null) return [];
    const elsewhere = hosts.filter(({ host, secrets }) => secrets.includes(name) && !isAmong(host, to));
    return elsewhere.map(({ host, at }) => ({ kind: 'secret-destination' as const, name: `${name} to ${host}`, at }));
  });
}

/** Whether a host is one of those declared or lies under one; a bare public suffix (`workers.dev`) stands for no one's hosts. */
function isAmong(host: string, declared: readonly string[]): boolean {
  return declared.some((each) => {
    const name = each.toLowerCase();
    return host === name || (registrableDomain(name) !== null && host.endsWith(`.${name}`));
  });
}
