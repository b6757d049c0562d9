import { cite } from '../../src/evidence/cite.ts';
import { defineSignal, unseen } from '../../src/signal.ts';
import { hostOf } from '../../src/text/domains.ts';

/** Services that put a name before somebody's own machine, for minutes or for good. */
const TUNNELS: ReadonlySet<string> = new Set(
  `trycloudflare.com cfargotunnel.com ngrok.io ngrok.app ngrok.dev ngrok-free.app ngrok-free.dev loca.lt
  localtunnel.me serveo.net serveousercontent.com localhost.run lhr.life lhr.rocks pagekite.me bore.pub
  tunnelto.dev pinggy.link pinggy.io zrok.io devtunnels.ms ts.net playit.gg sharedwithexpose.com telebit.io
  duckdns.org ddns.net hopto.org zapto.org sytes.net dynu.net freedns.org myftp.org servehttp.com webhook.site
  requestbin.net`.split(/\s+/),
);

export const tunnelHost = defineSignal({
  id: 'hygiene/tunnel-host',
  title: 'Remote behind a tunnel or dynamic name',
  role: 'fact',
  family: 'H',
  needs: 'metadata',
  weight: 0,
  rationale: 'The name leads to a private machine today and to whoever takes the name tomorrow.',
  falsePositives: 'Experiments and home servers, which is what such names are for.',
  baseRate: { value: '83 of 11,515 remotes', population: 'the official registry', date: '2026-08-05' },
  references: [
    'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/do-more-with-tunnels/trycloudflare/',
  ],

  detect({ record }) {
    if (record.remotes === null) return unseen('the registry does not list remotes');
    return record.remotes.flatMap(({ at, url }) => {
      const host = hostOf(url);
      const service = host === null ? null : serviceOf(host);
      if (service === null) return [];
      return [cite(record.place, `${at}/url`, { statement: `A remote was a name of ${service}`, observed: url })];
    });
  },
});

/** The host or the shortest ending of it, label by label, that is on the list. */
function serviceOf(host: string): string | null {
  for (let dot = host.lastIndexOf('.'); dot > 0; dot = host.lastIndexOf('.', dot - 1)) {
    const ending = host.slice(host.lastIndexOf('.', dot - 1) + 1);
    if (TUNNELS.has(ending)) return ending;
  }
  return null;
}
