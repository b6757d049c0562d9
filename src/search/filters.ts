import { matches } from '../config/listed-by.ts';
import type { Facts } from './facts.ts';

/** What a hit has to be; undefined asks for nothing. */
export interface Filters {
  readonly hasRepo?: boolean | undefined;
  readonly minAgeDays?: number | undefined;
  /** With `*` for any characters. */
  readonly namespace?: string | undefined;
  readonly transport?: string | undefined;
  readonly registry?: readonly string[] | undefined;
  readonly brand?: string | undefined;
}

/** passes, fails, or cannot be told because no registry says what the filter asks. */
export type Passing = 'passes' | 'fails' | 'not known';

/** A filter that is not met outweighs one that cannot be told. */
export function passing(filters: Filters, facts: Facts): Passing {
  const asked = new Set(answers(filters, facts));
  if (asked.has('fails')) return 'fails';
  return asked.has('not known') ? 'not known' : 'passes';
}

function* answers(filters: Filters, facts: Facts): Generator<Passing> {
  const { hasRepo, minAgeDays, namespace, transport, registry, brand } = filters;
  if (hasRepo === true) yield facts.repository === null ? 'not known' : said(facts.repository !== 'none');
  if (minAgeDays !== undefined) yield facts.ageDays === null ? 'not known' : said(facts.ageDays >= minAgeDays);
  if (namespace !== undefined) {
    yield facts.namespace === null ? 'not known' : said(matches(namespace, facts.namespace));
  }
  if (transport !== undefined) {
    yield facts.transports === null ? 'not known' : said(facts.transports.includes(transport));
  }
  if (registry !== undefined) yield said(registry.some((each) => facts.registries.includes(each)));
  if (brand !== undefined) yield said(facts.brand?.id.toLowerCase() === brand.toLowerCase());
}

function said(holds: boolean): Passing {
  return holds ? 'passes' : 'fails';
}
