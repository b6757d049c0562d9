import type { Input, PackageReference, Remote } from '../model/entry.ts';
import type { Pointer } from '../model/place.ts';
import type { SubjectAt } from '../model/subject.ts';
import { hostOf, registrableDomain } from '../text/domains.ts';
import { type BaseUrl, baseUrlFor, baseUrls, isFilledIn } from './destinations-base-url.ts';
import { asksForSecret } from './destinations-secret-names.ts';

/** A secret that an entry asks for, and who receives it as far as the record says. */
export interface CredentialDestination {
  readonly input: Pick<Input, 'name' | 'at' | 'kind' | 'value'>;
  readonly to: Destination;
}

/**
 * host: sent to this host with every request. package: handed to a program on the user's machine. base-url: the same, and the
 * record names the host that the program talks to unless the user changes it. unknown: the record does not say.
 */
export type Destination =
  | ({ readonly kind: 'host' } & Host)
  | ({ readonly kind: 'package' } & Program)
  | ({ readonly kind: 'base-url'; readonly setting: string; readonly program: Program } & Host)
  | { readonly kind: 'unknown'; readonly reason: string };

export interface Host {
  readonly host: string;
  /** The registrable domain; the host itself where there is none, as for an IP address. */
  readonly domain: string;
  /** Where the record names it. */
  readonly at: Pointer;
}

export interface Program {
  /** The purl, else `ecosystem:identifier`. */
  readonly program: string;
  readonly at: Pointer;
}

/**
 * Where each secret of an entry goes, in the order of the record: packages, remotes, then inputs declared beside both.
 *
 * Empty where no secret is declared, which is not the same as that none is asked for: servers that send users to a login page
 * declare nothing. Nothing is resolved or asked. Never throws.
 */
export function credentialDestinations({ record }: SubjectAt['metadata']): readonly CredentialDestination[] {
  const { packages, remotes, inputs } = record;
  if (!hasInputs(packages) && !hasInputs(remotes) && (inputs === null || inputs.length === 0)) return NONE;
  return [
    ...(packages ?? []).flatMap(ofPackage),
    ...(remotes ?? []).flatMap(ofRemote),
    ...(inputs ?? []).filter(asksForSecret).map((input) => ({
      input,
      to: besideBoth(input, packages, remotes),
    })),
  ];
}

/** Most entries declare no input. */
const NONE: readonly CredentialDestination[] = [];

function hasInputs(parts: readonly { readonly inputs: readonly Input[] }[] | null): boolean {
  return parts?.some(({ inputs }) => inputs.length > 0) ?? false;
}

function ofPackage(reference: PackageReference): readonly CredentialDestination[] {
  const secrets = reference.inputs.filter(asksForSecret);
  if (secrets.length === 0) return NONE;
  const program = programOf(reference);
  const bases = baseUrls(reference.inputs);
  return secrets.map((input) => {
    const sent = isOfTransport(input) ? servedAt(reference) : null;
    return { input, to: sent ?? through(program, baseUrlFor(input.name, bases)) };
  });
}

/** Headers and URL variables go where the transport says; `http://localhost` is the program itself. */
function servedAt({ at, transport }: PackageReference): Destination | null {
  const host = transport?.url === null || transport === null ? null : hostOf(transport.url);
  return host === null || isFilledIn(host) ? null : { kind: 'host', ...hostAt(host, `${at}/transport/url`) };
}

function isOfTransport({ kind }: Input): boolean {
  return kind === 'header' || kind === 'url-variable';
}

function through(program: Program, base: BaseUrl | null): Destination {
  if (base === null) return { kind: 'package', ...program };
  return { kind: 'base-url', setting: base.name, program, ...hostAt(base.host, base.at) };
}

function ofRemote(remote: Remote): readonly CredentialDestination[] {
  const secrets = remote.inputs.filter(asksForSecret);
  if (secrets.length === 0) return NONE;
  const to = hostOfRemote(remote);
  return secrets.map((input) => ({ input, to }));
}

function hostOfRemote({ at, url, urlAt }: Remote): Destination {
  const host = hostOf(url);
  if (host === null) return { kind: 'unknown', reason: 'the remote names no fixed host' };
  return { kind: 'host', ...hostAt(host, urlAt ?? `${at}/url`) };
}

/** Settings of a connection belong to the remote in whose part of the record they stand; else to the only one there is. */
function besideBoth(
  { at }: Input,
  packages: readonly PackageReference[] | null,
  remotes: readonly Remote[] | null,
): Destination {
  const around = (remotes ?? []).find((remote) => remote.at !== '' && at.startsWith(`${remote.at}/`));
  const only = around ?? (remotes?.length === 1 && (packages ?? []).length === 0 ? remotes[0] : undefined);
  if (only !== undefined) return hostOfRemote(only);
  const [program, ...others] = packages ?? [];
  if (program !== undefined && others.length === 0 && (remotes ?? []).length === 0) {
    return { kind: 'package', ...programOf(program) };
  }
  const isNothing = program === undefined && (remotes ?? []).length === 0;
  return {
    kind: 'unknown',
    reason: isNothing ? 'the record names no package and no remote' : 'the record names several packages or remotes',
  };
}

function programOf({ at, purl, ecosystem, identifier }: PackageReference): Program {
  return { program: purl ?? `${ecosystem}:${identifier}`, at };
}

function hostAt(host: string, at: Pointer): Host {
  return { host, domain: registrableDomain(host) ?? host, at };
}
