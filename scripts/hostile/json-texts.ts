/** Bodies that a registry may answer with 200, by the ways in which JSON parsers are known to differ or to break. */
export function jsonBodies(): readonly (readonly [string, Buffer])[] {
  return [...texts().map(([name, text]) => [name, Buffer.from(text)] as const), ...bytes()];
}

/** A page of the official registry with one row, of which `server` is written as given. */
function page(server: string, metadata = '{"count":1}'): string {
  return `{"servers":[{"server":${server},"_meta":{}}],"metadata":${metadata}}`;
}

const SERVER = '{"name":"io.github.tidewater/ferry","version":"1.0.0","description":"ferry times"}';

function named(written: string): string {
  return page(`{"name":${written},"version":"1.0.0","description":"ferry times"}`);
}

function described(written: string): string {
  return page(`{"name":"io.github.tidewater/ferry","version":"1.0.0","description":${written}}`);
}

function texts(): readonly (readonly [string, string])[] {
  const numbers = [
    '1e400',
    '-1e400',
    '1e-400',
    '0.1e+400000',
    '123456789012345678901234567890',
    '-0',
    '1E1',
    '0x1',
    '01',
    '+1',
    '.5',
    '5.',
    '1e',
    '--1',
    'NaN',
    'Infinity',
    '1_000',
  ];
  const literals = ['True', 'nul', 'undefined', 'tru', 'null', 'false', '[]', '{}', "'ferry'", '`ferry`', 'ferry'];
  const strings = [
    '"\\ud800"',
    '"\\udc00\\ud800"',
    '"\\u0000"',
    '"\\uFFFE"',
    '"\\u202e"',
    '"\\x41"',
    '"\\a"',
    '"\\u12"',
    '"\\"',
    '"tab\tinside"',
    '"line\ninside"',
    '"nul\u0000inside"',
    '"\\/"',
    '"\u2028\u2029"',
    '"\u007f"',
    `"${'\\u0061'.repeat(10_000)}"`,
    '""',
    '" "',
    '"\ufeff"',
    '"unended',
  ];
  return [
    ['as it should be', page(SERVER)],
    ...numbers.flatMap((number): [string, string][] => [
      [`a number for a name: ${number}`, named(number)],
      [`a number for a total: ${number}`, page(SERVER, `{"count":${number}}`)],
    ]),
    ...literals.flatMap((literal): [string, string][] => [
      [`${literal} for a name`, named(literal)],
      [`${literal} for a description`, described(literal)],
      [`${literal} for a row`, `{"servers":[${literal}],"metadata":{}}`],
      [`${literal} for all rows`, `{"servers":${literal},"metadata":{}}`],
      [`${literal} for the page`, literal],
      [`${literal} for a cursor`, page(SERVER, `{"nextCursor":${literal}}`)],
    ]),
    ...strings.flatMap((string): [string, string][] => [
      [`${string.slice(0, 20)} for a name`, named(string)],
      [`${string.slice(0, 20)} for a description`, described(string)],
    ]),
    ['nothing', ''],
    ['a blank', ' '],
    ['a byte order mark', `\ufeff${page(SERVER)}`],
    ['a byte order mark alone', '\ufeff'],
    ['two byte order marks', `\ufeff\ufeff${page(SERVER)}`],
    ['blanks of all kinds in front', `\t\n\r ${page(SERVER)}`],
    ['a no-break space in front', `\u00a0${page(SERVER)}`],
    ['a form feed in front', `\f${page(SERVER)}`],
    ['garbage behind', `${page(SERVER)}#`],
    ['another value behind', `${page(SERVER)}{}`],
    ['a comma behind', `${page(SERVER)},`],
    ['a nul behind', `${page(SERVER)}\u0000`],
    ['a comment', `/* ferry */${page(SERVER)}`],
    ['a line comment', `// ferry\n${page(SERVER)}`],
    ['a trailing comma in the list', `{"servers":[{"server":${SERVER},"_meta":{}},],"metadata":{}}`],
    ['a trailing comma in the object', `{"servers":[],"metadata":{},}`],
    ['no commas', `{"servers":[] "metadata":{}}`],
    ['no quotes', '{servers:[]}'],
    ['single quotes', "{'servers':[]}"],
    ['a colon too many', '{"servers"::[]}'],
    ['not closed', page(SERVER).slice(0, -1)],
    ['closed twice', `${page(SERVER)}}`],
    ['closed by the other bracket', '{"servers":[}'],
    ['a key twice, the last one empty', `{"servers":[{"server":${SERVER},"_meta":{}}],"servers":[],"metadata":{}}`],
    [
      'a name twice',
      page('{"name":"io.github.tidewater/ferry","name":"io.github.lantern/ferry","version":"1","description":"d"}'),
    ],
    [
      'a key that differs by an escape',
      page(
        '{"name":"io.github.tidewater/ferry","n\\u0061me":"io.github.lantern/ferry","version":"1","description":"d"}',
      ),
    ],
    ['an empty key', page('{"":1,"name":"io.github.tidewater/ferry","version":"1","description":"d"}')],
    [
      'a key of a megabyte',
      page(`{"${'k'.repeat(1_000_000)}":1,"name":"io.github.tidewater/ferry","version":"1","description":"d"}`),
    ],
    ['a name of a megabyte', named(`"io.github.tidewater/${'n'.repeat(1_000_000)}"`)],
    ['a hundred thousand keys', page(`{${Array.from({ length: 100_000 }, (_, key) => `"k${key}":0`).join(',')}}`)],
    ['a hundred thousand empty rows', `{"servers":[${'{},'.repeat(99_999)}{}],"metadata":{}}`],
    [
      'own keys of objects',
      page(
        '{"name":"io.github.tidewater/ferry","version":"1","description":"d","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":1,"hasOwnProperty":1}',
      ),
    ],
    ['toJSON', page('{"name":"io.github.tidewater/ferry","version":"1","description":"d","toJSON":"ferry"}')],
    ...[10, 100, 1_000, 10_000, 100_000, 1_000_000].flatMap((levels): [string, string][] => [
      [`${levels} lists in each other`, described('['.repeat(levels) + ']'.repeat(levels))],
      [`${levels} objects in each other`, described('{"a":'.repeat(levels) + '1' + '}'.repeat(levels))],
      [`${levels} lists that are not closed`, '['.repeat(levels)],
      [`${levels} objects that are not closed`, '{"a":'.repeat(levels)],
    ]),
  ];
}

function bytes(): readonly (readonly [string, Buffer])[] {
  return [
    ['a lone continuation byte', around([0x80])],
    ['a byte that is in no UTF-8', around([0xff])],
    ['an overlong slash', around([0xc0, 0xaf])],
    ['an overlong nul', around([0xe0, 0x80, 0x80])],
    ['a surrogate in UTF-8', around([0xed, 0xa0, 0x80])],
    ['a character that is cut', around([0xe2, 0x82])],
    ['a code point above the last', around([0xf4, 0x90, 0x80, 0x80])],
    ['Latin-1', around([0xe9, 0xe8])],
    ['UTF-16, little end first', Buffer.from(`\ufeff${page(SERVER)}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${page(SERVER)}`, 'utf16le').swap16()],
    ['UTF-16 without its mark', Buffer.from(page(SERVER), 'utf16le')],
    ['nul bytes', Buffer.alloc(1_000)],
    ['all bytes', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
  ];
}

/** A description with these bytes in it. */
function around(inside: readonly number[]): Buffer {
  const [before = '', after = ''] = described('"@"').split('@');
  return Buffer.concat([Buffer.from(before), Buffer.from(inside), Buffer.from(after)]);
}
