import type { Manifest } from '../model/snapshot.ts';
import type { GatewayWithFacts } from '../model/gateway.ts';
import type { ReportHead } from './report.ts';

/** The gateways of one snapshot, beside what could be seen of it. */
export interface GatewaysReport {
  readonly head: ReportHead;
  readonly coverage: Manifest['coverage'];
  /** Most servers first. */
  readonly gateways: readonly GatewayWithFacts[];
}

/** Said wherever gateways are listed. */
export const GATEWAYS_NOTICE =
  'A gateway is a host or publisher that stands between users and services of others. What it does with the keys and requests it is ' +
  'given is not statically falsifiable: no record, package or archive shows it. Code that is published can be read; a host can do ' +
  'something else at any time. That is a class, not a score, and most of its members are businesses and authors who say what they do.';

/** How servers and entries are counted. */
export const GATEWAYS_COUNTS =
  'Servers are counted in each registry by itself, because registries list the same servers; the largest of these counts is the least ' +
  'number there is. Entries of brands, hosts, publishers and credential fields are counted over all registries, so that a server which ' +
  'two of them list counts twice. A host or publisher is found by the list, or by structure: 20 servers in one registry, 4 brands of ' +
  'others, or wrappers made from one template.';

export function noGateway(): string {
  return 'No gateway among what was seen above; what was not seen is not covered by this.';
}
