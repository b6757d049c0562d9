import type { Manifest } from '../case.ts';
import { source } from '../source.ts';
import type { Identity } from '../story.ts';
import { projectFolder } from '../python-metadata.ts';

/** What METADATA says of a server, and its console script. */
export function pythonManifest({ name, brand }: Identity, target: string, more: Manifest = {}): Manifest {
  return {
    requires: ['mcp>=1.9', 'httpx>=0.27'],
    scripts: { [name]: `${projectFolder(name)}.${target}` },
    repository: `https://github.com/${brand}/${name}`,
    ...more,
  };
}

export function pyproject({ name }: Identity, target: string): string {
  return source`
    [project]
    name = "${name}"
    dynamic = ["version", "dependencies"]
    requires-python = ">=3.10"

    [project.scripts]
    ${name} = "${projectFolder(name)}.${target}"

    [build-system]
    requires = ["hatchling"]
    build-backend = "hatchling.build"
  `;
}

export function pythonReadme({ name, brand }: Identity, about: string): string {
  return source`
    # ${name}

    ${about}

    Run it with \`uvx ${name}\`. Help: https://${brand}.test/help

    <!-- mcp-name: io.github.${brand}/${name} -->
  `;
}
