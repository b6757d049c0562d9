import type { Resolution } from './resolution.ts';
import { leadingOptions } from './words.ts';

const ENGINES = new Set(['docker', 'podman', 'nerdctl', 'container']);
/** Options of `run` that are followed by a value. */
const RUN_VALUES = new Set(
  `-e --env --env-file -v --volume --mount -p --publish --name --network --net -w --workdir -u --user --entrypoint -l --label
  -h --hostname --add-host --platform --cpus -m --memory --memory-swap --shm-size --restart --dns --cap-add --cap-drop --security-opt
  --device --gpus --ipc --pid --pull --tmpfs --ulimit --log-driver --log-opt --link --expose --cidfile --userns --runtime --stop-signal
  --stop-timeout --network-alias --ip --mac-address --group-add --isolation --sysctl --annotation --health-cmd`.split(
    /\s+/,
  ),
);
const IMAGE = /^([a-zA-Z0-9][\w.:/-]{0,250}?)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/;

/** The image of `docker run`; null for other programs. */
export function imageOf(program: string, args: readonly string[]): Resolution | null {
  if (!ENGINES.has(program)) return null;
  const { rest } = leadingOptions(args, new Set(['--context', '-c', '-H', '--host', '--config', '-l', '--log-level']));
  const verbs = rest[0] === 'container' ? rest.slice(1) : rest;
  if (rest[0] === 'mcp') return { kind: 'hosted', platform: 'docker-mcp-gateway', name: 'gateway', through: null };
  if (verbs[0] !== 'run') return { kind: 'unknown', reason: `${program} is not asked to run an image` };
  const [image] = leadingOptions(verbs.slice(1), RUN_VALUES).rest;
  const [, name, tag, digest] = image === undefined ? [] : (IMAGE.exec(image) ?? []);
  if (name === undefined) return { kind: 'unknown', reason: `${program} is given no image` };
  return { kind: 'image', image: name, tag: tag ?? null, digest: digest ?? null };
}
