import { cite } from '../../src/evidence/cite.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

const MAX_CHARACTERS = 4_096;
const AUTHORITY = /^\s{0,5}[a-z][a-z0-9+.-]{0,20}:\/\/([^/?#\\]{1,500})/i;
const SECRET_PARAMETER =
  /^(?:api[-_]?key|key|token|access[-_]?token|auth[-_]?token|secret|client[-_]?secret|password|pwd|sig|signature)$/i;
/** Shorter values are switches and names. */
const MIN_SECRET_CHARACTERS = 8;

/** The credential itself is not repeated in the evidence; the pointer leads to it. */
export const credentialsInUrl = defineSignal({
  id: 'hygiene/credentials-in-url',
  title: 'Credential inside a URL',
  role: 'fact',
  family: 'C',
  needs: 'metadata',
  weight: 0,
  rationale: "URLs are logged and passed on; a credential in a public record is everybody's.",
  falsePositives: 'Public keys of free plans. Templates (`{api_key}`), which the user fills in, are not counted.',
  baseRate: { value: '0 of 1,062 servers', population: 'official registry', date: '2025-12-12' },
  references: ['https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1'],

  detect({ record: { place, remotes, packages } }) {
    if (remotes === null && packages === null) return unseen('the registry lists neither remotes nor packages');
    const transports = (packages ?? []).flatMap(({ at, transport }) => {
      return transport === null || transport.url === null ? [] : [{ at: `${at}/transport`, url: transport.url }];
    });
    return [...(remotes ?? []), ...transports].flatMap(({ at, url }) =>
      credentialsOf(url).map((masked) =>
        cite(place, `${at}/url`, { statement: 'A URL held a credential', observed: masked }),
      ),
    );
  },
});

function credentialsOf(url: string): readonly string[] {
  const text = url.slice(0, MAX_CHARACTERS);
  const authority = AUTHORITY.exec(text)?.[1] ?? '';
  const userinfo = authority.slice(0, Math.max(0, authority.lastIndexOf('@')));
  const hasPassword = userinfo !== '' && !userinfo.includes('{');
  return [...(hasPassword ? ['***@'] : []), ...secretParametersOf(text).map((name) => `${name}=***`)];
}

function secretParametersOf(text: string): readonly string[] {
  const [, query = ''] = text.split(/[?#]/, 2);
  return query.split('&').flatMap((parameter) => {
    const [name = '', value = ''] = parameter.split('=', 2);
    const isLiteral = value.length >= MIN_SECRET_CHARACTERS && !value.includes('{') && !value.startsWith('$');
    return isLiteral && SECRET_PARAMETER.test(name) ? [name] : [];
  });
}
