/** Characters that are not to be shown, but for the first `keep`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly keep: number;
}

/** Longer texts are masked in their first part only; nobody is shown more of them. */
const MAX_CHARACTERS = 20_000;
const KEPT_CHARACTERS = 4;
/** What issuers begin their tokens with, so that short ones are known as well. */
const ISSUED =
  /\b(?:gh[pousr]_|github_pat_|glpat-|npm_|pypi-|AKIA|ASIA|sk-|sk_|rk_|xox[a-z]-|AIza|ya29\.|eyJ|hf_|SG\.|shpat_|dop_v1_|whsec_)[A-Za-z0-9_.+/=-]{8,500}/g;
/** Passwords in URLs: all between the colon and the last `@` before the path. */
const URL_PASSWORD = /(:\/\/[^\s/:@"'`]{0,200}:)([^\s/@"'`]{1,200})@/g;
const ASSIGNED =
  /(?:passw(?:or)?d|passphrase|secret|token|api[_-]?key)["'`]?\s{0,5}[:=]\s{0,5}["'`]([^\s"'`]{8,200})["'`]/gi;
const RUN = /[A-Za-z0-9+/=_-]{21,}/g;
const HEX = /^[0-9a-f-]+$/i;

/** Where tokens stand in a text, in order and without overlaps. */
export function secretSpans(text: string): readonly Span[] {
  const start = text.slice(0, MAX_CHARACTERS);
  const spans = [...issued(start), ...passwords(start), ...assigned(start), ...runs(start)];
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return spans.filter((span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

function* issued(text: string): Generator<Span> {
  for (const { index, 0: token } of text.matchAll(ISSUED))
    yield { start: index, end: index + token.length, keep: KEPT_CHARACTERS };
}

function* passwords(text: string): Generator<Span> {
  for (const { index, 1: before = '', 2: password = '' } of text.matchAll(URL_PASSWORD)) {
    const start = index + before.length;
    yield { start, end: start + password.length, keep: 0 };
  }
}

function* assigned(text: string): Generator<Span> {
  for (const { index, 0: all, 1: value = '' } of text.matchAll(ASSIGNED)) {
    const end = index + all.length - 1;
    yield { start: end - value.length, end, keep: KEPT_CHARACTERS };
  }
}

function* runs(text: string): Generator<Span> {
  for (const { index, 0: run } of text.matchAll(RUN)) {
    if (isRandom(run)) yield { start: index, end: index + run.length, keep: KEPT_CHARACTERS };
  }
}

/** Names and paths are as long as tokens are, but hold few digits, or no change of case. */
function isRandom(run: string): boolean {
  const digits = countOf(run, /[0-9]/g);
  if (HEX.test(run)) return digits >= 4;
  return digits >= 3 && countOf(run, /[a-z]/g) >= 3 && countOf(run, /[A-Z]/g) >= 3;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
