import type { Checked } from '../card/manifest.ts';
import { inert } from '../text/inert.ts';
import type { TerminalOptions } from './card-page.ts';

const MAX_SHOWN = 40;
const OUTCOMES: Readonly<Record<Checked['outcome'], string>> = {
  exceeds: 'More was seen than is declared.',
  within: 'Everything that was seen is declared.',
  unseen: 'No code was read, so nothing can be said.',
};

/** What a manifest declares beside what was seen, for a person. */
export function renderManifestCheck(
  { outcome, undeclared, notSeen, unseen }: Checked,
  { style }: TerminalOptions,
): string {
  const shown = undeclared.slice(0, MAX_SHOWN);
  return [
    outcome === 'exceeds' ? style.alert(OUTCOMES[outcome]) : OUTCOMES[outcome],
    ...shown.map(({ kind, name, at }) => `  ${kind}: ${inert(name)}${at === null ? '' : style.dim(` (${inert(at)})`)}`),
    ...(undeclared.length > shown.length ? [`  and ${undeclared.length - shown.length} more (--json)`] : []),
    ...notSeen
      .slice(0, MAX_SHOWN)
      .map(({ kind, name }) => style.dim(`  declared and not seen, which is no fault: ${kind} ${inert(name)}`)),
    ...unseen.map((reason) => style.dim(`  not looked at: ${inert(reason)}`)),
  ].join('\n');
}
