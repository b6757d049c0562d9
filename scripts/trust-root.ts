// Extracts what attestations and npm's signatures are checked against, from the seed file of @sigstore/tuf (a devDependency).
// node scripts/trust-root.ts 2026-11-05     the day on which that version of the package was published: `npm view @sigstore/tuf time`
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const FOLDER = join(import.meta.dirname, '../src/origin/trust-root');
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** One sigstore instance's TUF repository: its root metadata and its targets, all in base64. */
const Seeds = z.record(z.string(), z.object({ 'root.json': z.string(), targets: z.record(z.string(), z.string()) }));
const Json = z.json();

/** File name to content, without the day. Throws where the seed file does not hold exactly one of each. */
export function extractedFiles(): ReadonlyMap<
  string,
  { readonly source: string; readonly content: z.infer<typeof Json> }
> {
  const packageFile = createRequire(import.meta.url).resolve('@sigstore/tuf/package.json');
  const { version } = z.object({ version: z.string() }).parse(parsed(readFileSync(packageFile, 'utf8')));
  const seeds = Seeds.parse(parsed(readFileSync(join(dirname(packageFile), 'seeds.json'), 'utf8')));
  const [instance, ...others] = Object.values(seeds);
  if (instance === undefined || others.length > 0) throw new Error('the seed file has to hold one sigstore instance');
  const target = (isWanted: (name: string) => boolean) => {
    const [found, ...more] = Object.entries(instance.targets).filter(([name]) => isWanted(decodeURIComponent(name)));
    if (found === undefined || more.length > 0) throw new Error('the seed file has to hold one target of each kind');
    return {
      source: `@sigstore/tuf ${version}, seeds.json`,
      content: Json.parse(parsed(Buffer.from(found[1], 'base64').toString('utf8'))),
    };
  };
  return new Map([
    ['trusted-root.json', target((name) => name === 'trusted_root.json')],
    ['npm-keys.json', target((name) => name.endsWith('/keys.json'))],
  ]);
}

function parsed(json: string): unknown {
  return JSON.parse(json);
}

if (import.meta.main) {
  const [date = ''] = process.argv.slice(2);
  if (!DAY.test(date)) throw new Error('name the day on which the package was published, YYYY-MM-DD');
  for (const [name, { source, content }] of extractedFiles()) {
    writeFileSync(join(FOLDER, name), `${JSON.stringify({ source, date, content }, null, 2)}\n`);
    console.log(name);
  }
}
