import { placements, type Placements } from './placements.ts';
import { eachToken, type Token } from './tokens.ts';

/** A program that was written from the parts of another, and where its parts stood. */
export interface Said {
  readonly source: string;
  readonly placements: Placements;
}

type Phase = 'none' | 'name' | 'dot' | 'index' | 'indexed' | 'given' | 'after' | 'import';

const MAX_TOKENS = 300_000;
/** Tokens between `import` and the name of what is imported. */
const MAX_IMPORTED = 500;
const RESERVED = new Set(
  `break case catch class const continue debugger default delete do else export extends finally for function if in instanceof let new
  return super switch throw try typeof var void while with yield await async static enum true false null`.split(/\s+/),
);

/**
 * What a program's text says without its tree: constant texts, names with their members, calls with the constants that they are given
 * first, and imports. A program by itself, which does nothing but name them.
 */
export function said(text: string): Said {
  const parts: Token[][] = [];
  const closed = new Set<Token[]>();
  let unit: Token[] = [];
  let pending: Token[] = [];
  let phase: Phase = 'none';

  function finish(): void {
    if (unit.length > 0 && phase !== 'import') {
      parts.push(unit);
      if (phase === 'given' || phase === 'after') closed.add(unit);
    }
    unit = [];
    pending = [];
    phase = 'none';
  }
  function grow(token: Token, next: Phase): void {
    unit.push(...pending, token);
    pending = [];
    phase = next;
  }
  function wait(token: Token, next: Phase): void {
    pending.push(token);
    phase = next;
  }

  eachToken(
    text,
    (token) => {
      const isConstant = token.kind === 'number' || isWholeText(text, token);
      const sign = token.kind === 'sign' || token.kind === 'name' ? text.slice(token.start, token.end) : '';
      if (phase === 'given' && isConstant) return grow(token, 'after');
      if (phase === 'after' && sign === ',') return grow(token, 'given');
      if (phase === 'name' && sign === '(') return grow(token, 'given');
      if (phase === 'name' && sign === '.') return wait(token, 'dot');
      if (phase === 'name' && sign === '[') return wait(token, 'index');
      if (phase === 'dot' && token.kind === 'name') return grow(token, 'name');
      if (phase === 'index' && isConstant) return wait(token, 'indexed');
      if (phase === 'indexed' && sign === ']') return grow(token, 'name');
      if (phase === 'import' && sign === '(') return grow(token, 'given');
      if (phase === 'import' && isConstant) {
        grow(token, 'none');
        return finish();
      }
      if (phase === 'import' && sign !== ';' && sign !== '.' && pending.length < MAX_IMPORTED) {
        pending.push(token);
        return undefined;
      }
      finish();
      if (sign === 'import') return grow(token, 'import');
      if (token.kind === 'name' && !RESERVED.has(sign)) return grow(token, 'name');
      if (isConstant) {
        grow(token, 'none');
        finish();
      }
      return undefined;
    },
    MAX_TOKENS,
  );
  finish();
  return written(text, parts, closed);
}

function written(text: string, parts: readonly (readonly Token[])[], closed: ReadonlySet<readonly Token[]>): Said {
  const pieces: string[] = [];
  const places = placements();
  let length = 0;
  const put = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const part of parts) {
    for (const { start, end, kind } of part) {
      places.add(length, start);
      put(text.slice(start, end));
      // Two words beside each other: `import 'x'`, and no number runs into what follows.
      if (kind === 'name' || kind === 'number') put(' ');
    }
    put(closed.has(part) ? ');\n' : ';\n');
  }
  return { source: pieces.join(''), placements: places };
}

/** A text with both of its quotes, or a template with nothing put in. */
function isWholeText(text: string, { kind, start, end }: Token): boolean {
  if ((kind !== 'text' && kind !== 'template') || end - start < 2) return false;
  const quote = text.charCodeAt(start);
  return quote !== 125 && text.charCodeAt(end - 1) === quote;
}
