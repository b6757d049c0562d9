import { isSecretName } from '../text/secret-names.ts';
import { isRandom, kindOf, masked } from './secrets.ts';

const MAX_URL_CHARACTERS = 4_000;

export interface MaskedUrl {
  /** Without user, query values, fragment and what looks like a key in the path. */
  readonly shown: string;
  /** Secrets that stood in it: the query's name, `password`, or empty for a part of the path. */
  readonly secrets: readonly { readonly name: string; readonly masked: string }[];
}

/** An address as it may be shown. Text that is no address is shown without what follows a `?`. */
export function maskedUrl(text: string): MaskedUrl {
  const bounded = text.slice(0, MAX_URL_CHARACTERS).trim();
  const url = URL.parse(bounded);
  if (url === null) return { shown: bounded.split(/[?#]/, 1)[0] ?? '', secrets: [] };
  const secrets: { name: string; masked: string }[] = [];
  if (url.password !== '' && kindOf(decoded(url.password)) === 'literal') {
    secrets.push({ name: 'password', masked: masked(url.password) });
  }
  const path = url.pathname
    .split('/')
    .map((part) => {
      if (!isRandom(part)) return part;
      secrets.push({ name: '', masked: masked(part) });
      return '…';
    })
    .join('/');
  const query = [...url.searchParams].map(([name, value]) => {
    const isLiteral = kindOf(value) === 'literal';
    if (isLiteral && (isSecretName(name) || isRandom(value))) secrets.push({ name, masked: masked(value) });
    return `${name}=…`;
  });
  const user = url.username === '' && url.password === '' ? '' : '…@';
  const { protocol, host } = url;
  const shown = `${protocol}//${user}${host}${path}${query.length === 0 ? '' : `?${query.join('&')}`}`;
  return { shown, secrets };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
