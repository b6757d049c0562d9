/**
 * Ten megabytes of what an obfuscator writes: rotated tables of encoded words, functions that look them up, names in hex.
 *
 * The same bytes every time; the words are of the harbour, and nothing in it does more than look words up.
 */
export function obfuscatedBlob(): Buffer {
  const next = numbers(0x5a17f06);
  const parts: string[] = [table(next)];
  let characters = parts[0]?.length ?? 0;
  while (characters < TARGET_CHARACTERS) {
    const part = lookups(next);
    parts.push(part);
    characters += part.length;
  }
  return Buffer.from(parts.join(''));
}

/** A string table with its rotation, small enough to be part of a file. */
export function obfuscatedTable(seed: number): string {
  return table(numbers(seed));
}

const TARGET_CHARACTERS = 10_100_000;
const WORDS = 'tide berth quay lantern ferry anchor buoy pilot harbour chart gannet mooring'.split(' ');

type Next = () => number;

/** xorshift32. */
function numbers(seed: number): Next {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

function name(next: Next): string {
  return `_0x${(next() & 0xffffff).toString(16).padStart(6, '0')}`;
}

function hex(next: Next): string {
  return `0x${(next() & 0xfff).toString(16)}`;
}

function table(next: Next): string {
  const words = Array.from({ length: 240 }, () => {
    const text = `${WORDS[next() % WORDS.length]}${next() % 1000}`;
    return `'${Buffer.from(text).toString('base64').replace(/=+$/, '')}'`;
  });
  const [own, offset] = [name(next), hex(next)];
  return (
    `function a0_0x4f2c(){const ${own}=[${words.join(',')}];a0_0x4f2c=function(){return ${own};};return a0_0x4f2c();}` +
    `(function(_0x1c33a1,_0x27f0d4){const _0x3b1a55=_0x1c33a1();while(!![]){try{const _0x52c8e0=-parseInt('1')/0x1;` +
    `if(_0x52c8e0===_0x27f0d4)break;else _0x3b1a55['push'](_0x3b1a55['shift']());}catch(_0x6d11f9){_0x3b1a55['push'](_0x3b1a55['shift']());}}}(a0_0x4f2c,-0x1));` +
    `function a0_0x19be(_0x33ad10,_0x18f0c2){const _0x5d0e7b=a0_0x4f2c();return a0_0x19be=function(_0x22c1aa,_0x4be901){_0x22c1aa=_0x22c1aa-${offset};` +
    `let _0x3f77d2=_0x5d0e7b[_0x22c1aa];return _0x3f77d2;},a0_0x19be(_0x33ad10,_0x18f0c2);}`
  );
}

function lookups(next: Next): string {
  const [made, first, second, local, other] = [name(next), name(next), name(next), name(next), name(next)];
  return (
    `function ${made}(${first},${second}){const ${local}=a0_0x19be(${first}-${hex(next)},${hex(next)}),${other}={};` +
    `${other}['\\x6b\\x65\\x79']=${local}+'\\x${(0x61 + (next() % 26)).toString(16)}',${other}[a0_0x19be(${hex(next)})]=${hex(next)}+-${hex(next)}*${hex(next)};` +
    `return ${other}[${local}]||${second}^${hex(next)};}\n`
  );
}
