import type { Json, Pointer } from '../model/place.ts';

/** Builds an RFC 6901 pointer from reference tokens; `pointer()` is the whole document. */
export function pointer(...tokens: readonly (string | number)[]): Pointer {
  let at = '';
  for (const token of tokens) at += `/${escaped(String(token))}`;
  return at;
}

/** Hardly a token holds either of them, and every release of every package has a pointer. */
function escaped(token: string): string {
  return token.includes('~') || token.includes('/') ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;
}

/** The value a pointer leads to, or undefined where it leads nowhere. Own properties only. */
export function resolve(document: Json, at: Pointer): Json | undefined {
  if (at === '') return document;
  if (!at.startsWith('/')) return undefined;
  let value: Json | undefined = document;
  for (const token of at.slice(1).split('/')) {
    value = member(value, token.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return value;
}

function member(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return isList(value) ? value[Number(key)] : value[key];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
