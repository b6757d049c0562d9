import type { ArchiveKind } from '../model/source.ts';
import { bounded } from '../packages/cut.ts';
import type { ReadManifest } from './manifest.ts';
import { headersIn, type MetadataHeaders } from './metadata-headers.ts';
import { type Section, sectionsIn } from './sections.ts';

const WHEEL_PART = /^[^/]+\.dist-info\/(?:METADATA|entry_points\.txt)$/;
/** Setuptools leaves its own records in a folder of the sdist, beside the project or under `src`. */
const SDIST_PART = /^(?:PKG-INFO|pyproject\.toml|(?:src\/)?[^/]+\.egg-info\/(?:PKG-INFO|entry_points\.txt))$/;
const METADATA = /(?:^|\/)(?:METADATA|PKG-INFO)$/;

const CONSOLE_SECTIONS = new Set(['console_scripts', 'gui_scripts']);
const SCRIPT_SECTIONS = new Set(['project.scripts', 'project.gui-scripts', 'tool.poetry.scripts']);

const MAX_REQUIREMENT_CHARACTERS = 2_000;
const REQUIREMENT = /^([A-Za-z0-9][A-Za-z0-9._-]*)(.*)$/s;
/** How the official MCP registry looks for the owner of a package: https://github.com/modelcontextprotocol/registry. */
const MCP_NAME = /mcp-name:[ \t]{0,20}([A-Za-z0-9][\w.-]{0,200}\/[\w.-]{1,200})/;

/** Whether the file belongs to what a wheel or an sdist says of itself. */
export function isPythonManifestPart(kind: ArchiveKind, path: string): boolean {
  return (kind === 'wheel' ? WHEEL_PART : SDIST_PART).test(path);
}

/**
 * METADATA of a wheel or PKG-INFO of an sdist, with its console scripts; null where there is none.
 *
 * An sdist's console scripts are those that setuptools wrote down and those of pyproject.toml, of which single lines `key = "value"`
 * are read; scripts that setup.py computes are not known.
 */
export function pythonManifest(kind: ArchiveKind, parts: ReadonlyMap<string, Buffer>): ReadManifest | null {
  const path = [...parts.keys()].filter((each) => METADATA.test(each)).sort(byDepth)[0] ?? null;
  const project = parts.get('pyproject.toml');
  if (path === null && project === undefined) return null;
  const headers = headersIn((path === null ? undefined : parts.get(path)) ?? Buffer.alloc(0));
  const sections = project === undefined ? [] : sectionsIn(project);
  const bin = Object.fromEntries([
    ...[...parts].flatMap(([each, content]) =>
      each.endsWith('/entry_points.txt') ? scriptsIn(sectionsIn(content), CONSOLE_SECTIONS) : [],
    ),
    ...scriptsIn(sections, SCRIPT_SECTIONS),
  ]);
  return {
    manifest: {
      path: path ?? 'pyproject.toml',
      name: headers.first('name') ?? valueOf(sections, 'project', 'name'),
      version: headers.first('version') ?? valueOf(sections, 'project', 'version'),
      installScripts: {},
      dependencies: dependenciesOf(headers),
      optionalDependencies: {},
      bin,
      main: null,
      mcpName: MCP_NAME.exec(headers.description)?.[1] ?? null,
      gypfile: null,
    },
    scripts: new Map(),
    launched: [],
    launchedModules: Object.values(bin).map((target) => target.split(/[:[\s]/, 1)[0] ?? ''),
    built: kind === 'sdist' ? backendOf(sections) : [],
  };
}

/** PKG-INFO at the root before the one that setuptools keeps. */
function byDepth(a: string, b: string): number {
  return a.split('/').length - b.split('/').length || (a < b ? -1 : 1);
}

/** As the release history of a project has them: requirements of one name under several markers are joined. */
function dependenciesOf(headers: MetadataHeaders): Readonly<Record<string, string>> {
  const byName = new Map<string, string>();
  for (const line of headers.all('requires-dist')) {
    const [, name, rest = ''] = REQUIREMENT.exec(line.slice(0, MAX_REQUIREMENT_CHARACTERS)) ?? [];
    if (name === undefined) continue;
    const known = byName.get(name);
    byName.set(name, known === undefined ? rest.trim() : `${known} | ${rest.trim()}`);
  }
  return Object.fromEntries(byName);
}

function scriptsIn(sections: readonly Section[], names: ReadonlySet<string>): [string, string][] {
  return sections
    .flatMap(({ name, values }) => (names.has(name) ? [...values] : []))
    .map(([script, target]) => [script, cut(target)]);
}

/** A build backend that lies in the sdist itself is run by its installation (PEP 517, `backend-path`). */
function backendOf(sections: readonly Section[]): readonly string[] {
  const folder = /"([^"]{1,200})"|'([^']{1,200})'/.exec(valueOf(sections, 'build-system', 'backend-path') ?? '');
  const backend = valueOf(sections, 'build-system', 'build-backend');
  const built = valueOf(sections, 'tool.poetry.build', 'script') ?? valueOf(sections, 'tool.poetry', 'build');
  const paths = built === null ? [] : [built];
  if (folder === null || backend === null) return paths;
  const module = (backend.split(':', 1)[0] ?? '').replaceAll('.', '/');
  const inTree = `${folder[1] ?? folder[2] ?? '.'}/${module}`;
  return [...paths, `${inTree}.py`, `${inTree}/__init__.py`];
}

function valueOf(sections: readonly Section[], section: string, key: string): string | null {
  const value = sections.find(({ name, values }) => name === section && values.has(key))?.values.get(key);
  return value === undefined ? null : cut(value);
}

function cut(text: string): string {
  const kept = bounded(text);
  return typeof kept === 'string' ? kept : '';
}
