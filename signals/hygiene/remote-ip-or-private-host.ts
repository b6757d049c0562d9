import { cite } from '../../src/evidence/cite.ts';
import { defineSignal, unseen } from '../../src/signal.ts';
import { hostOf } from '../../src/text/domains.ts';

/** In the canonical form of a URL's host, so that decimal, octal and hexadecimal spellings are among them. */
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** Names that mean something only inside a network (RFC 6761, RFC 6762, RFC 8375, and what networks use). */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa)$/;

export const remoteIpOrPrivateHost = defineSignal({
  id: 'hygiene/remote-ip-or-private-host',
  title: 'Remote is an address or a private host',
  role: 'fact',
  family: 'H',
  needs: 'metadata',
  weight: 0,
  rationale: 'An address belongs to whoever has it next, and a private name means another machine in every network.',
  falsePositives: "Servers that are meant to run on the user's own machine, where localhost is right.",
  baseRate: { value: '0 of 1,062 servers', population: 'official registry', date: '2025-12-12' },
  references: ['https://www.rfc-editor.org/rfc/rfc6761', 'https://www.rfc-editor.org/rfc/rfc1918'],

  detect({ record }) {
    if (record.remotes === null) return unseen('the registry does not list remotes');
    return record.remotes.flatMap(({ at, url }) => {
      const host = hostOf(url);
      if (host === null || !isAddressOrPrivate(host)) return [];
      return [cite(record.place, `${at}/url`, { statement: `A remote pointed to the host ${host}`, observed: url })];
    });
  },
});

function isAddressOrPrivate(host: string): boolean {
  return IPV4.test(host) || host.startsWith('[') || !host.includes('.') || PRIVATE_NAME.test(host);
}
