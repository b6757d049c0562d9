import type { Json } from '../../../src/model/place.ts';
import type { Manifest } from '../case.ts';
import { source } from '../source.ts';
import type { Identity } from '../story.ts';

/** package.json of a server, without its name and version. */
export function serverManifest({ name, brand }: Identity, main: string, more: Manifest = {}): Manifest {
  const leaf = leafOf(name);
  return {
    description: descriptionOf(brand),
    type: 'module',
    main,
    bin: { [leaf]: main },
    files: ['dist', 'index.js', 'lib'],
    scripts: { build: 'tsc', test: 'node --test' },
    dependencies: { '@modelcontextprotocol/sdk': '^1.12.0', zod: '^3.25.0' },
    devDependencies: { typescript: '^5.8.0' },
    engines: { node: '>=18' },
    repository: repositoryOf({ name, brand }),
    homepage: `https://${brand}.test`,
    license: 'MIT',
    mcpName: `io.github.${brand}/${leaf}`,
    author: brand,
    ...more,
  };
}

export function repositoryOf({ name, brand }: Identity): Json {
  return { type: 'git', url: `git+https://github.com/${brand}/${leafOf(name)}.git` };
}

export function readme({ name, brand }: Identity, about: string): string {
  return source`
    # ${leafOf(name)}

    ${about}

    ## Use

    \`\`\`json
    { "mcpServers": { "${leafOf(name)}": { "command": "npx", "args": ["-y", "${name}"] } } }
    \`\`\`

    Questions go to the desk of ${brand}: https://${brand}.test/help
  `;
}

export function descriptionOf(brand: string): string {
  return `Model Context Protocol server of ${brand.replaceAll('-', ' ')}`;
}

export function leafOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

export const LICENSE = source`
  MIT License

  Permission is hereby granted, free of charge, to any person obtaining a copy of this software, to deal in it without restriction.
`;
