import type { Json } from '../model/place.ts';
import { bounded } from '../packages/cut.ts';
import { flag, isObject, type JsonObject, object, text, texts } from '../packages/fields.ts';
import type { ReadManifest } from './manifest.ts';

/** The lifecycle scripts that an installation runs, from the registry or from git. */
const INSTALL_HOOKS = ['preinstall', 'install', 'postinstall', 'prepare'];
/** Entries of one field that are kept; the largest real package.json has some two thousand. */
const MAX_MEMBERS = 5_000;
const MAX_LAUNCHED = 500;
const MAX_EXPORT_DEPTH = 8;

/** package.json; null where it is no JSON object. Fields of odd types are left out. */
export function npmManifest(content: Buffer): ReadManifest | null {
  const read = object(parsed(content));
  if (read === null) return null;
  const scripts = stringsIn(read.scripts);
  const bin = binOf(read.bin, text(read.name));
  const main = boundedText(read.main);
  return {
    manifest: {
      path: 'package.json',
      name: boundedText(read.name),
      version: boundedText(read.version),
      installScripts: Object.fromEntries(INSTALL_HOOKS.flatMap((hook) => pairOf(scripts, hook))),
      dependencies: stringsIn(read.dependencies),
      optionalDependencies: stringsIn(read.optionalDependencies),
      bin,
      main,
      mcpName: boundedText(read.mcpName),
      gypfile: flag(read.gypfile),
    },
    scripts: new Map(Object.entries(scripts)),
    launched: [main ?? 'index.js', ...Object.values(bin), ...exportsOf(read)].slice(0, MAX_LAUNCHED),
    launchedModules: [],
    built: [],
  };
}

/** npm reads past a byte order mark. */
function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

function pairOf(scripts: Readonly<Record<string, string>>, hook: string): [string, string][] {
  const script = Object.hasOwn(scripts, hook) ? scripts[hook] : undefined;
  return script === undefined ? [] : [[hook, script]];
}

/** A single path is called like the package, without its scope. */
function binOf(bin: unknown, name: string | null): Readonly<Record<string, string>> {
  const path = boundedText(bin);
  if (path === null) return stringsIn(bin);
  return Object.fromEntries([[boundedText(name)?.replace(/^@[^/]*\//, '') ?? '', path]]);
}

/** The newer fields that name files to load; patterns are left out, since they name no file. */
function exportsOf({ exports, module, browser }: JsonObject): readonly string[] {
  const paths: string[] = [];
  collectPaths(exports, 0, paths);
  for (const field of [module, browser]) {
    const path = boundedText(field);
    if (path !== null) paths.push(path);
  }
  return paths;
}

function collectPaths(target: unknown, depth: number, paths: string[]): void {
  if (paths.length >= MAX_LAUNCHED || depth > MAX_EXPORT_DEPTH) return;
  if (typeof target === 'string' && target.startsWith('./') && !target.includes('*')) paths.push(target);
  else if (Array.isArray(target)) for (const each of target) collectPaths(each, depth + 1, paths);
  else if (isObject(target)) for (const each of Object.values(target)) collectPaths(each, depth + 1, paths);
}

function stringsIn(value: unknown): Readonly<Record<string, string>> {
  if (!isObject(value)) return {};
  return texts(bounded(Object.fromEntries(Object.entries(value).slice(0, MAX_MEMBERS)))) ?? {};
}

function boundedText(value: unknown): string | null {
  const kept: Json = text(value) === null ? null : (bounded(value) ?? null);
  return typeof kept === 'string' ? kept : null;
}
