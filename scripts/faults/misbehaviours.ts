import type { Misbehaviour, Rule } from '../../test/registries/misbehave.ts';
import { between, type Chance, pick, type Some } from '../population/random.ts';
import { type Campaign, capture, counting, type Counting, type Field, newHome, remove } from './campaign.ts';

/** Over with the next request or two, so that nothing may be lost. */
const PASSING: Readonly<Record<string, Misbehaviour>> = {
  '429 with Retry-After': { kind: 'status', status: 429, headers: { 'retry-after': '0' } },
  '500': { kind: 'status', status: 500 },
  '503': { kind: 'status', status: 503 },
  'reset connection': { kind: 'reset' },
  'wrong length, too long': { kind: 'wrong-length', byBytes: 50 },
  'slow drip': { kind: 'slow-drip', chunkBytes: 4_096, everyMs: 1 },
};

/** For good: what it costs has to be said. */
const LASTING: Readonly<Record<string, Misbehaviour>> = {
  '401': { kind: 'status', status: 401 },
  '403': { kind: 'status', status: 403 },
  '404': { kind: 'status', status: 404 },
  '410': { kind: 'status', status: 410 },
  '500': { kind: 'status', status: 500 },
  'HTML with 200': { kind: 'html' },
  'truncated JSON': { kind: 'truncated-json' },
  'repeated cursor': { kind: 'repeated-cursor' },
  'empty page': { kind: 'empty-page' },
  'lying total': { kind: 'lying-total', total: 1_000_000 },
  'redirect to itself': { kind: 'redirect', to: null },
  'redirect to elsewhere': { kind: 'redirect', to: 'https://elsewhere.invalid/' },
  'wrong length, too short': { kind: 'wrong-length', byBytes: -20 },
  'endless body': { kind: 'huge-body', bytes: 40_000_000 },
  'gzip bomb': { kind: 'gzip-bomb', bytes: 400_000_000 },
};

const HOSTS = ['official', 'glama', 'smithery', 'mcp-so', 'pulsemcp', 'npm', 'pypi'] as const;
/** Where digests tell of it; in a listing only transport security would. */
const ARCHIVES = /\/npm\/.*\.tgz$/;

/** Every misbehaviour of every host in turn; in the short form each once, at hosts that take turns. */
export const misbehaviours: Campaign = async (field) => {
  const passing = counting('misbehaviour that passes, each host in turn', field.undisturbed);
  const lasting = counting('misbehaviour that lasts, each host in turn', field.undisturbed);
  const passed = field.long ? everywhere(PASSING) : takingTurns(PASSING, field.chance('passing')).slice(0, 2);
  for (const { host, name, does } of passed) {
    await spoilt(field, passing, {
      label: `${name} at ${host}:`,
      rules: [{ url: `/${host}/`, after: 1, times: 2, does }],
    });
  }
  const lasted = field.long ? everywhere(LASTING) : takingTurns(LASTING, field.chance('lasting')).slice(0, 3);
  for (const { host, name, does } of lasted) {
    await spoilt(field, lasting, { label: `${name} at ${host}:`, rules: [{ url: `/${host}/`, after: 1, does }] });
  }
  const bits = counting('flipped bit in an archive', field.undisturbed);
  await spoilt(field, bits, { label: 'flipped bit:', rules: [{ url: ARCHIVES, does: { kind: 'flipped-bit' } }] });
  return [passing.outcome(passed.length), lasting.outcome(lasted.length), bits.outcome(1), await mixed(field)];
};

/** Several at once, each on a share of the requests of any host. */
async function mixed(field: Field) {
  const counted = counting('misbehaviours mixed, on a share of all requests', field.undisturbed);
  const chance = field.chance('mixed');
  const rounds = field.long ? 30 : 1;
  for (let round = 0; round < rounds; round += 1) {
    const count = between(chance, 2, 5);
    const rules = Array.from({ length: count }, () => drawn(chance));
    await spoilt(field, counted, { label: `mixed, round ${round}:`, rules });
  }
  return counted.outcome(rounds);
}

function drawn(chance: Chance): Rule {
  const all = [...Object.values(PASSING), ...Object.values(LASTING)];
  const host = pick(chance, HOSTS);
  const does = all[Math.floor(chance() * all.length)] ?? ({ kind: 'reset' } as const);
  return { url: `/${host}/`, chance: { share: 0.05 + chance() * 0.3, seed: between(chance, 1, 1_000_000) }, does };
}

async function spoilt(
  { registries }: Field,
  counted: Counting,
  { label, rules }: { readonly label: string; readonly rules: readonly Rule[] },
): Promise<void> {
  const withdraw = rules.map((rule) => registries.misbehave(rule));
  const home = newHome();
  try {
    counted.ended(await capture(registries, home), home, { label });
  } finally {
    for (const each of withdraw) each();
    remove(home);
  }
}

interface Turn {
  readonly host: string;
  readonly name: string;
  readonly does: Misbehaviour;
}

function everywhere(faults: Readonly<Record<string, Misbehaviour>>): readonly Turn[] {
  return HOSTS.flatMap((host) => Object.entries(faults).map(([name, does]) => ({ host, name, does })));
}

/** Each once, in a drawn order. */
function takingTurns(faults: Readonly<Record<string, Misbehaviour>>, chance: Chance): readonly Turn[] {
  const hosts: Some<string> = HOSTS;
  return Object.entries(faults)
    .map(([name, does]) => ({ turn: { host: pick(chance, hosts), name, does }, order: chance() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ turn }) => turn);
}
