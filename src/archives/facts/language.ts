import type { Language } from '../../model/source.ts';

/** How much of a file's beginning tells what it is. */
export const FIRST_BYTES = 512;

const BY_EXTENSION: ReadonlyMap<string, Language> = new Map([
  ...listed('javascript', 'js mjs cjs jsx es6'),
  ...listed('typescript', 'ts mts cts tsx'),
  ...listed('python', 'py pyw pyi'),
  ...listed('shell', 'sh bash zsh ksh fish command ps1 psm1 psd1 bat cmd envrc'),
  ...listed('json', 'json jsonc json5 map webmanifest ipynb'),
  ...listed('native', 'node so dylib dll exe pyd'),
  ...listed('wasm', 'wasm'),
  ...listed('binary', 'pyc pyo'),
]);
/** Names without an extension that say what they are. */
const BY_NAME: ReadonlyMap<string, Language> = new Map([
  ...listed('shell', '.bashrc .bash_profile .profile .zshrc .zshenv .envrc configure gradlew'),
  ...listed('json', '.babelrc .eslintrc .prettierrc .swcrc .npmpackagejsonlintrc'),
]);
/** What its interpreter runs whatever bytes are in it. */
const SCRIPTS = new Set<Language>(['javascript', 'typescript', 'python', 'shell']);
/** Where a Windows program says at which byte its real header begins. */
const PE_HEADER_AT = 0x3c;
const MAX_PE_HEADER = 4_096;
/** What only bytes are; a text with such a name is a text. */
const OF_BYTES = new Set<Language>(['native', 'wasm', 'binary']);
const SHEBANGS: readonly (readonly [RegExp, Language])[] = [
  [/\b(?:tsx|ts-node|deno)\b/, 'typescript'],
  [/\b(?:node|nodejs|bun|zx)\b/, 'javascript'],
  [/\bpython[\d.]*\b|\buv\b/, 'python'],
  [/\b(?:ba|z|da|k|a|fi)?sh\b|\bpwsh\b/, 'shell'],
];
/** Mach-O, thin and fat, both byte orders; the fat one is a Java class as well, whose version is never below 45. */
const MACH_O = new Set(['feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'bebafeca']);

/**
 * What a file is read as, told by its first bytes where they say it, then by its name, then by its shebang.
 *
 * Bytes win: a program of a machine is one under any name. What holds NUL bytes and is no UTF-16 is binary, but for what is called a
 * script: Node runs a file with a NUL in a comment, so it is read.
 */
export function languageOf(path: string, firstBytes: Buffer): Language {
  const start = firstBytes.subarray(0, FIRST_BYTES);
  const program = programOf(start);
  if (program !== null) return program;
  const named = namedLanguage(path.slice(path.lastIndexOf('/') + 1).toLowerCase());
  if (isBinary(start) && !(named !== null && SCRIPTS.has(named))) {
    return named !== null && OF_BYTES.has(named) ? named : 'binary';
  }
  return named !== null && !OF_BYTES.has(named) ? named : (shebangLanguage(start) ?? 'text');
}

function namedLanguage(name: string): Language | null {
  const dot = name.lastIndexOf('.');
  return BY_NAME.get(name) ?? (dot < 0 ? null : (BY_EXTENSION.get(name.slice(dot + 1)) ?? null));
}

/** Whether bytes are a program of a machine: ELF, PE, Mach-O, an archive of objects, WebAssembly. */
function programOf(start: Buffer): 'native' | 'wasm' | null {
  const magic = start.toString('hex', 0, 4);
  if (magic === '0061736d') return 'wasm';
  if (magic === '7f454c46' || MACH_O.has(magic)) return 'native';
  if (magic === 'cafebabe') return start.length >= 8 && start.readUInt32BE(4) < 45 ? 'native' : null;
  if (start.toString('latin1', 0, 8) === '!<arch>\n') return 'native';
  return isPortableExecutable(start) ? 'native' : null;
}

/** `MZ` alone begins texts as well; the header says where the rest begins, within the first pages. */
function isPortableExecutable(start: Buffer): boolean {
  if (start.length < 64 || start.toString('latin1', 0, 2) !== 'MZ') return false;
  const header = start.readUInt32LE(PE_HEADER_AT);
  if (header < 64 || header > MAX_PE_HEADER) return false;
  return header + 4 > start.length || start.toString('latin1', header, header + 4) === 'PE\0\0';
}

function isBinary(start: Buffer): boolean {
  const isWide = start.length >= 2 && ['fffe', 'feff'].includes(start.toString('hex', 0, 2));
  return !isWide && start.includes(0);
}

function shebangLanguage(start: Buffer): Language | null {
  const text = start.toString('utf8', 0, 200).replace(/^\uFEFF/, '');
  if (!text.startsWith('#!')) return null;
  const [line = ''] = text.split(/[\r\n]/, 1);
  return SHEBANGS.find(([pattern]) => pattern.test(line))?.[1] ?? null;
}

function listed(language: Language, names: string): readonly (readonly [string, Language])[] {
  return names.split(' ').map((name) => [name, language] as const);
}
