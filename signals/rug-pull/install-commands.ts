/**
 * What an install command does, as far as its words say; in rising order of what it may do.
 *
 * idle: nothing in an installed package, such as hooks of a working copy. build: compiles native code. unlisted: something
 * that is on no list. runs: hands a file or a text to an interpreter. fetches: brings code from elsewhere or decodes it.
 */
export const COMMAND_KINDS = ['idle', 'build', 'unlisted', 'runs', 'fetches'] as const;
export type CommandKind = (typeof COMMAND_KINDS)[number];

const MAX_CHARACTERS = 4_000;
const SEPARATORS = /&&|\|\||[;|&\n\r]/;
/** What a shell runs inside a command, so that the words outside say nothing. */
const SUBSTITUTION = /\$\(|`|<\(/;
const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/** Tools that do the same whatever the package holds; the words after them are their options. */
const IDLE = new Set(
  'true : exit echo is-ci cd husky husky-install lefthook simple-git-hooks pinst only-allow yorkie'.split(' '),
);
const BUILD = new Set([
  'node-gyp',
  'node-gyp-build',
  'node-gyp-build-optional-packages',
  'node-pre-gyp',
  '@mapbox/node-pre-gyp',
  'prebuild-install',
  'prebuildify',
  'cmake-js',
  'napi-postinstall',
  'patch-package',
]);
const INTERPRETERS =
  /^(?:node|nodejs|bun|deno|tsx|ts-node|python[\d.]*|py|perl|ruby|php|sh|bash|zsh|dash|ksh|fish|cmd|cmd\.exe|pwsh|powershell|powershell\.exe|source|\.|eval|exec|chmod|start|open)$/;
const DOWNLOADERS =
  /^(?:curl|wget|git|pip[\d.]*|pipx|uv|uvx|bunx|dlx|base64|openssl|certutil|bitsadmin|iwr|invoke-webrequest|xxd|nc|ncat)$/;
const PACKAGE_MANAGERS = new Set(['npm', 'pnpm', 'yarn', 'bun', 'corepack']);
const FETCHING_VERBS = new Set(['install', 'i', 'add', 'ci', 'dlx', 'exec', 'x', 'create', 'init', 'update']);
/** Decodes or evaluates a text; or names an address. */
const DECODING = /(?:^|[^\w.])(?:eval|atob|fromcharcode|base64|iex|invoke-expression|https?:\/\/)/i;

/** The most that any part of a command does. */
export function commandKind(command: string): CommandKind {
  const text = command.slice(0, MAX_CHARACTERS);
  if (SUBSTITUTION.test(text) || DECODING.test(text)) return 'fetches';
  return text.split(SEPARATORS).map(partKind).reduce(heavier, 'idle');
}

export function heavier(a: CommandKind, b: CommandKind): CommandKind {
  return COMMAND_KINDS.indexOf(a) >= COMMAND_KINDS.indexOf(b) ? a : b;
}

function partKind(part: string): CommandKind {
  const words = part
    .trim()
    .split(/\s+/)
    .filter((word) => !ASSIGNMENT.test(word));
  const [first = '', second = ''] = words[0] === 'cross-env' ? words.slice(1) : words;
  if (first === '') return 'idle';
  if (first === 'npx') return launched(words.slice(1));
  if (PACKAGE_MANAGERS.has(first) && FETCHING_VERBS.has(second)) return 'fetches';
  return toolKind(first);
}

/** `npx` brings whatever it is asked for, unless that is a tool of the lists. */
function launched(words: readonly string[]): CommandKind {
  const tool = words.find((word) => !word.startsWith('-')) ?? '';
  const kind = toolKind(tool);
  return kind === 'idle' || kind === 'build' ? kind : 'fetches';
}

function toolKind(tool: string): CommandKind {
  if (IDLE.has(tool)) return 'idle';
  if (BUILD.has(tool)) return 'build';
  if (DOWNLOADERS.test(tool)) return 'fetches';
  if (INTERPRETERS.test(tool) || tool.includes('/') || tool.includes('\\')) return 'runs';
  return 'unlisted';
}
