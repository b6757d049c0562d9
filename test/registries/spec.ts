import type { Misbehaviour, Rule } from './misbehave.ts';

/** `WHAT@URL-PART`, with `:NUMBER` after WHAT and `*TIMES` or `%SHARE` at the end: `429:2@/npm/*3`, `reset@/official/%0.05`. */
const SPEC = /^([a-z0-9-]{1,20})(?::(\d{1,10}))?@([^*%]{0,200})(?:\*(\d{1,6})|%([01](?:\.\d{1,6})?))?$/;

const MIB = 2 ** 20;

/** Reads a rule from the command line. Throws an Error that says what is understood. */
export function ruleOf(spec: string, seed: number): Rule {
  const [, what = '', number, url = '', times, share] = SPEC.exec(spec) ?? [];
  const does = misbehaviourOf(what, number === undefined ? null : Number(number));
  if (does === null) throw new Error(`not a rule: ${JSON.stringify(spec)}\n${RULES_HELP}`);
  return {
    url,
    does,
    ...(times === undefined ? {} : { times: Number(times) }),
    ...(share === undefined ? {} : { chance: { share: Number(share), seed } }),
  };
}

export const RULES_HELP = `A rule is WHAT[:NUMBER]@PART-OF-URL[*TIMES | %SHARE]. WHAT is
  a status (429:2 says Retry-After: 2)   reset   truncated-json   flipped-bit   html   repeated-cursor   empty-page
  redirect (to itself)   elsewhere (to another host)   lying-total:ROWS   wrong-length:BYTES
  slow-drip:MILLISECONDS (a byte)   huge-body:MIB   gzip-bomb:MIB`;

function misbehaviourOf(what: string, number: number | null): Misbehaviour | null {
  if (/^[1-5]\d\d$/.test(what)) return statusOf(Number(what), number);
  switch (what) {
    case 'reset':
    case 'truncated-json':
    case 'flipped-bit':
    case 'html':
    case 'repeated-cursor':
    case 'empty-page':
      return { kind: what };
    case 'redirect':
      return { kind: what, to: null };
    case 'elsewhere':
      return { kind: 'redirect', to: 'https://elsewhere.invalid/' };
    case 'lying-total':
      return { kind: what, total: number ?? 1_000_000 };
    case 'wrong-length':
      return { kind: what, byBytes: number ?? 100 };
    case 'slow-drip':
      return { kind: what, chunkBytes: 1, everyMs: number ?? 100 };
    case 'huge-body':
    case 'gzip-bomb':
      return { kind: what, bytes: (number ?? 1_024) * MIB };
    default:
      return null;
  }
}

function statusOf(status: number, retryAfterSeconds: number | null): Misbehaviour {
  if (retryAfterSeconds === null) return { kind: 'status', status };
  return { kind: 'status', status, headers: { 'retry-after': String(retryAfterSeconds) } };
}
