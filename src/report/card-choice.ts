import { inert } from '../text/inert.ts';
import type { TerminalOptions } from './card-page.ts';

const MAX_NAME = 120;
const MAX_CHOICES = 20;

/** What to choose from where several servers have the name. */
export function renderChoice(
  entries: readonly { readonly id: string; readonly title: string | null; readonly description: string | null }[],
  { style, width }: TerminalOptions,
): string {
  const shown = entries.slice(0, MAX_CHOICES);
  return [
    ...shown.map(
      ({ id, title, description }) =>
        `  ${style.bold(inert(id, MAX_NAME))}  ${style.dim(inert(description ?? title ?? '', Math.max(20, width - id.length - 6)))}`,
    ),
    ...(entries.length > shown.length ? [`  and ${entries.length - shown.length} more`] : []),
  ].join('\n');
}
