import { argumentsOf } from './calls.ts';
import { DECODING, NO_WAYS, ways, type Ways } from './constants.ts';
import { DECODERS, UNREAD } from './decoders.ts';
import { FIELD, KIND } from './grammar.ts';
import { lookup, lookupMember } from './lookup.ts';
import type { PythonFile } from './python-file.ts';
import { afterOf, childIn, identifierOf, kindOf, sourceOf } from './tree.ts';

/** Where a value comes from, as far as the file says, though the value itself is not known. */
export interface Origin {
  /** Decoding it went through. */
  readonly ways: Ways;
  /** What it was read from: a response, a socket, a file. */
  readonly from: 'network' | 'file' | 'environment' | null;
}

/** What an expression was made by, through variables and small functions of the file. Looks at the first few hundred nodes. */
export function originOf(file: PythonFile, node: number): Origin {
  const seen = new Set<number>();
  const queue = [node];
  let set = NO_WAYS;
  let from: Origin['from'] = null;
  for (let steps = 0; steps < MAX_EXPRESSIONS && queue.length > 0; steps += 1) {
    const start = queue.shift() ?? node;
    if (seen.has(start)) continue;
    seen.add(start);
    const end = Math.min(afterOf(file.tree, start), start + MAX_NODES);
    for (let at = start; at < end; at += 1) {
      const kind = kindOf(file.tree, at);
      if (kind === KIND.call) {
        const path = calleeOf(file, at);
        set |= decodingOf(file, path, at);
        from ??= sourceIn(path);
      } else if (kind === KIND.subscript) set |= isBackwards(file, at) ? ways('reversed') : NO_WAYS;
      if (kind === KIND.identifier || kind === KIND.attribute) queue.push(...behind(file, at, kind));
    }
  }
  // Lists are turned around everywhere; texts that are decoded besides are not.
  const isOrdinary = (set & DECODING) === ways('reversed');
  return { ways: isOrdinary ? NO_WAYS : set & DECODING, from };
}

function calleeOf(file: PythonFile, call: number): string {
  const callee = childIn(file.tree, call, FIELD.function);
  return callee === null ? '' : (file.nameOf(callee)?.path ?? '');
}

function decodingOf(file: PythonFile, path: string, call: number): Ways {
  const unread = UNREAD.get(path);
  if (unread !== undefined) return ways(unread);
  if (DECODERS.has(path)) return waysOfDecoder(path);
  if (path === 'chr' || path === 'bytes.maketrans') return ways('char-codes');
  if (path === 'codecs.decode' || path === 'codecs.encode') return waysOfCodec(file, call);
  return CIPHERS.test(path) ? ways('cipher') : NO_WAYS;
}

function waysOfDecoder(path: string): Ways {
  if (path.includes('32')) return ways('base32');
  if (path.includes('85')) return ways('base85');
  if (/hex|b16/.test(path)) return ways('hex');
  if (/^(?:zlib|gzip)/.test(path)) return ways('compression');
  return path.startsWith('urllib') ? NO_WAYS : ways('base64');
}

function waysOfCodec(file: PythonFile, call: number): Ways {
  const [, encoding] = argumentsOf(file.tree, call).positional;
  const name = encoding === undefined ? '' : sourceOf(file.tree, encoding).toLowerCase();
  if (/rot.?13/.test(name)) return ways('rot13');
  if (name.includes('hex')) return ways('hex');
  if (name.includes('base64')) return ways('base64');
  return /zip|zlib|bz2/.test(name) ? ways('compression') : NO_WAYS;
}

function sourceIn(path: string): Origin['from'] {
  if (NETWORK.test(path)) return 'network';
  if (path === 'os.getenv' || path === 'os.environ.get') return 'environment';
  return FILES.test(path) ? 'file' : null;
}

/** The expressions that a name got its value from. */
function behind(file: PythonFile, node: number, kind: number): readonly number[] {
  const found = kind === KIND.identifier ? lookup(file, identifierOf(file.tree, node), node) : lookupMember(file, node);
  if (found === null) return [];
  const { binding } = found;
  if (binding.is === 'function') {
    const body = childIn(file.tree, binding.node, FIELD.body);
    return body === null ? [] : [body];
  }
  if (binding.is === 'parameter') {
    const given = file.onlyArgument(binding) ?? binding.node;
    return given === null ? [] : [given];
  }
  const isMade =
    binding.is === 'value' || binding.is === 'added' || binding.is === 'entered' || binding.is === 'member-of';
  return isMade ? [binding.node] : [];
}

function isBackwards(file: PythonFile, subscript: number): boolean {
  const key = childIn(file.tree, subscript, FIELD.subscript);
  return key !== null && kindOf(file.tree, key) === KIND.slice && /^\s*:\s*:\s*-\s*1$/.test(sourceOf(file.tree, key));
}

const MAX_EXPRESSIONS = 40;
const MAX_NODES = 400;
const CIPHERS = /^(?:cryptography\.fernet\.Fernet|Cryptodome|Crypto)\b.{0,80}\.decrypt$/;
const NETWORK = /^(?:requests|httpx|aiohttp|urllib(?:\.request|3)?|http\.client|socket|websockets?)\.(?!parse)/;
const FILES = /^(?:open(?:\(\)\.read)?|io\.open|codecs\.open|pathlib\.Path\(\)\.(?:read_text|read_bytes))(?:\(\))?$/;
