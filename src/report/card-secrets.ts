import type { Card, CardInput, Destined } from '../card/card.ts';
import { inert } from '../text/inert.ts';
import type { Page } from './card-page.ts';
import { wrapped } from './wrapped.ts';

const MAX_TEXT = 400;
const MAX_NAME = 80;
const MAX_INPUTS = 24;
const MAX_DECLARED = 4;
const NOTES = {
  none: 'no secret declared, which is not "none asked for"',
  unseen: 'no record declares any',
};

/** Every input, secrets first with where each goes, and the secrets that only the code tells of. */
export function secrets({ inputs, undeclaredSecrets, authentication, listings }: Card, page: Page): void {
  const { declared, outcome } = authentication;
  const said = declared.slice(0, MAX_DECLARED).map((each) => inert(each, MAX_NAME));
  page.section('Secrets and inputs', outcome === 'declared' ? said.join(', ') : NOTES[outcome]);
  for (const input of inputs.slice(0, MAX_INPUTS)) declaredInput(input, page);
  const note = listings.length === 0 ? 'read by its code' : 'read by its code, not declared';
  for (const { name, goesTo } of undeclaredSecrets.slice(0, MAX_INPUTS)) {
    page.lines.push(`  * ${inert(name, MAX_NAME)}  ${page.style.dim(note)}`, ...destination(goesTo, page));
  }
  const more = Math.max(0, inputs.length - MAX_INPUTS) + Math.max(0, undeclaredSecrets.length - MAX_INPUTS);
  if (more > 0) page.lines.push(`    and ${more} more (--json)`);
}

function declaredInput({ name, kind, secret, required, default: ordinary, goesTo }: CardInput, page: Page): void {
  const about = [inert(kind.replace('-', ' '), 40), ...(required === true ? ['required'] : [])];
  const filled = ordinary === null || ordinary === '' ? '' : `  = ${inert(ordinary, MAX_NAME)}`;
  page.lines.push(
    `  ${secret ? '*' : ' '} ${inert(name || '(positional)', MAX_NAME)}  ${page.style.dim(about.join(', '))}${filled}`,
    ...(goesTo === null ? [] : destination(goesTo, page)),
  );
}

function destination({ said }: Destined, { width }: Page): string[] {
  return wrapped(`→ ${inert(said, MAX_TEXT)}`, width - 6).map((line) => `      ${line}`);
}
