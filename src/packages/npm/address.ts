import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * The address of the npm registry in force on this machine, without a trailing slash: what npm itself would ask.
 *
 * Credentials in it are left out, since addresses are written into snapshots. Throws where the setting is not an address.
 */
export function npmRegistryUrl(): string {
  // Loaded when asked for: a scan asks no registry, and its start-up is mostly loading.
  const npmConf: typeof import('@pnpm/npm-conf').default = require('@pnpm/npm-conf');
  const configured = npmConf().config.get('registry');
  const url = typeof configured === 'string' ? URL.parse(configured) : null;
  if (url === null) throw new Error('npm\'s setting "registry" is not an address; see `npm config get registry`.');
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return url.href.replace(/(?<!\/)\/+$/, '');
}
