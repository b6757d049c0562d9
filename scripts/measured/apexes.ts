/** Listed gateways in a recorded list of domains with how many servers answer there or are named after them: no names, no remotes. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ListedGateway } from '../../src/pipelines/gateway-listed.ts';
import { STRUCTURE_THRESHOLDS } from '../../src/pipelines/gateway-structure.ts';
import { registrableDomain } from '../../src/text/domains.ts';

const LIST = new URL('../../../shared/data/misc/registry-apexes-2026-08-05.csv.gz', import.meta.url);

export const APEXES_DATE = '2026-08-05';

/** A listed gateway that a listing has, how many entries speak for it, and whether structure alone finds it. */
export interface Expected {
  readonly name: string;
  readonly entries: number;
  readonly isFound: boolean;
}

/** [] where the list is not there. Only the number of servers behind one domain can be asked of it. */
export function expectedOfApexes(listed: readonly ListedGateway[]): readonly Expected[] {
  if (!existsSync(LIST)) return [];
  const servers = apexes(gunzipSync(readFileSync(LIST)).toString());
  return listed.flatMap(({ name, hosts }) => {
    const domains = new Set(hosts.map((host) => registrableDomain(host) ?? host));
    const counts = [...domains].flatMap((domain) => servers.get(domain) ?? []);
    if (counts.length === 0) return [];
    const entries = Math.max(...counts);
    return [{ name, entries, isFound: entries >= STRUCTURE_THRESHOLDS.servers }];
  });
}

/** Columns `apex, kind, evidence, server_count, foreign_hosted`, none of them quoted. */
function apexes(csv: string): ReadonlyMap<string, number> {
  const rows = csv.split('\n').slice(1).filter(Boolean);
  return new Map(
    rows.map((row) => {
      const [apex = '', , , count = ''] = row.split(',');
      return [apex, Number(count)] as const;
    }),
  );
}
