import { github } from './github/index.ts';
import type { CodeHost } from './port.ts';

/** Code hosts that are asked; repositories elsewhere are counted and not read. */
export const codeHosts: readonly CodeHost[] = [github];

/** The host of a key such as `github.com/owner/name`; null for one that is not asked. */
export function codeHostOf(key: string): CodeHost | null {
  return codeHosts.find(({ domain }) => key.startsWith(`${domain}/`)) ?? null;
}
