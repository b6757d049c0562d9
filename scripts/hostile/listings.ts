import { hash } from 'node:crypto';
import type { Get } from '../../src/fetch/port.ts';
import { registries } from '../../src/registries/index.ts';
import type { Registry } from '../../src/registries/port.ts';
import { jsonBodies } from './json-texts.ts';
import { must, type Trial } from './trial.ts';

const MOST_ROWS = 200_000;

/** Every body as every registry's answer: rows are read, refused or the listing ends with a reason; nothing throws. */
export function listingTrials(): readonly Trial[] {
  return registries.flatMap((registry) =>
    jsonBodies().map(([name, body]) => ({ name: `${registry.id}, ${name}`, run: () => ledTo(registry, body) })),
  );
}

async function ledTo(registry: Registry, body: Buffer): Promise<string> {
  const baseUrl = 'https://registry.harbour.invalid';
  let asked = 0;
  const get: Get = async (url) => {
    asked += 1;
    must(url.startsWith(`${baseUrl}/`), `asked for ${url.slice(0, 100)}`);
    must(asked < 10_000, 'asks without end');
    return {
      status: 200,
      body,
      resource: { uri: url, sha256: hash('sha256', body), retrievedAt: '2026-06-29T00:00:00Z' },
    };
  };
  const options = {
    baseUrl,
    keyed: true,
    queries: ['stripe'],
    updatedSince: null,
    details: true,
    versions: 'all',
  } as const;
  const rows = registry.list(get, options);
  let read = 0;
  let refused = 0;
  for (;;) {
    const { done, value } = await rows.next();
    if (done === true) {
      must(!Object.hasOwn(Object.prototype, 'polluted'), 'Object.prototype is changed');
      if (value.enumeration.ended === 'failed') return `listing ended: ${reasonOf(value.enumeration.reason)}`;
      if (refused > 0) return read > 0 ? 'rows read and refused' : 'rows refused and counted';
      return read > 0 ? 'rows read' : 'no rows';
    }
    if (value.kind === 'refused') refused += 1;
    else {
      registry.read(value.stored);
      read += 1;
    }
    must(read + refused <= MOST_ROWS, 'rows without end');
  }
}

/** What a reason says before it quotes. */
function reasonOf(reason: string): string {
  return (
    reason
      .replaceAll(/\d+/g, 'N')
      .split(/ that start with |: Invalid input|: empty/, 1)[0]
      ?.replace(/: \/.*$/, '') ?? ''
  );
}
