import type { ConfiguredServer, Setting } from '../clients/port.ts';
import type { Input, ServerRecord } from '../model/entry.ts';
import { isSecretName } from '../text/secret-names.ts';

/**
 * How a server is told who calls it, as far as somebody declares it. What is not declared may be asked for all the same: most servers
 * that send their users to a login page declare nothing.
 */
export interface DeclaredAuthentication {
  readonly kind: 'bearer header' | 'static secret' | 'secret in URL' | 'OAuth hinted';
  /** The header, variable or parameter; null where it has no name. */
  readonly name: string | null;
  /** settings: what this machine is set up with. registry: what an entry of the snapshot declares. */
  readonly by: 'settings' | 'registry';
}

const MAX_DESCRIPTION_CHARACTERS = 5_000;
const OAUTH = /\boauth\b/i;
const HEADER_ARGUMENT = /^([A-Za-z][A-Za-z0-9-]{0,60}):/;

/** Each kind and name once, those of the settings first. [] where nothing is declared, which is not "none". */
export function declaredAuthentication(
  server: ConfiguredServer,
  records: readonly ServerRecord[],
): readonly DeclaredAuthentication[] {
  const all = [...inSettings(server), ...records.flatMap(inRecord)];
  return [
    ...new Map(
      all.map((each) => [`${each.kind}\n${each.name?.toLowerCase() ?? ''}`, each] as const).toReversed(),
    ).values(),
  ].toReversed();
}

function inSettings({ launch, remote, oauth, secrets }: ConfiguredServer): readonly DeclaredAuthentication[] {
  const by = 'settings';
  return [
    ...(remote?.headers ?? []).flatMap((header) => ofHeader(header, by)),
    ...headersInArguments(launch?.args ?? []).flatMap((header) => ofHeader(header, by)),
    ...(launch?.environment ?? [])
      .filter(({ isSecret }) => isSecret)
      .map(({ name }) => ({ kind: 'static secret', name, by }) as const),
    ...secrets.flatMap(({ where, name }): readonly DeclaredAuthentication[] => {
      if (where === 'url') return [{ kind: 'secret in URL', name: name === '' ? null : name, by }];
      const isHeader = where === 'header' || /^authorization$/i.test(name);
      return where === 'argument' && !isHeader ? [{ kind: 'static secret', name: name === '' ? null : name, by }] : [];
    }),
    ...(oauth ? [{ kind: 'OAuth hinted', name: null, by } as const] : []),
  ];
}

function ofHeader(
  { name }: Pick<Setting, 'name'>,
  by: DeclaredAuthentication['by'],
): readonly DeclaredAuthentication[] {
  if (/^authorization$/i.test(name)) return [{ kind: 'bearer header', name, by }];
  return isSecretName(name) ? [{ kind: 'static secret', name, by }] : [];
}

/** `--header`, `Authorization: …`: masked where it is read. */
function headersInArguments(args: readonly string[]): readonly { readonly name: string }[] {
  return args.flatMap((arg, index) => {
    const name = /^(?:--header|-H)$/.test(args[index - 1] ?? '') ? HEADER_ARGUMENT.exec(arg)?.[1] : undefined;
    return name === undefined ? [] : [{ name }];
  });
}

function inRecord({ packages, remotes, inputs, description }: ServerRecord): readonly DeclaredAuthentication[] {
  const all = [
    ...(packages ?? []).flatMap((each) => each.inputs),
    ...(remotes ?? []).flatMap((each) => each.inputs),
    ...(inputs ?? []),
  ];
  const isHinted = OAUTH.test((description ?? '').slice(0, MAX_DESCRIPTION_CHARACTERS));
  return [
    ...all.flatMap(ofInput),
    ...(isHinted ? [{ kind: 'OAuth hinted', name: null, by: 'registry' } as const] : []),
  ];
}

function ofInput({ kind, name, isSecret }: Input): readonly DeclaredAuthentication[] {
  const by = 'registry';
  if (kind === 'header' && /^authorization$/i.test(name)) return [{ kind: 'bearer header', name, by }];
  if (isSecret !== true && !isSecretName(name)) return [];
  return [{ kind: kind === 'url-variable' ? 'secret in URL' : 'static secret', name: name === '' ? null : name, by }];
}
