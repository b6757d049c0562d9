// As much of DER as a certificate needs: https://www.itu.int/rec/T-REC-X.690.

export function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const octets = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...octets]), content]);
}

export const sequence = (...members: readonly Buffer[]) => der(0x30, ...members);
export const set = (...members: readonly Buffer[]) => der(0x31, ...members);
export const integer = (value: number) => der(0x02, Buffer.from([value]));
export const truth = der(0x01, Buffer.from([0xff]));
export const octets = (...contents: readonly Buffer[]) => der(0x04, ...contents);
export const utf8 = (text: string) => der(0x0c, Buffer.from(text));
/** All bits used. */
export const bits = (content: Buffer) => der(0x03, Buffer.from([0]), content);
export const time = (date: Date) => der(0x18, Buffer.from(date.toISOString().replace(/[-:T]|\.\d+/g, '')));

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...arcs] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...arcs.flatMap(base128)]));
}

function base128(arc: number): number[] {
  const digits = [arc & 0x7f];
  for (let rest = arc >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}
