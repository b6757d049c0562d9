import type { ConfiguredServer, PlainSecret } from '../clients/port.ts';
import { isUnpinned, packageOf } from '../clients/resolution.ts';
import { foundAt, type Said } from './said.ts';
import type { AuditFinding } from './report.ts';

/** What the settings themselves show: launches that take whatever is newest, and secrets that stand there as text. */
export function settingsFindings(
  { resolution, secrets, place }: ConfiguredServer,
  today: string | null,
): readonly AuditFinding[] {
  const unpinned = isUnpinned(resolution) ? [foundAt(unpinnedOf(resolution, today), place)] : [];
  return [...secrets.map((secret) => foundAt(plainSecret(secret), secret.place)), ...unpinned];
}

const SAID: Readonly<Partial<Record<PlainSecret['where'], string>>> = { url: 'URL parameter', oauth: 'OAuth setting' };

function plainSecret({ where, name, masked }: PlainSecret): Said {
  const what = name === '' ? `a part of its ${where}` : `${SAID[where] ?? where} ${name}`;
  return {
    rule: 'secret/plain-text',
    level: 'warning',
    statement: `${what} holds a secret as plain text${masked === '…' ? '' : ` (${masked})`}`,
  };
}

function unpinnedOf(resolution: ConfiguredServer['resolution'], today: string | null): Said {
  const run = packageOf(resolution);
  if (run !== null) {
    const version = today === null ? '' : `, today ${today}`;
    const wanted = run.wanted === null ? 'no version' : `“${run.wanted}”`;
    return {
      rule: 'unpinned/package',
      level: 'warning',
      statement: `${run.runner} is given ${wanted} of ${run.name} and takes what is newest when it starts${version}`,
    };
  }
  if (resolution.kind === 'image') {
    const tag = resolution.tag ?? 'latest';
    return {
      rule: 'unpinned/image',
      level: 'warning',
      statement: `the tag “${tag}” of image ${resolution.image} can be moved; only a digest stays`,
    };
  }
  return {
    rule: 'unpinned/source',
    level: 'warning',
    statement: 'it is built from a repository or address at no fixed commit',
  };
}
