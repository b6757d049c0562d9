import type { Resolution } from './resolution.ts';

const MAX_SPEC_CHARACTERS = 500;
/** As npm accepts for new packages, and the capitals of old ones. */
const NAME = /^(?:@[a-zA-Z0-9_.~-]{1,100}\/)?[a-zA-Z0-9_~-][a-zA-Z0-9_.~-]{0,213}$/;
const VERSION = /^v?\d{1,9}\.\d{1,9}\.\d{1,9}(?:[-+][0-9A-Za-z.+-]{1,100})?$/;
const RANGE = /^[\^~<>=v]|^\d|\|\||\s-\s/;
const EVERY = new Set(['*', 'x', 'X', '']);

/** What npm makes of the word after `npx`: a package with a version, range or tag, a repository, a file. */
export function npmSpec(text: string, runner: string): Resolution {
  const spec = text.slice(0, MAX_SPEC_CHARACTERS);
  if (/^(?:\.{0,2}[/\\]|~[/\\]|[A-Za-z]:[/\\]|file:)/.test(spec)) return { kind: 'local', path: spec };
  if (/^(?:git(?:\+[a-z]+)?:|git@|github:|gitlab:|bitbucket:|gist:|https?:)/i.test(spec)) return repository(spec);
  const at = spec.indexOf('@', 1);
  const name = at < 0 ? spec : spec.slice(0, at);
  const wanted = at < 0 ? null : spec.slice(at + 1);
  if (wanted?.startsWith('npm:') === true) return npmSpec(wanted.slice(4), runner);
  if (wanted !== null && /^(?:git|https?:|file:|github:)/i.test(wanted)) return repository(wanted);
  if (!NAME.test(name)) {
    // `owner/name` is short for a repository of GitHub.
    return /^[\w.-]{1,100}\/[\w.-]{1,100}(?:#.{0,200})?$/.test(spec)
      ? repository(spec)
      : { kind: 'unknown', reason: 'its package has no name that npm accepts' };
  }
  return { kind: 'package', ecosystem: 'npm', name, ...pinningOf(wanted), runner };
}

function pinningOf(wanted: string | null) {
  if (wanted === null || EVERY.has(wanted)) return { pinning: 'floating', wanted: null } as const;
  if (VERSION.test(wanted)) return { pinning: 'pinned', wanted: wanted.replace(/^v/, '') } as const;
  return { pinning: RANGE.test(wanted) ? 'range' : 'floating', wanted } as const;
}

/** A commit's hash after `#` is one state of it. */
function repository(spec: string): Resolution {
  const [address = '', fragment = ''] = spec.split('#', 2);
  const from = address.replace(/\/\/[^/@]{1,300}@/, '//…@').split('?', 1)[0] ?? '';
  return {
    kind: 'source',
    from: fragment === '' ? from : `${from}#${fragment}`,
    pinned: /^[0-9a-f]{40}$/.test(fragment),
  };
}
