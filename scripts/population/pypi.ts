/** A release history as PyPI's project JSON, which knows neither publishers nor dependencies of earlier releases. */
import type { Json } from '../../src/model/place.ts';
import { written } from './moments.ts';
import { hex, stream } from './random.ts';
import type { PackageHistory, PackageRelease } from './releases.ts';

const HOST = 'https://files.packages.example';
const REQUIREMENTS = ['mcp>=1.9', 'httpx>=0.27,<1', 'pydantic>=2.7', 'click>=8.1', 'python-dotenv>=1.0', 'pyyaml>=6.0'];

export function projectJson(history: PackageHistory): Json | undefined {
  const latest = history.releases.at(-1);
  if (latest === undefined || history.unpublishedMs !== null) return undefined;
  const { publisher, repositoryUrl } = latest;
  const project =
    repositoryUrl === null ? {} : { Repository: repositoryUrl.replace(/^git\+/, '').replace(/\.git$/, '') };
  return {
    info: {
      name: history.name,
      version: latest.version,
      summary: history.description,
      author: publisher.name,
      author_email: publisher.email,
      project_urls: project,
      requires_dist: REQUIREMENTS.slice(0, Object.keys(latest.dependencies).length),
      yanked: false,
    },
    releases: Object.fromEntries(history.releases.map((release) => [release.version, filesOf(history.name, release)])),
    urls: filesOf(history.name, latest),
    vulnerabilities: [],
  };
}

function filesOf(name: string, release: PackageRelease): Json {
  const file = `${name.replaceAll('-', '_')}-${release.version}`;
  return [
    ['bdist_wheel', `${file}-py3-none-any.whl`, 1],
    ['sdist', `${file}.tar.gz`, 0.9],
  ].map(([packagetype, filename, share]) => ({
    filename: String(filename),
    packagetype: String(packagetype),
    size: Math.round((release.unpackedBytes / 4) * Number(share)),
    upload_time_iso_8601: written(release.atMs, 6, 0.5),
    digests: { sha256: hex(stream(name, release.version, 'sha256'), 8).repeat(8) },
    yanked: release.deprecated !== null,
    yanked_reason: release.deprecated,
    url: `${HOST}/${String(filename)}`,
  }));
}
