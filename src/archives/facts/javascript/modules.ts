/** What loads a module by the name it is given. */
const LOADERS = new Set(['require', '__require', 'module.createRequire()', '__non_webpack_require__', 'nodeRequire']);
/** Modules that stand for others, and one name for each. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['fs/promises', 'fs.promises'],
  ['dns/promises', 'dns.promises'],
  ['path/posix', 'path'],
  ['path/win32', 'path'],
  ['graceful-fs', 'fs'],
  ['original-fs', 'fs'],
  ['child-process', 'child_process'],
  ['node-fetch-native', 'node-fetch'],
]);
/** Functions that give back what they are given, or the same thing in other clothes. */
const PASS_ON = new Set([
  'util.promisify',
  'promisify',
  'pify',
  'Object.freeze',
  'tslib.__importStar',
  'tslib.__importDefault',
  '__importStar',
  '__importDefault',
  '__toESM',
  '__toCommonJS',
  '_interopRequireDefault',
  '_interopRequireWildcard',
  'util.deprecate',
]);
const MAX_CHARACTERS = 200;

/** A module's name as facts write it: without `node:`, one name for what has several; null for a file of the package's own. */
export function moduleName(specifier: string | null): string | null {
  if (specifier === null || specifier === '' || specifier.length > MAX_CHARACTERS) return null;
  const name = specifier.startsWith('node:') ? specifier.slice('node:'.length) : specifier;
  if (name.startsWith('.') || name.startsWith('/')) return null;
  return SAME.get(name) ?? name;
}

export function isModuleLoader(meaning: string): boolean {
  return LOADERS.has(meaning);
}

export function passesOn(meaning: string): boolean {
  return PASS_ON.has(meaning);
}
