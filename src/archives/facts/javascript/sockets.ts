import { type Context, alternatives, type Where } from './context.ts';
import type { Folded } from './evaluate.ts';
import type { AnyCall, Site } from './surveyed.ts';
import { isEntries, partlyKnown, type Value } from './values.ts';

/** Callees that open a connection, to where their port stands among the arguments; the host stands after it. */
const CONNECTIONS: ReadonlyMap<string, 'first' | 'after-message' | 'options'> = new Map<
  string,
  'first' | 'after-message' | 'options'
>([
  ['net.connect', 'first'],
  ['net.createConnection', 'first'],
  ['net.Socket().connect', 'first'],
  ['net.Stream().connect', 'first'],
  ['tls.connect', 'first'],
  ['tls.TLSSocket().connect', 'first'],
  ['dgram.createSocket().connect', 'first'],
  ['dgram.createSocket().send', 'after-message'],
  ['dgram.Socket().send', 'after-message'],
  ['Bun.connect', 'options'],
  ['Deno.connect', 'options'],
  ['Deno.connectTls', 'options'],
  ['nodemailer.createTransport', 'options'],
  ['ssh2.Client().connect', 'options'],
]);

/** Tells of a call that opens a raw connection; false where it is none. */
export function socketFacts(context: Context, site: Site<AnyCall>, meaning: string): boolean {
  const form = CONNECTIONS.get(meaning);
  if (form === undefined) return false;
  const given = site.node.arguments;
  const [first] = given;
  const told =
    first === undefined
      ? null
      : endpointOf(
          context,
          given.map((node) => ({ node, scope: site.scope })),
          form,
        );
  if (told !== null)
    for (const node of given)
      if (node.type !== 'ArrowFunctionExpression' && node.type !== 'FunctionExpression') context.consume(node);
  context.tell(
    { kind: 'socket', value: told?.value ?? '', by: meaning, ...(told === null ? {} : { from: told.from }) },
    site,
  );
  return true;
}

interface Endpoint {
  readonly value: string;
  readonly from: Folded;
}

function endpointOf(
  { reader }: Context,
  given: readonly Where[],
  form: 'first' | 'after-message' | 'options',
): Endpoint | null {
  const [first] = given;
  if (first === undefined) return null;
  if (form === 'after-message') {
    // send(message, port, host) or send(message, offset, length, port, host)
    const at = given.slice(1).findLastIndex(({ node, scope }) => typeof reader.read(node, scope).value === 'number');
    return at < 0 ? null : endpoint(reader, given[at + 1], given[at + 2]);
  }
  for (const at of alternatives(first)) {
    const folded = reader.read(at.node, at.scope);
    if (!isEntries(folded.value)) continue;
    const { members } = folded.value;
    const value =
      written(members.get('host') ?? members.get('hostname'), members.get('port')) ?? partlyKnown(members.get('path'));
    if (value !== null) return { value, from: folded };
  }
  return form === 'first' ? endpoint(reader, first, given[1]) : null;
}

function endpoint(reader: Context['reader'], port: Where | undefined, host: Where | undefined): Endpoint | null {
  if (port === undefined) return null;
  const from = reader.read(port.node, port.scope);
  const path = typeof from.value === 'string' && !/^\d{1,5}$/.test(from.value) ? partlyKnown(from.value) : null;
  if (path !== null) return { value: path, from };
  const hosts = host === undefined ? null : reader.read(host.node, host.scope);
  const value = written(hosts?.value, from.value);
  return value === null ? null : { value, from: hosts ?? from };
}

/** `host:port`, `*` for what is not constant; null where neither is. */
function written(host: Value, port: Value): string | null {
  const [name, number] = [partlyKnown(host), partlyKnown(port)];
  if (name === null && number === null) return null;
  if (name === null) return `*:${number}`;
  return number === null ? name : `${name}:${number}`;
}
