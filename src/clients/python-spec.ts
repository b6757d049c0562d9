import type { Resolution } from './resolution.ts';

const MAX_SPEC_CHARACTERS = 500;
/** PEP 508: a name, extras, and what follows. */
const REQUIREMENT = /^([A-Za-z0-9](?:[A-Za-z0-9._-]{0,200}[A-Za-z0-9])?)\s*(?:\[[^\]]{0,200}\])?\s*(.{0,200})$/;
const EXACT = /^(?:===?|@)\s*v?(\d[0-9A-Za-z.!+_-]{0,60})$/;

/** What uv and pipx make of a requirement: `name`, `name@1.2.3`, `name==1.2.3`, `name>=1`, `git+https://…`, a folder. */
export function pythonSpec(text: string, runner: string): Resolution {
  const spec = text.slice(0, MAX_SPEC_CHARACTERS).trim();
  if (/^(?:git\+|https?:)/i.test(spec)) return repository(spec);
  if (/^(?:\.{1,2}(?:[/\\]|$)|[/\\~]|[A-Za-z]:[/\\]|file:)/.test(spec)) return { kind: 'local', path: spec };
  const [, name, rest = ''] = REQUIREMENT.exec(spec) ?? [];
  if (name === undefined) return { kind: 'unknown', reason: 'its package has no name that PyPI accepts' };
  const address = /^@\s*((?:git\+|https?:|file:).{0,400})$/i.exec(rest);
  if (address !== null) return repository(address[1] ?? '');
  return { kind: 'package', ecosystem: 'pypi', name, ...pinningOf(rest.trim()), runner };
}

function pinningOf(rest: string) {
  if (rest === '' || rest.startsWith(';')) return { pinning: 'floating', wanted: null } as const;
  const exact = EXACT.exec(rest);
  if (exact !== null && !rest.includes('*')) return { pinning: 'pinned', wanted: exact[1] ?? null } as const;
  if (rest.startsWith('@')) return { pinning: 'floating', wanted: rest.slice(1).trim() } as const;
  return { pinning: 'range', wanted: rest } as const;
}

/** A commit's hash after `@` is one state of it. */
function repository(spec: string): Resolution {
  const address = spec.split('#', 1)[0]?.replace(/\/\/[^/@]{1,300}@/, '//…@') ?? '';
  return { kind: 'source', from: address, pinned: /@[0-9a-f]{40}$/.test(address) };
}
