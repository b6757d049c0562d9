import { gzipSync } from 'node:zlib';
import type { Json } from '../../src/model/place.ts';
import { at, isObject } from '../../test/registries/at.ts';
import type { Feed } from '../../test/registries/feed.ts';
import { town } from '../../test/program/town.ts';
import { hexDigest, integrityOf } from '../cases/archive.ts';
import { tar } from '../cases/tar.ts';

/** The town of the tests, whose npm packages have archives too: every fault can meet every kind of request. */
export function harbour(): Feed {
  const feed = town();
  return {
    ...feed,
    npm: (name, baseUrl) => withArchives(feed.npm(name, baseUrl), name, baseUrl),
    npmArchive: (name, filename) => archive(name, filename.slice(`${name}-`.length, -'.tgz'.length)),
  };
}

function withArchives(packument: Json | undefined, name: string, baseUrl: string): Json | undefined {
  const versions = at(packument, 'versions');
  if (!isObject(packument) || !isObject(versions)) return packument;
  const dist = (version: string) => {
    const bytes = archive(name, version);
    const tarball = `${baseUrl}/${name}/-/${name}-${version}.tgz`;
    return { tarball, integrity: integrityOf(bytes), shasum: hexDigest('sha1', bytes) };
  };
  const releases = Object.entries(versions).map(([version, release]) => [
    version,
    isObject(release) ? { ...release, dist: dist(version) } : release,
  ]);
  return { ...packument, versions: Object.fromEntries(releases) };
}

/** Its files are told apart by their length alone; some are longer than what is described anew each time. */
function archive(name: string, version: string): Buffer {
  const manifest = { name, version, scripts: version === '1.0.1' ? { postinstall: 'node setup.js' } : {} };
  const program = `const ferry = '${name}';\n${'// the tide comes and goes\n'.repeat(40)}export { ferry };\n`;
  return gzipSync(
    tar([
      { path: 'package/package.json', content: Buffer.from(JSON.stringify(manifest)) },
      { path: 'package/setup.js', content: Buffer.from(program) },
    ]),
  );
}
