import { isSecretName } from '../text/secret-names.ts';
import type { Setting } from './port.ts';

const MAX_VALUE_CHARACTERS = 8_000;
/** `${env:X}`, `{env:X}`, `{{ x }}`: taken from elsewhere when the server starts, and so is what stands around it. */
const REFERENCE = /\$\{[^}]{1,200}\}|\{(?:env|file|input|secret):[^}]{1,200}\}|\{\{[^}]{1,200}\}\}/i;
/** `$X`, `%X%`, `op://…`: only where it is all there is, since a password may have such characters too. */
const WHOLE_REFERENCE = /^(?:\$[A-Z_][A-Z0-9_]{1,100}|%[A-Z_][A-Z0-9_]{1,100}%|op:\/\/\S{1,300}|\$\([^)]{1,300}\))$/i;
const PLACEHOLDER =
  /^(?:<[^<>]{0,200}>|\[[^[\]]{0,200}\]|[x*.•_-]+|(?:your|my|change|replace|insert|enter|todo|placeholder|example|dummy|none|null|undefined|token|key|secret|password|api)[A-Za-z _-]{0,80}\.{0,3})$/i;
const PLACEHOLDER_WORD = /your[-_ ]|[-_ ]here\b|xxxx|placeholder/i;
const SCHEME_WORD = /^(?:bearer|token|basic|apikey|api-key|key)[ :]+/i;
/** What tokens of services begin with, as the services publish it so that leaked ones are found. */
const TOKEN =
  /^(?:gh[pousr]_|github_pat_|glpat-|sk-ant-|sk-proj-|sk-or-|sk-|[sr]k_(?:live|test)_|pk_live_|xox[abprs]-|xapp-|AKIA|ASIA|AIza|ya29\.|npm_|pypi-|hf_|SG\.|figd_|ntn_|secret_|lin_api_|dop_v1_|shpat_|shpss_|tvly-|fc-|r8_|gsk_|pplx-|eyJ[A-Za-z0-9_-]{10})/;
const MIN_TOKEN_CHARACTERS = 16;
/** Letters and digits without a meaning, as keys in paths and queries are. */
const RANDOM = /^(?=[^A-Za-z]*[A-Za-z])(?=\D*\d)[A-Za-z0-9_-]{20,300}$/;

/** A named value of a server's settings, without the value. */
export function settingOf(name: string, value: string): Setting {
  const kind = kindOf(value);
  return { name, kind, isSecret: isSecretName(name) || (kind === 'literal' && isToken(value)) };
}

export function kindOf(value: string): Setting['kind'] {
  const text = value.slice(0, MAX_VALUE_CHARACTERS).trim().replace(SCHEME_WORD, '').trim();
  if (text === '') return 'empty';
  if (REFERENCE.test(text) || WHOLE_REFERENCE.test(text)) return 'reference';
  return PLACEHOLDER.test(text) || PLACEHOLDER_WORD.test(text) ? 'placeholder' : 'literal';
}

/** Whether a text has the form of a service's token. */
export function isToken(value: string): boolean {
  const text = value.slice(0, MAX_VALUE_CHARACTERS).trim().replace(SCHEME_WORD, '');
  return text.length >= MIN_TOKEN_CHARACTERS && TOKEN.test(text) && !/\s/.test(text) && !PLACEHOLDER_WORD.test(text);
}

/** The public beginning of the kind of token and `…`; `…` alone for what has none. Never a character that is its owner's. */
export function masked(value: string): string {
  const [begins = ''] = TOKEN.exec(value.trim().replace(SCHEME_WORD, '')) ?? [];
  return begins.startsWith('eyJ') ? 'eyJ…' : `${begins}…`;
}

/** A part of a path or a value of a query that may be a key. */
export function isRandom(text: string): boolean {
  return text.length <= 300 && (RANDOM.test(text) || isToken(text));
}
