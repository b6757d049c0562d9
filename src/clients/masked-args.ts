import { isSecretName } from '../text/secret-names.ts';
import { parseJson } from './parse-json.ts';
import { isToken, kindOf, masked } from './secrets.ts';
import { maskedUrl } from './masked-url.ts';
import type { ConfigNode } from './port.ts';

const MAX_SHOWN_CHARACTERS = 300;
const MAX_JSON_CHARACTERS = 20_000;
const MAX_LINE_CHARACTERS = 4_000;
const ASSIGNED = /^(-{0,2}[A-Za-z_][A-Za-z0-9_.-]{0,100})=(.*)$/s;
const OPTION = /^--?[A-Za-z][A-Za-z0-9_.-]{0,100}$/;
const HEADER = /^([A-Za-z][A-Za-z0-9-]{0,100}):\s*(.*)$/s;
const ADDRESS = /^[a-z][a-z0-9+.-]{1,20}:\/\//i;
const HEADER_OPTIONS = new Set(['--header', '-H']);

export interface MaskedArgument {
  readonly shown: string;
  /** Secrets that stood in it. */
  readonly secrets: readonly { readonly name: string; readonly masked: string }[];
}

/** Arguments as they may be shown, one for each. */
export function maskedArgs(args: readonly string[]): readonly MaskedArgument[] {
  return args.map((text, index) => bounded(maskedOne(text, args[index - 1] ?? '')));
}

function maskedOne(text: string, before: string): MaskedArgument {
  const header = HEADER_OPTIONS.has(before) ? HEADER.exec(text) : null;
  if (header !== null) return named(header[1] ?? '', header[2] ?? '', ': ');
  if (OPTION.test(before) && isSecretName(optionName(before)) && !text.startsWith('-')) {
    return hidden(text, optionName(before));
  }
  if (/\s/.test(text) && !text.startsWith('{')) return maskedLine(text);
  const assigned = ADDRESS.test(text) ? null : ASSIGNED.exec(text);
  if (assigned !== null) return named(assigned[1] ?? '', assigned[2] ?? '', '=');
  if (ADDRESS.test(text)) return maskedUrl(text);
  if (text.startsWith('{') && text.length <= MAX_JSON_CHARACTERS) return maskedJson(text);
  return isToken(text) ? hidden(text, '') : { shown: text, secrets: [] };
}

/** A line for a shell, word by word. */
function maskedLine(text: string): MaskedArgument {
  const words = text.slice(0, MAX_LINE_CHARACTERS).split(/(\s+)/);
  let before = '';
  const shown = words.map((word): MaskedArgument => {
    if (word === '' || /^\s/.test(word)) return { shown: word, secrets: [] };
    const bare = unquoted(word);
    const label = unquoted(before).replace(/:$/, '');
    const isNamed = before.endsWith(':') && isSecretName(label);
    const isBearer = /^(?:bearer|basic)$/i.test(label) || (isNamed && !/^(?:bearer|basic|token)$/i.test(bare));
    const result = isBearer ? hidden(bare, label) : maskedOne(bare, unquoted(before));
    before = word;
    return result;
  });
  return { shown: shown.map((each) => each.shown).join(''), secrets: shown.flatMap(({ secrets }) => secrets) };
}

function unquoted(word: string): string {
  return word.replace(/^["']/, '').replace(/["']$/, '');
}

/** `--api-key=…`, `API_KEY=…`, `Authorization: …`. */
function named(option: string, value: string, between: string): MaskedArgument {
  const name = optionName(option);
  const inner = isSecretName(name) || isToken(value) ? hidden(value, name) : maskedValue(value);
  return { shown: `${option}${between}${inner.shown}`, secrets: inner.secrets };
}

/** What is assigned is an address, settings, or plain. */
function maskedValue(value: string): MaskedArgument {
  if (ADDRESS.test(value)) return maskedUrl(value);
  if (value.startsWith('{') && value.length <= MAX_JSON_CHARACTERS) return maskedJson(value);
  return /\s/.test(value) ? maskedLine(value) : { shown: value, secrets: [] };
}

function hidden(value: string, name: string): MaskedArgument {
  if (kindOf(value) !== 'literal') return { shown: '…', secrets: [] };
  return { shown: masked(value), secrets: [{ name, masked: masked(value) }] };
}

/** Settings that are handed over as JSON are not shown at all where a secret is among them. */
function maskedJson(text: string): MaskedArgument {
  const { root } = parseJson(text);
  const secrets = root === null ? [] : secretsIn(root, '');
  return secrets.length === 0 ? { shown: text, secrets } : { shown: '{…}', secrets };
}

function secretsIn(node: ConfigNode, name: string): MaskedArgument['secrets'] {
  if (node.kind === 'map') return [...node.entries].flatMap(([key, entry]) => secretsIn(entry.node, key));
  if (node.kind === 'list') return node.items.flatMap((item) => secretsIn(item, name));
  const { value } = node;
  if (typeof value !== 'string' || kindOf(value) !== 'literal') return [];
  return isSecretName(name) || isToken(value) ? [{ name, masked: masked(value) }] : [];
}

function optionName(option: string): string {
  return option.replace(/^-+/, '');
}

function bounded({ shown, secrets }: MaskedArgument): MaskedArgument {
  return shown.length <= MAX_SHOWN_CHARACTERS
    ? { shown, secrets }
    : { shown: `${shown.slice(0, MAX_SHOWN_CHARACTERS)}…`, secrets };
}
