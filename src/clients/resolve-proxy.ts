import { maskedUrl } from './masked-url.ts';
import type { PackageRun, Resolution } from './resolution.ts';

/** Packages that only pass on what a server elsewhere says. */
const PROXIES: ReadonlySet<string> = new Set([
  'npm:mcp-remote',
  'npm:mcp-remote-client',
  'npm:supergateway',
  'npm:@pyroprompts/mcp-stdio-to-streamable-http-adapter',
  'npm:mcp-proxy',
  'pypi:mcp-proxy',
  'pypi:mcp-remote',
]);
const HOSTED = 'npm:@smithery/cli';
const ADDRESS = /^https?:\/\//i;

/** Where a package that calls a server elsewhere leads; null for a package that is the server. */
export function behindProxy(run: PackageRun, args: readonly string[]): Resolution | null {
  const id = `${run.ecosystem}:${run.name}`;
  if (id === HOSTED) return hosted(run, args);
  if (!PROXIES.has(id)) return null;
  const address = args.find((arg) => ADDRESS.test(arg)) ?? null;
  return address === null ? null : { kind: 'remote', url: maskedUrl(address).shown, through: run };
}

/** `run SLUG --key …`: the platform's servers by their names; an address is a server as any. */
function hosted(run: PackageRun, args: readonly string[]): Resolution | null {
  const at = args.indexOf('run');
  const name = at < 0 ? undefined : args[at + 1];
  if (name === undefined || name.startsWith('-')) return null;
  if (ADDRESS.test(name)) return { kind: 'remote', url: maskedUrl(name).shown, through: run };
  return { kind: 'hosted', platform: 'smithery', name: name.slice(0, 200), through: run };
}
