import type { Check, CheckId } from '../card/checks.ts';
import { inert } from '../text/inert.ts';
import type { TerminalOptions } from './card-page.ts';
import { wrapped } from './wrapped.ts';

export interface VerifiedPackage {
  readonly ecosystem: string;
  readonly name: string;
  readonly version: string;
  readonly checks: readonly Check[];
}

const TITLES: Readonly<Record<CheckId, string>> = {
  'registry-signature': 'registry signature',
  'publish-attestation': 'publish attestation',
  'provenance-attestation': 'provenance',
  'attested-repository': 'same repository',
  'repository-tag': 'repository tag',
  'ownership-marker': 'ownership marker',
  'archive-digest': 'archive digest',
  'archive-manifest': 'archive manifest',
};
const OUTCOMES: Readonly<Record<Check['outcome'], string>> = {
  holds: 'holds',
  'does-not-hold': 'does not hold',
  unseen: 'not seen',
};
const TITLE_WIDTH = 21;
const OUTCOME_WIDTH = 15;
const MAX_TEXT = 500;

/** Each check on a line of its own: what, what came of it, and why. */
export function renderChecks(packages: readonly VerifiedPackage[], { style, width }: TerminalOptions): string {
  return packages
    .map(({ ecosystem, name, version, checks }) =>
      [
        style.bold(`${inert(ecosystem)}:${inert(name, 200)} ${inert(version, 60)}`),
        '',
        ...checks.flatMap(({ id, outcome, contradicts, said }) => {
          const word = contradicts ? 'CONTRADICTS' : OUTCOMES[outcome];
          const shown =
            outcome === 'does-not-hold' ? style.alert(word.padEnd(OUTCOME_WIDTH)) : word.padEnd(OUTCOME_WIDTH);
          const [first = '', ...rest] = wrapped(
            inert(said, MAX_TEXT),
            Math.max(30, width - TITLE_WIDTH - OUTCOME_WIDTH - 2),
          );
          const under = ' '.repeat(TITLE_WIDTH + OUTCOME_WIDTH + 2);
          return [`  ${TITLES[id].padEnd(TITLE_WIDTH)}${shown}${first}`, ...rest.map((line) => `${under}${line}`)];
        }),
        '',
        style.dim(summary(checks)),
      ].join('\n'),
    )
    .join('\n\n');
}

function summary(checks: readonly Check[]): string {
  const count = (outcome: Check['outcome']) => checks.filter((check) => check.outcome === outcome).length;
  return `${count('holds')} hold, ${count('does-not-hold')} do not, ${count('unseen')} could not be looked at. A signature says who signed, not that what was signed is good.`;
}
