import type { EntryId } from '../model/entry.ts';
import type { Evidence, Finding, SignalId } from '../model/finding.ts';
import type { GatewayFact, GatewayWithFacts } from '../model/gateway.ts';
import type { Signal } from '../signal.ts';
import type { GatewayContext, Gateways } from './gateway.ts';
import type { Survey } from './port.ts';

/** Evidence kept of each signal and gateway: that of the first entries in the order of ids. */
const CITED_ENTRIES = 3;

/**
 * Asks the signals about every entry behind a gateway, in a pass after the survey that found the gateways; other entries cost a
 * look-up. The result has the gateways in their order with what was found.
 */
export function gatewayFacts(
  signals: readonly Signal<GatewayContext>[],
  gateways: Gateways,
): Survey<readonly GatewayWithFacts[]> {
  const kept = new Map(gateways.all.map(({ id }) => [id, new Map(signals.map((each) => [each.id, tally()]))]));
  return {
    see(subject) {
      const own = gateways.of(subject);
      if (own.length === 0) return;
      const findings = signals.map((signal) => signal.examine(subject, { gateways }));
      for (const { id } of own) {
        for (const finding of findings) add(kept.get(id)?.get(finding.signal), subject.entry.id, finding);
      }
    },
    result: () =>
      gateways.all.map((gateway) => ({
        ...gateway,
        facts: [...(kept.get(gateway.id) ?? [])].flatMap(([signal, each]) => factOf(signal, each)),
      })),
  };
}

interface Tally {
  fired: number;
  silent: number;
  unseen: number;
  cited: readonly { readonly entry: EntryId; readonly evidence: readonly Evidence[] }[];
}

function tally(): Tally {
  return { fired: 0, silent: 0, unseen: 0, cited: [] };
}

function add(counts: Tally | undefined, entry: EntryId, finding: Finding): void {
  if (counts === undefined) return;
  counts[finding.outcome] += 1;
  if (finding.outcome !== 'fired') return;
  const last = counts.cited.at(-1);
  if (counts.cited.length === CITED_ENTRIES && last !== undefined && entry > last.entry) return;
  counts.cited = [...counts.cited, { entry, evidence: finding.evidence }]
    .toSorted((a, b) => (a.entry < b.entry ? -1 : 1))
    .slice(0, CITED_ENTRIES);
}

function factOf(signal: SignalId, { fired, silent, unseen, cited }: Tally): GatewayFact[] {
  if (fired === 0) return [];
  return [
    { signal, fired, silent, unseen, evidence: cited.flatMap(({ evidence }) => evidence.slice(0, CITED_ENTRIES)) },
  ];
}
