import { nodeAt, textOf } from './parts.ts';
import type { ConfigEntry, ConfigNode, Machine, ServerPart } from './port.ts';

/**
 * The one server of a bundle's manifest (`server.mcp_config`), by the manifest's name, as it is started on this platform; none where
 * there is no such part. Shape: MANIFEST.md of anthropics/mcpb, manifest_version 0.2.
 */
export function bundleServer(platform: Machine['platform']): (root: ConfigNode) => readonly ServerPart[] {
  return (root) => {
    const config = nodeAt(root, ['server', 'mcp_config']);
    if (config?.kind !== 'map') return [];
    const name = textOf(nodeAt(root, ['name'])) ?? 'bundle';
    const node = merged(config, nodeAt(config, ['platform_overrides', platform]));
    const entry: ConfigEntry = { offset: config.offset, node };
    return [{ node: { kind: 'map', offset: config.offset, entries: new Map([[name, entry]]) }, project: null }];
  };
}

/** What the platform has of its own counts; variables are added to the others. */
function merged(config: ConfigNode & { readonly kind: 'map' }, own: ConfigNode | null): ConfigNode {
  if (own?.kind !== 'map') return config;
  const [env, ownEnv] = [nodeAt(config, ['env']), nodeAt(own, ['env'])];
  const entries = new Map([...config.entries, ...own.entries]);
  if (env?.kind === 'map' && ownEnv?.kind === 'map') {
    const { offset } = ownEnv;
    entries.set('env', {
      offset,
      node: { kind: 'map', offset, entries: new Map([...env.entries, ...ownEnv.entries]) },
    });
  }
  return { ...config, entries };
}
