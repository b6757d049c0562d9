/** A piece of a program as its text is divided: no tree, and right for all programs that are written as people and bundlers write them. */
export interface Token {
  readonly kind: 'name' | 'text' | 'template' | 'number' | 'pattern' | 'sign';
  readonly start: number;
  readonly end: number;
}

const CODES = {
  tab: 9,
  newline: 10,
  return: 13,
  blank: 32,
  quote: 34,
  hash: 35,
  apostrophe: 39,
  star: 42,
  slash: 47,
  backslash: 92,
  backtick: 96,
};
/** After these words a slash begins a regular expression. */
const BEFORE_PATTERN = new Set(
  'return typeof case in of delete void throw new else do instanceof yield await'.split(' '),
);
const MAX_PATTERN = 2_000;

/**
 * Divides a program into tokens, comments left out, each handed on in order; in time linear in its length, whatever it is.
 *
 * Ends with the text, or after so many tokens. Templates are handed on in parts: the text before, between and after what is put in; `${` and its `}` are signs.
 */
export function eachToken(text: string, visit: (token: Token) => void, maxTokens: number): void {
  let count = 0;
  /** For each open brace: whether it is a template's. */
  const braces: boolean[] = [];
  let at = text.startsWith('#!') ? lineEnd(text, 0) : 0;
  let previous: Token | null = null;
  const put = (kind: Token['kind'], start: number, end: number): void => {
    previous = { kind, start, end };
    count += 1;
    visit(previous);
  };
  const putTemplate = (start: number): void => {
    at = templateEnd(text, start);
    put('template', start, at);
    if (text.startsWith('${', at)) {
      braces.push(true);
      put('sign', at, at + 2);
      at += 2;
    }
  };
  while (at < text.length && count < maxTokens) {
    const code = text.charCodeAt(at);
    if (code <= CODES.blank) at += 1;
    else if (isNameStart(code)) {
      const end = nameEnd(text, at);
      put('name', at, end);
      at = end;
    } else if (code === CODES.quote || code === CODES.apostrophe) {
      const end = textEnd(text, at, code);
      put('text', at, end);
      at = end;
    } else if (code === CODES.backtick) putTemplate(at);
    else if (code >= 48 && code <= 57) {
      const end = nameEnd(text, at);
      put('number', at, end);
      at = end;
    } else if (code === CODES.slash && isComment(text, at)) at = commentEnd(text, at);
    else if (code === CODES.slash && beginsPattern(text, previous)) {
      const end = patternEnd(text, at);
      put(end === at + 1 ? 'sign' : 'pattern', at, end);
      at = end;
    } else {
      const isTemplateEnd = code === 125 && braces.pop() === true;
      if (code === 123) braces.push(false);
      const end = text.startsWith('=>', at) ? at + 2 : at + 1;
      put('sign', at, end);
      at = end;
      if (isTemplateEnd) putTemplate(at - 1);
    }
  }
}

/** Letters, digits, `_`, `$`, and all that is not ASCII. */
function isNameStart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    code === 36 ||
    code > 127 ||
    code === CODES.backslash ||
    code === CODES.hash
  );
}

function nameEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isNameStart(code) && !(code >= 48 && code <= 57)) break;
    at += 1;
  }
  return at;
}

/** Behind the closing quote, or where the line ends without one. */
function textEnd(text: string, start: number, quote: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === CODES.backslash) at += 1;
    else if (code === quote) return at + 1;
    else if (code === CODES.newline) return at;
  }
  return text.length;
}

/** Behind the closing backtick, or before `${`. `start` is the backtick or the brace that ends what was put in. */
function templateEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === CODES.backslash) at += 1;
    else if (code === CODES.backtick) return at + 1;
    else if (code === 36 && text.charCodeAt(at + 1) === 123) return at;
  }
  return text.length;
}

function isComment(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return next === CODES.slash || next === CODES.star;
}

function commentEnd(text: string, at: number): number {
  if (text.charCodeAt(at + 1) === CODES.slash) return lineEnd(text, at);
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + 2;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Whether a slash after this token can only be the beginning of a regular expression. */
function beginsPattern(text: string, previous: Token | null): boolean {
  if (previous === null) return true;
  if (previous.kind === 'name') return BEFORE_PATTERN.has(text.slice(previous.start, previous.end));
  if (previous.kind !== 'sign') return false;
  const code = text.charCodeAt(previous.end - 1);
  return code !== 41 && code !== 93 && code !== 125;
}

/** Behind the flags; one further where no regular expression ends on this line, since then it is a division. */
function patternEnd(text: string, start: number): number {
  let inClass = false;
  const last = Math.min(text.length, start + MAX_PATTERN);
  for (let at = start + 1; at < last; at += 1) {
    const code = text.charCodeAt(at);
    if (code === CODES.newline) break;
    if (code === CODES.backslash) at += 1;
    else if (code === 91) inClass = true;
    else if (code === 93) inClass = false;
    else if (code === CODES.slash && !inClass) return nameEnd(text, at);
  }
  return start + 1;
}
