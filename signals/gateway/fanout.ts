import type { Structure } from '../../src/pipelines/gateway-structure.ts';
import { numberOf } from '../../src/text/number-of.ts';

/** `40 servers of one registry and 6 brands of others`; null where neither reaches its threshold. */
export function fanout(structure: Structure | undefined): string | null {
  const isOne = structure?.rules.some(({ rule }) => rule === 'servers' || rule === 'brands') ?? false;
  if (structure === undefined || !isOne) return null;
  const { servers, brands } = structure;
  const ofOthers = brands.size === 0 ? '' : ` and ${numberOf(brands.size, 'brand')} of others`;
  return `${servers} servers of one registry${ofOthers}`;
}
