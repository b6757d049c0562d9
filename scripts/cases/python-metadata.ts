import { createHash } from 'node:crypto';
import type { CaseFiles, CaseRelease, ReconstructedCase } from './case.ts';

/** As file names have it: `lantern_ferry` of `lantern-ferry`. */
export function projectFolder(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '_');
}

/** The `.dist-info` of a wheel: METADATA, WHEEL, entry points, RECORD. */
export function metadataFiles(
  of: ReconstructedCase,
  release: CaseRelease,
  files: CaseFiles,
): readonly { readonly path: string; readonly content: Buffer }[] {
  const folder = `${projectFolder(of.name)}-${release.version}.dist-info`;
  const scripts = Object.entries(scriptsOf(release)).map(([name, target]) => `${name} = ${target}`);
  const written = {
    METADATA: pkgInfo(of, release),
    WHEEL: 'Wheel-Version: 1.0\nGenerator: hatchling 1.27.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    ...(scripts.length === 0 ? {} : { 'entry_points.txt': `[console_scripts]\n${scripts.join('\n')}\n` }),
  };
  const info = Object.entries(written).map(([path, text]) => ({
    path: `${folder}/${path}`,
    content: Buffer.from(text),
  }));
  const lines = [
    ...Object.entries(files).map(([path, content]) =>
      record(path, Buffer.from(typeof content === 'string' ? content : '')),
    ),
    ...info.map(({ path, content }) => record(path, content)),
    `${folder}/RECORD,,`,
  ];
  return [...info, { path: `${folder}/RECORD`, content: Buffer.from(`${lines.join('\n')}\n`) }];
}

/** METADATA of a wheel, PKG-INFO of an sdist: https://packaging.python.org/en/latest/specifications/core-metadata/. */
export function pkgInfo(of: ReconstructedCase, { version, manifest, publisher, files }: CaseRelease): string {
  const { requires, repository } = manifest;
  const readme = files['README.md'];
  return [
    'Metadata-Version: 2.4',
    `Name: ${of.name}`,
    `Version: ${version}`,
    `Summary: ${of.description}`,
    `Author-email: ${publisher.name} <${publisher.email}>`,
    ...(typeof repository === 'string' ? [`Project-URL: Repository, ${repository}`] : []),
    'Requires-Python: >=3.10',
    ...(Array.isArray(requires) ? requires : []).map((each) => `Requires-Dist: ${String(each)}`),
    'Description-Content-Type: text/markdown',
    '',
    typeof readme === 'string' ? readme : '',
  ].join('\n');
}

function scriptsOf({ manifest }: CaseRelease): Readonly<Record<string, string>> {
  const { scripts } = manifest;
  if (typeof scripts !== 'object' || scripts === null || Array.isArray(scripts)) return {};
  return Object.fromEntries(
    Object.entries(scripts).flatMap(([name, to]) => (typeof to === 'string' ? [[name, to]] : [])),
  );
}

function record(path: string, content: Buffer): string {
  return `${path},sha256=${createHash('sha256').update(content).digest('base64url')},${content.length}`;
}
