import { inert } from '../text/inert.ts';
import type { TerminalOptions } from './card-page.ts';
import { onOneLine } from './wrapped.ts';

const MAX_NAME = 120;
const MAX_CHOICES = 20;
/** Longer ids push only their own line. */
const WIDEST_ID = 60;

/** What to choose from where several servers have the name. */
export function renderChoice(
  entries: readonly { readonly id: string; readonly title: string | null; readonly description: string | null }[],
  { style, width }: TerminalOptions,
): string {
  const shown = entries
    .slice(0, MAX_CHOICES)
    .map(({ id, title, description }) => ({ id: inert(id, MAX_NAME), said: onOneLine(description ?? title ?? '') }));
  const wide = Math.min(WIDEST_ID, Math.max(0, ...shown.map(({ id }) => id.length)));
  return [
    ...shown.map(
      ({ id, said }) =>
        `  ${style.bold(id)}${' '.repeat(Math.max(0, wide - id.length))}  ${style.dim(inert(said, Math.max(20, width - Math.max(wide, id.length) - 5)))}`,
    ),
    ...(entries.length > shown.length ? [`  and ${entries.length - shown.length} more (--json)`] : []),
  ].join('\n');
}
