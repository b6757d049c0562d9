import { credentialDestinations, type Destination } from '../evidence/destinations.ts';
import type { Input, ServerRecord } from '../model/entry.ts';
import type { SubjectAt } from '../model/subject.ts';
import type { Capabilities } from './capabilities.ts';
import type { Authentication, CardInput, Destined } from './card.ts';

const MAX_INPUTS = 200;
const MAX_HOSTS_SAID = 4;

/** Every input of a record, each once by name and kind, secrets first. */
export function inputsOf(subject: SubjectAt['metadata'], capabilities: Capabilities | null): readonly CardInput[] {
  const destinations = new Map(credentialDestinations(subject).map(({ input, to }) => [input.at, to]));
  const inputs = new Map<string, CardInput>();
  for (const input of allInputs(subject.record)) {
    const key = `${input.kind} ${input.name}`;
    if (inputs.has(key)) continue;
    const to = destinations.get(input.at);
    const { name, kind, description, isRequired } = input;
    const goesTo = to === undefined ? null : destinedOf(name, to, capabilities);
    inputs.set(key, {
      name,
      kind,
      description,
      secret: goesTo !== null,
      required: isRequired,
      default: goesTo === null ? (input.value ?? input.default) : null,
      goesTo,
    });
  }
  return [...inputs.values()].toSorted((a, b) => Number(b.secret) - Number(a.secret)).slice(0, MAX_INPUTS);
}

/** Secrets that code reads and no record declares; [] where no code was read, which the card says elsewhere. */
export function undeclaredSecrets(
  inputs: readonly Pick<CardInput, 'name'>[],
  capabilities: Capabilities | null,
): readonly { readonly name: string; readonly goesTo: Destined }[] {
  const declared = new Set(inputs.map(({ name }) => name));
  return (capabilities?.secrets ?? [])
    .filter((name) => !declared.has(name))
    .map((name) => ({ name, goesTo: inCode(name, capabilities) }));
}

/** What a record asks users to show who they are with. */
export function authenticationOf(subject: SubjectAt['metadata']): Authentication {
  const { record } = subject;
  const declared = credentialDestinations(subject).map(({ input: { kind, name } }) => {
    if (kind === 'header') return `header ${name}`;
    if (kind === 'url-variable') return `secret in the address (${name})`;
    return kind === 'environment' ? `static secret ${name}` : `secret setting ${name}`;
  });
  if (declared.length > 0) return { declared: [...new Set(declared)], outcome: 'declared' };
  const says = record.packages !== null || record.remotes !== null || record.inputs !== null;
  return { declared: [], outcome: says ? 'none' : 'unseen' };
}

function allInputs({ packages, remotes, inputs }: ServerRecord): readonly Input[] {
  return [...(packages ?? []), ...(remotes ?? [])].flatMap((part) => part.inputs).concat(inputs ?? []);
}

function destinedOf(name: string, to: Destination, capabilities: Capabilities | null): Destined {
  if (to.kind === 'host') return { hosts: [{ host: to.host, by: 'record' }], said: `${to.host}, with every request` };
  if (to.kind === 'base-url') {
    return {
      hosts: [{ host: to.host, by: 'record' }],
      said: `the program, which talks to ${to.host} unless ${to.setting} is changed`,
    };
  }
  if (to.kind === 'unknown') return { hosts: [], said: `an unknown place: ${to.reason}` };
  return inCode(name, capabilities);
}

function inCode(name: string, capabilities: Capabilities | null): Destined {
  if (capabilities === null) return { hosts: [], said: 'the program; where that sends it was not read' };
  const beside = [
    ...new Set(capabilities.hosts.filter(({ secrets }) => secrets.includes(name)).map(({ host }) => host)),
  ];
  const hosts = beside.map((host) => ({ host, by: 'code' as const }));
  if (hosts.length > 0) return { hosts, said: `${few(beside)}, asked where its code reads it` };
  const isRead = capabilities.secrets.includes(name) || capabilities.environment.includes(name);
  const asked = [...new Set(capabilities.hosts.filter(({ how }) => how === 'asked').map(({ host }) => host))];
  if (!isRead) return { hosts: [], said: 'the program; its own code was not seen to read it' };
  return {
    hosts: [],
    said:
      asked.length === 0 ? 'the program; no host was seen in its code' : `the program, whose code asks ${few(asked)}`,
  };
}

function few(hosts: readonly string[]): string {
  const shown = hosts.slice(0, MAX_HOSTS_SAID).join(', ');
  return hosts.length > MAX_HOSTS_SAID ? `${shown} and ${hosts.length - MAX_HOSTS_SAID} more` : shown;
}
