import { eachToken, type Token } from './tokens.ts';

type Span = readonly [start: number, end: number];

/** A part of a file that can be read by itself. */
export interface Piece {
  /** The spans of the file that it is made of, in order; what stands between them is in other pieces, or was left out. */
  readonly spans: readonly Span[];
  readonly body: Body;
}

/** What a function or block holds that was too long to be left in the piece that it stands in; the file itself is one. */
export interface Body {
  readonly around: Body | null;
  /** A block shares the function that it stands in. */
  readonly isFunction: boolean;
}

/** More are in no program of 32 MB; what comes after them is not read. */
const MAX_TOKENS = 12_000_000;
/** Brackets in brackets that stand deeper are left out: no parser's stack holds them, and no program of people has them. */
const MAX_DEPTH = 150;
/** And all that stand deeper than this. */
const MAX_BRACKETS = 100_000;
/** Words whose parentheses are followed by a block; those of all others by a function's body. */
const BLOCK_WORDS = new Set(['if', 'for', 'await', 'while', 'with', 'catch']);
const BODY_WORDS = new Set(['else', 'try', 'finally', 'do']);
const BEGINNINGS = new Set(['const', 'let', 'var', 'export']);
const SIGNS = { open: '([{', close: ')]}' };

/** The word before an open parenthesis, the sign itself for all others; null for those that are left out. */
type Bracket = string | null;

interface Growing {
  readonly body: Body;
  readonly opensAt: number;
  readonly brackets: Bracket[];
  /** How many more are open, and left out. */
  tooDeep: number;
  spans: Span[];
  /** Where the span begins that is growing. */
  from: number;
  length: number;
  hasPieces: boolean;
}

export interface Division {
  /** Pieces grow to about this length; a statement that is longer stays whole. */
  readonly characters: number;
  /** Whether texts that are added to each other become one: sums of thousands are deeper than a parser's stack. */
  readonly joinsTexts: boolean;
  /** What the text is the body of, where it is no file. */
  readonly file?: Body;
}

/**
 * Divides a file whose tree cannot be had as a whole: between statements, and around the long bodies of functions and blocks, which
 * become pieces of their own. Takes time linear in the length of the file, and no stack.
 */
export function piecesOf(
  text: string,
  { characters, joinsTexts, file = { around: null, isFunction: true } }: Division,
): readonly Piece[] {
  const pieces: Piece[] = [];
  const bodies: [Growing, ...Growing[]] = [newBody(file, 0)];
  let previous = '';
  let closedWord = '';
  let lastText: Token | null = null;
  let previousEnd = 0;
  eachToken(
    text,
    (token) => {
      const growing = bodies.at(-1) ?? bodies[0];
      const written = token.kind === 'sign' || token.kind === 'name' ? text.slice(token.start, token.end) : '';
      if (BEGINNINGS.has(written) && isLost(growing, text, previousEnd, token)) {
        finish(growing, token.start, pieces);
        growing.brackets.length = 0;
      }
      previousEnd = token.end;
      const isOpening = token.kind === 'sign' && (SIGNS.open.includes(written) || written === '${');
      if (isOpening && written === '{' && isBodyAfter(previous, closedWord)) {
        const isFunction = previous === '=>' || (previous === ')' && !BLOCK_WORDS.has(closedWord));
        take(growing, token.end);
        bodies.push(newBody({ around: growing.body, isFunction }, token.end));
      } else if (isOpening) {
        const isKept = growing.brackets.length < MAX_DEPTH || (previous !== '(' && previous !== '[');
        if (!isKept) leaveOut(growing, token);
        if (growing.brackets.length >= MAX_BRACKETS) growing.tooDeep += 1;
        else growing.brackets.push(isKept ? (written === '(' ? previous : written) : null);
      } else if (token.kind === 'sign' && SIGNS.close.includes(written)) {
        closedWord =
          growing.brackets.length > 0 ? closeBracket(growing, token) : closeBody(bodies, token, pieces, characters);
      } else if (
        written === ';' &&
        growing.brackets.length === 0 &&
        growing.length + token.end - growing.from > characters
      ) {
        finish(growing, token.end, pieces);
      }
      if (joinsTexts && token.kind === 'text') {
        if (previous === '+' && lastText !== null && text[lastText.start] === text[token.start]) {
          take(growing, lastText.end - 1);
          growing.from = token.start + 1;
        }
        lastText = token;
      } else if (written !== '+' || previous === '+') lastText = null;
      previous = written;
    },
    MAX_TOKENS,
  );
  for (const growing of bodies.toReversed()) finish(growing, text.length, pieces);
  return pieces;
}

/** A declaration at the beginning of a line that would stand in parentheses: they were never closed. */
function isLost({ brackets }: Growing, text: string, previousEnd: number, token: Token): boolean {
  const last = brackets.at(-1);
  return last !== undefined && last !== '{' && last !== '${' && text.slice(previousEnd, token.start).includes('\n');
}

function newBody(body: Body, opensAt: number): Growing {
  return { body, opensAt, brackets: [], tooDeep: 0, spans: [], from: opensAt, length: 0, hasPieces: false };
}

/** Whether a brace after this begins statements, and not an object, a class or a switch. */
function isBodyAfter(previous: string, closedWord: string): boolean {
  return (previous === ')' && closedWord !== 'switch') || previous === '=>' || BODY_WORDS.has(previous);
}

/** The word before the parenthesis that is closed comes back. */
function closeBracket(growing: Growing, token: Token): string {
  const isUncounted = growing.tooDeep > 0;
  if (isUncounted) growing.tooDeep -= 1;
  const word = isUncounted ? null : growing.brackets.pop();
  if (word === null) leaveOut(growing, token);
  return word ?? '';
}

function closeBody(bodies: [Growing, ...Growing[]], token: Token, pieces: Piece[], characters: number): string {
  const growing = bodies.at(-1) ?? bodies[0];
  const parent = bodies.at(-2);
  if (parent === undefined) {
    // Closes what was never opened: no parser would take it.
    leaveOut(growing, token);
    return '';
  }
  bodies.pop();
  if (growing.hasPieces || token.start - growing.opensAt > characters) {
    finish(growing, token.start, pieces);
    parent.from = token.start;
  } else {
    // Short enough to be read where it stands.
    parent.spans.push(...growing.spans);
    parent.length += growing.length;
    parent.from = growing.from;
  }
  return '';
}

function take(growing: Growing, end: number): void {
  if (end <= growing.from) return;
  growing.spans.push([growing.from, end]);
  growing.length += end - growing.from;
  growing.from = end;
}

function leaveOut(growing: Growing, token: Token): void {
  take(growing, token.start);
  growing.from = token.end;
}

function finish(growing: Growing, end: number, pieces: Piece[]): void {
  take(growing, end);
  if (growing.spans.length > 0) pieces.push({ spans: growing.spans, body: growing.body });
  growing.hasPieces = true;
  growing.spans = [];
  growing.length = 0;
}
