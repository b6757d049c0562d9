import { maskedArgs } from './masked-args.ts';
import { imageOf } from './resolve-image.ts';
import { nodeRun } from './resolve-node.ts';
import { pythonRun } from './resolve-python.ts';
import { behindProxy } from './resolve-proxy.ts';
import type { Resolution } from './resolution.ts';
import { unwrapped } from './unwrap.ts';
import { programOf, type Words } from './words.ts';

/**
 * What a server's settings start or call: the package and its version, an address, a path; unknown with a reason where they do not
 * say. Nothing is looked up. Never throws.
 */
export function resolve({ command, args, url }: Words & { readonly url: string | null }): Resolution {
  if (command === '') {
    return url === null ? unknown('it names neither a command nor an address') : { kind: 'remote', url, through: null };
  }
  const words = unwrapped({ command, args });
  if (words === null) return unknown('a shell runs more than one command');
  const resolution = started(words);
  return resolution.kind === 'package'
    ? (behindProxy(resolution, argsAfterPackage(words, resolution.name)) ?? resolution)
    : resolution;
}

function started(words: Words): Resolution {
  const program = programOf(words.command);
  return (
    nodeRun(program, words.args) ??
    pythonRun(program, words.args) ??
    imageOf(program, words.args) ??
    byPath(words.command)
  );
}

function byPath(command: string): Resolution {
  const shown = maskedArgs([command])[0]?.shown ?? '';
  return /^[~.]|[/\\]/.test(command) ? { kind: 'local', path: shown } : { kind: 'installed', program: shown };
}

/** What the package itself is given: all that follows the word that names it. */
function argsAfterPackage({ args }: Words, name: string): readonly string[] {
  const at = args.findIndex(
    (arg) => arg === name || arg.startsWith(`${name}@`) || arg.startsWith(`${name}=`) || arg.startsWith(`npm:${name}`),
  );
  return at < 0 ? args : args.slice(at + 1);
}

function unknown(reason: string): Resolution {
  return { kind: 'unknown', reason };
}
