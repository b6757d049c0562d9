/** Declared inputs: environment variables, headers, arguments, with the field presence of real records. */
import type { Json } from '../../src/model/place.ts';
import { things } from './descriptions.ts';
import { SECRET_UNMARKED, VARIABLES } from './figures.ts';
import { capital } from './names.ts';
import { between, happens, pick, weighted, type Chance, type Some, type Weighted } from './random.ts';

interface Variable {
  readonly suffix: string;
  readonly is: 'secret' | 'text' | 'number' | 'boolean' | 'filepath';
}

const SUFFIXES: Weighted<Variable> = [
  [{ suffix: 'API_KEY', is: 'secret' }, 200],
  [{ suffix: 'TOKEN', is: 'secret' }, 60],
  [{ suffix: 'ACCESS_TOKEN', is: 'secret' }, 30],
  [{ suffix: 'PASSWORD', is: 'secret' }, 40],
  [{ suffix: 'CLIENT_SECRET', is: 'secret' }, 26],
  [{ suffix: 'BASE_URL', is: 'text' }, 60],
  [{ suffix: 'URL', is: 'text' }, 30],
  [{ suffix: 'CLIENT_ID', is: 'text' }, 57],
  [{ suffix: 'DATA_PATH', is: 'filepath' }, 47],
  [{ suffix: 'PORT', is: 'number' }, 40],
  [{ suffix: 'HOST', is: 'text' }, 39],
  [{ suffix: 'USERNAME', is: 'text' }, 35],
  [{ suffix: 'LOG_LEVEL', is: 'text' }, 32],
  [{ suffix: 'TOOLS', is: 'text' }, 25],
  [{ suffix: 'MODE', is: 'text' }, 22],
  [{ suffix: 'TRANSPORT', is: 'text' }, 22],
  [{ suffix: 'TIMEOUT_MS', is: 'number' }, 21],
  [{ suffix: 'CACHE_TTL', is: 'number' }, 13],
  [{ suffix: 'PROVIDER', is: 'text' }, 12],
  [{ suffix: 'ENABLED', is: 'boolean' }, 15],
  [{ suffix: 'REGION', is: 'text' }, 8],
  [{ suffix: 'DEBUG', is: 'boolean' }, 8],
];

export function variables(chance: Chance, subject: string): readonly Json[] {
  const names = new Set<string>();
  const list: Json[] = [];
  for (let left = weighted(chance, VARIABLES); left > 0; left -= 1) {
    const made = weighted(chance, SUFFIXES);
    const name = `${prefix(subject)}_${names.size > 8 ? `${between(chance, 2, 60)}_` : ''}${made.suffix}`;
    if (names.has(name)) continue;
    names.add(name);
    list.push(variable(chance, name, made.is));
  }
  return list;
}

export function prefix(subject: string): string {
  return subject.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_');
}

export function variable(chance: Chance, name: string, is: Variable['is']): Json {
  const secret = is === 'secret' && !happens(chance, SECRET_UNMARKED);
  const format = is === 'secret' || is === 'text' ? 'string' : is;
  return {
    ...(happens(chance, 0.994)
      ? { description: `${capital(things(chance))}: ${name.toLowerCase().replaceAll('_', ' ')}` }
      : {}),
    ...(happens(chance, is === 'secret' ? 0.5 : 0.1) ? { isRequired: true } : {}),
    ...(happens(chance, 0.875) ? { format } : {}),
    ...(secret ? { isSecret: true } : {}),
    ...(is !== 'secret' && happens(chance, 0.38) ? { default: defaultOf(chance, is) } : {}),
    ...(is === 'text' && happens(chance, 0.07) ? { choices: ['stdio', 'http'] } : {}),
    ...(is === 'secret' && happens(chance, 0.05) ? { placeholder: 'YOUR_API_KEY' } : {}),
    ...(happens(chance, 0.014) ? { value: 'harbour' } : {}),
    name,
  };
}

function defaultOf(chance: Chance, is: Variable['is']): string {
  if (is === 'number') return String(pick(chance, [3000, 8080, 8000, 30, 60, 5000]));
  if (is === 'boolean') return pick(chance, ['true', 'false']);
  return is === 'filepath' ? './data' : pick(chance, ['info', 'stdio', 'default', 'auto']);
}

const HEADER_NAMES: Weighted<string> = [
  ['Authorization', 264],
  ['Authentication', 20],
  ['X-API-Key', 30],
  ['x-api-key', 16],
  ['X-api-key', 4],
  ['ApiKey', 4],
  ['ApiSecret', 2],
  ['X-Toolsets', 4],
];

export function header(chance: Chance, subject: string): Json {
  const name = weighted(chance, HEADER_NAMES);
  const slot = `${subject.toLowerCase().replaceAll(/[^a-z0-9]/g, '_')}_api_key`;
  return {
    description: `${name === 'Authorization' ? 'Bearer token' : 'Key'} for ${things(chance)}`,
    ...(happens(chance, 0.46) ? { isRequired: true } : {}),
    ...(happens(chance, 0.6) ? { isSecret: true } : {}),
    ...(name === 'Authorization' && happens(chance, 0.8) ? { value: `Bearer {${slot}}` } : {}),
    name,
  };
}

const RUNTIME: Some<readonly Json[]> = [
  [{ type: 'positional', value: '-y' }],
  [
    { type: 'positional', value: 'run' },
    { type: 'named', name: '--rm' },
    { type: 'positional', value: '-i' },
  ],
  [{ type: 'named', name: '--project-ref', isRequired: true }],
];

export function runtimeArguments(chance: Chance): readonly Json[] {
  return happens(chance, 0.061) ? pick(chance, RUNTIME) : [];
}

const PROGRAM: Some<Json> = [
  { type: 'positional', value: 'run' },
  { type: 'positional', value: 'mcp' },
  { type: 'positional', value: 'start' },
  { type: 'named', name: '--port', default: '8080', format: 'number' },
  { type: 'named', name: '--transport', value: 'stdio' },
  { type: 'named', name: '--host', default: '127.0.0.1' },
  { type: 'named', name: '--read-only' },
  { type: '', name: '--output-dir' },
  { type: 'named', name: '--allowed-directories', isRepeated: true, format: 'filepath' },
];

export function packageArguments(chance: Chance): readonly Json[] {
  if (!happens(chance, 0.122)) return [];
  return Array.from({ length: between(chance, 1, 4) }, () => pick(chance, PROGRAM));
}

export function programArgument(chance: Chance): Json {
  return pick(chance, PROGRAM);
}
