import type { Feed } from '../../test/registries/feed.ts';
import { archivesOf } from './archive.ts';
import type { ReconstructedCase } from './case.ts';
import { packumentOf, projectOf, pypiPath } from './documents.ts';

export type PackageFeed = Pick<Feed, 'npm' | 'npmArchive' | 'pypi' | 'pypiFile'>;

/** What npm and PyPI would serve of these cases and of the packages that they need; undefined for all else. */
export function feedOf(cases: readonly ReconstructedCase[]): PackageFeed {
  const all = cases.flatMap((each) => [each, ...each.companions]);
  const byName = new Map(all.map((each) => [`${each.ecosystem} ${each.name}`, each]));
  const pypiFiles = new Map<string, Buffer>();
  return {
    npm(name, baseUrl) {
      const found = byName.get(`npm ${name}`);
      return found === undefined ? undefined : packumentOf(found, baseUrl);
    },
    npmArchive(name, filename) {
      const found = byName.get(`npm ${name}`);
      const archives = found?.releases.flatMap((release) => archivesOf(found, release));
      return archives?.find((archive) => archive.filename === filename)?.bytes;
    },
    pypi(name, baseUrl) {
      const found = byName.get(`pypi ${name}`);
      return found === undefined ? undefined : projectOf(found, baseUrl);
    },
    pypiFile(path) {
      // Its paths are digests, so that one has to have been made to be found.
      if (pypiFiles.size === 0) for (const [key, bytes] of pypiFilesOf(all)) pypiFiles.set(key, bytes);
      return pypiFiles.get(path);
    },
  };
}

function pypiFilesOf(cases: readonly ReconstructedCase[]): readonly (readonly [string, Buffer])[] {
  return cases
    .filter(({ ecosystem }) => ecosystem === 'pypi')
    .flatMap((each) => each.releases.flatMap((release) => archivesOf(each, release)))
    .map(({ bytes, filename }) => [pypiPath(bytes, filename), bytes]);
}
