/** Claims that are another's to make: official, the vendor's repository, the vendor's domain, the vendor's words. */
import { vendorOf } from '../brands.ts';
import { makeVendor } from '../vendors.ts';
import {
  type Bench,
  type Case,
  draft,
  history,
  npmPackage,
  type Pattern,
  remote,
  rows,
  secret,
  somebody,
} from './bench.ts';
import { choose } from './lookalike-names.ts';

const CLAIMED = ['stripe', 'notion', 'airtable', 'webflow'];
const WITH_REPOSITORY = ['stripe', 'supabase', 'mapbox', 'postman'];
const HOST_BRANDS = ['paypal', 'stripe', 'notion', 'figma'];
const COPIED = ['atlassian', 'cloudflare', 'vercel', 'prisma'];

export const lookalikeClaims: readonly Pattern[] = [
  {
    pipeline: 'lookalike',
    pattern: 'official-claim',
    expects: ['lookalike/brand-token', 'lookalike/official-claim'],
    twinExpects: ['lookalike/brand-token', 'lookalike/vendor-has-official'],
    positive(bench) {
      const { brand, display } = vendorOf(choose(CLAIMED, bench));
      const server = {
        leaf: `${brand}-mcp`,
        subject: brand,
        description: `Official ${display} MCP server: records, reports and receipts`,
      };
      return connector(bench, server, `"Official" said by somebody who is not ${display}`);
    },
    twin: (bench) =>
      bench.nth % 2 === 0 ? unofficial(bench) : byVendor(bench, choose(['linear', 'zapier', 'wix', 'todoist'], bench)),
  },
  {
    pipeline: 'lookalike',
    pattern: 'vendor-repo-claim',
    expects: ['lookalike/brand-token', 'lookalike/vendor-repo-claim'],
    twinExpects: ['lookalike/brand-token', 'lookalike/vendor-has-official'],
    positive: claimsRepository,
    twin(bench) {
      const { brand } = vendorOf(choose(WITH_REPOSITORY, bench));
      return connector(
        bench,
        { leaf: `${brand}-toolkit`, subject: brand },
        'a community connector with a repository of its own',
      );
    },
  },
  {
    pipeline: 'lookalike',
    pattern: 'domain-lookalike',
    expects: ['lookalike/brand-token', 'lookalike/domain-lookalike'],
    twinExpects: ['lookalike/brand-token', 'lookalike/vendor-has-official'],
    positive(bench) {
      const brand = choose(HOST_BRANDS, bench);
      const url = `https://mcp.${brand}-${bench.word}.invalid/mcp`;
      return connector(
        bench,
        { leaf: `${brand}-desk`, subject: brand, url },
        'the brand in a registrable domain that is not its own',
      );
    },
    twin(bench) {
      const brand = choose(HOST_BRANDS, bench);
      const url = `https://${brand}-mcp.${bench.word}.workers.dev/mcp`;
      return connector(
        bench,
        { leaf: `${brand}-helper`, subject: brand, url },
        "the brand in a label below a platform's suffix",
      );
    },
  },
  {
    pipeline: 'lookalike',
    pattern: 'clone-description',
    expects: ['lookalike/clone-description'],
    positive(bench) {
      const original = vendorServer(bench, choose(COPIED, bench));
      const leaf = `${bench.word}-gateway`;
      return connector(
        bench,
        { leaf, subject: original.subject, description: original.description },
        `the words of ${original.name} under another publisher`,
      );
    },
    twin(bench) {
      const description =
        'A quickstart server of the harbour starter kit: one tool, one resource, nothing else to configure';
      return connector(
        bench,
        { leaf: `quickstart-${bench.word}`, subject: 'quickstart', description },
        'boilerplate of a generator, shared by unconnected publishers',
      );
    },
  },
];

interface Connector {
  readonly leaf: string;
  readonly subject: string;
  readonly description?: string;
  readonly url?: string;
}

function connector(bench: Bench, { url, ...of }: Connector, note: string): Case {
  const header = { ...headerOf(of.subject) };
  const server = draft(bench, somebody(bench), {
    ...of,
    remotes: [remote(url ?? `https://mcp.${bench.word}.example/mcp`, [header])],
  });
  const steps = [
    { version: '1.0.0', daysAgo: 24 },
    { version: '1.0.1', daysAgo: 12 },
  ];
  return { registry: 'official', server: rows(bench, server, steps), note };
}

function headerOf(subject: string) {
  return { name: 'Authorization', description: `Bearer token for ${subject}`, isRequired: true, isSecret: true };
}

function unofficial(bench: Bench): Case {
  const { brand, display } = vendorOf(choose(CLAIMED, bench));
  const description = `Unofficial ${display} connector, not affiliated with ${display}: pages, rows and reports`;
  return connector(
    bench,
    { leaf: `${brand}-connector`, subject: brand, description },
    'says that it is not the vendor',
  );
}

function byVendor(bench: Bench, brand: string): Case {
  const server = vendorServer(bench, brand);
  const description = `Official ${server.title ?? brand} MCP server: boards, plans and reports`;
  return { registry: 'official', server: { ...server, description }, note: '"Official" said by the vendor' };
}

function vendorServer(bench: Bench, brand: string) {
  const vendor = vendorOf(brand);
  return makeVendor(vendor, `${bench.seed}/vendor/${vendor.name}`, bench.asOfMs);
}

/** As with the mail server of 2025: the vendor's repository, somebody else's package, copied and then changed. */
function claimsRepository(bench: Bench): Case {
  const { brand, repository } = vendorOf(choose(WITH_REPOSITORY, bench));
  const publisher = somebody(bench);
  const name = `@${publisher.login}/${brand}-mcp`;
  const variables = [secret(`${brand.toUpperCase()}_API_KEY`)];
  const server = draft(bench, publisher, {
    leaf: `${brand}-mcp`,
    subject: brand,
    repository: repository === null ? 'absent' : { url: repository, source: 'github' },
    packages: [npmPackage(name, { variables })],
  });
  const start = { repositoryUrl: `git+${repository ?? ''}.git` };
  const steps = Array.from({ length: 5 }, (_, at) => ({ version: `1.0.${at}`, daysAgo: 14 - at }));
  return {
    registry: 'official',
    server: rows(bench, server, [{ version: '1.0.4', daysAgo: 9.9 }]),
    npm: history(bench, { name, server, start }, steps),
    note: "the vendor's repository, a package of somebody else's",
  };
}
