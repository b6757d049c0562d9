import type { Capabilities } from '../card/capabilities.ts';
import { type CapabilityManifest, checkManifest, type UndeclaredKind } from '../card/manifest.ts';
import type { IndexedEntry } from '../lookup/port.ts';
import type { HeldManifest } from './report.ts';
import type { Said } from './said.ts';

/** A capability manifest that somebody handed in. */
export interface GivenManifest {
  readonly file: string;
  readonly manifest: CapabilityManifest;
}

/** One server's manifest, beside what its code shows. */
export interface ManifestAnswer {
  readonly held: HeldManifest;
  readonly said: readonly Said[];
  readonly unseen: readonly string[];
}

const MAX_NAMES = 6;
const PLURALS: Readonly<Record<UndeclaredKind, string>> = {
  permission: 'permissions',
  host: 'hosts',
  secret: 'secrets',
  'secret-destination': 'secrets to other hosts',
  tool: 'tools',
  'install-hook': 'install hooks',
};

/** The manifests that are about a server: by its coordinate, or by the name or id of an entry that stands for it. */
export function manifestsFor(
  given: readonly GivenManifest[],
  coordinate: string | null,
  entries: readonly IndexedEntry[],
): readonly GivenManifest[] {
  const names = new Set([
    ...(coordinate === null ? [] : [coordinate]),
    ...entries.flatMap(({ id, name }) => [id, name]),
  ]);
  return given.filter(({ manifest }) => names.has(manifest.server));
}

/** Holds a manifest against the code of the release in use; one of another version is not held against it, which is said. */
export function heldAgainst(
  { file, manifest }: GivenManifest,
  { version, code }: { readonly version: string | null; readonly code: Capabilities | null },
): ManifestAnswer {
  if (manifest.version !== null && version !== null && manifest.version !== version) {
    const why = `its capability manifest is of ${manifest.version}, so ${version} was not held against it`;
    return { held: { file, version: manifest.version, outcome: 'unseen' }, said: [], unseen: [why] };
  }
  const { outcome, undeclared } = checkManifest(manifest, code);
  const held = { file, version: manifest.version, outcome };
  if (outcome === 'unseen') {
    return { held, said: [], unseen: ['its capability manifest was held against nothing: no code was read'] };
  }
  const said = [...Map.groupBy(undeclared, ({ kind }) => kind)].map(([kind, all]): Said => {
    const names = all.slice(0, MAX_NAMES).map(({ name, at }) => (at === null ? name : `${name} (${at})`));
    const more = all.length > names.length ? ` and ${all.length - names.length} more` : '';
    const what = all.length === 1 ? kind.replaceAll('-', ' ') : PLURALS[kind];
    return {
      rule: 'manifest/exceeds',
      level: 'warning',
      statement: `not in its capability manifest: ${what} ${names.join(', ')}${more}`,
    };
  });
  return { held, said, unseen: [] };
}
