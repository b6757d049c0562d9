import type { Input, PackageReference } from '../../src/model/entry.ts';
import type { Pointer } from '../../src/model/place.ts';

/** A declared launch argument that does more than configure the server. */
interface DangerousForm {
  readonly at: Pointer;
  /** As it would stand on the command line. */
  readonly written: string;
  /** Completes "an argument that …". */
  readonly why: string;
}

const MAX_CHARACTERS = 500;
const CONTAINERS = new Set(['docker', 'podman', 'nerdctl']);
const SHELLS = new Set(['sh', 'bash', 'zsh', 'dash', 'fish', 'cmd', 'cmd.exe', 'powershell', 'pwsh', 'eval']);
const EVALUATING = new Set(
  `-e --eval -c --call --import -r --require --loader --experimental-loader --inspect --inspect-brk
  --node-options`.split(/\s+/),
);
/** What stands after docker's `-e`, also where the record does not say that it is docker. */
const ENVIRONMENT = /^[A-Z_][A-Z0-9_]{0,100}(?:=|$)/;
/** Options of npx, uvx and pip that say where code comes from. */
const SOURCES = new Set([
  '--registry',
  '--index-url',
  '--extra-index-url',
  '--index',
  '--default-index',
  '--from',
  '--with',
]);
const ADDRESS = /^(?:git\+|https?:\/\/|git@|git:|ssh:)/i;
const PIPED_TO_SHELL = /\|\s{0,5}(?:ba|z|da)?sh(?:\s|$)/;
const SHELL_COMMAND = /^(?:(?:ba|z|da)?sh|cmd(?:\.exe)?|powershell|pwsh)\s{1,5}[-/]\w/i;
/** The whole disk, the system's settings, keys, or the container engine itself. */
const HOST_PATH =
  /(?:^|[=,\s])(?:(?:source|src)=)?(?:\/(?=[:,]|$)|\/etc(?=[/:,]|$)|\/root(?=[/:,]|$)|\/var\/run\/docker\.sock|[^:,\s]{0,100}\/\.(?:ssh|aws|kube)(?=[/:,]|$))/;
const MOUNTS = new Set(['-v', '--volume', '--mount']);
const HOST_OPTIONS = new Set(['--privileged', '--pid', '--cap-add', '--ipc', '--uts']);
const HOST_VALUE = /^(?:host|all|sys_\w{1,40}|cap_sys_\w{1,40})$/i;

/**
 * The listed forms among the launch arguments of packages: evaluation, shells, code from an address, the host inside a container.
 *
 * Arguments of the runtime (npx, uvx, docker) are read by their options; those of the package are the server's own, so only a shell
 * spelled out counts there. `-e` before a container is an environment variable.
 */
export function dangerousForms(packages: readonly PackageReference[]): readonly DangerousForm[] {
  const forms: DangerousForm[] = [];
  for (const reference of packages) {
    const hint = hintOf(reference);
    if (SHELLS.has(hint)) forms.push({ at: `${reference.at}/runtimeHint`, written: hint, why: 'starts a shell' });
    const inContainer = reference.ecosystem === 'oci' || CONTAINERS.has(hint);
    for (const input of reference.inputs) {
      const form = formOf(input, inContainer);
      if (form !== null) forms.push(form);
    }
  }
  return forms;
}

function formOf(input: Input, inContainer: boolean): DangerousForm | null {
  if (input.kind !== 'runtime-argument' && input.kind !== 'package-argument') return null;
  const written = `${input.name} ${input.value ?? input.default ?? ''}`.trim().slice(0, MAX_CHARACTERS);
  const why = reasonOf(written, { isRuntime: input.kind === 'runtime-argument', inContainer });
  return why === null ? null : { at: input.at, written, why };
}

function reasonOf(
  written: string,
  { isRuntime, inContainer }: { isRuntime: boolean; inContainer: boolean },
): string | null {
  if (SHELL_COMMAND.test(written) || PIPED_TO_SHELL.test(written)) return 'starts a shell';
  if (!isRuntime) return null;
  const [option = '', value = ''] = written.split(/[\s=](.*)/s, 2);
  if (inContainer) return opensHost(option, value) ? 'opens the host to the container' : null;
  if (SHELLS.has(option)) return 'starts a shell';
  if (EVALUATING.has(option) && !ENVIRONMENT.test(value)) return 'evaluates or loads code';
  return ADDRESS.test(written) || (SOURCES.has(option) && ADDRESS.test(value)) ? 'fetches code from an address' : null;
}

function opensHost(option: string, value: string): boolean {
  if (MOUNTS.has(option)) return HOST_PATH.test(value);
  return option === '--privileged' || (HOST_OPTIONS.has(option) && HOST_VALUE.test(value));
}

function hintOf({ runtimeHint }: PackageReference): string {
  return runtimeHint?.trim().toLowerCase() ?? '';
}
