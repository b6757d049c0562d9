import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { configuredAt, configuredIn } from '../clients/configured.ts';
import { mcpClients } from '../clients/index.ts';
import type { Configured, Machine, McpClient } from '../clients/port.ts';
import { UsageError } from './exit.ts';

export interface ConfiguredOptions {
  /** Only these files. */
  readonly config?: readonly string[] | undefined;
  /** Only these clients, by id. */
  readonly client?: readonly string[] | undefined;
  /** The project whose own settings are read too; the folder one is in by default. */
  readonly project?: string | undefined;
}

/** The servers that this machine's clients, or the files that were named, are set up with. Throws UsageError. */
export function configuredServers({ config, client, project }: ConfiguredOptions): Configured {
  const clients = chosen(client ?? []);
  if (project !== undefined && statSync(project, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`--project "${project}" is no folder.`);
  }
  if (config === undefined || config.length === 0) return configuredIn(machineOf(project), clients);
  const [only, ...others] = client === undefined ? [] : clients;
  const read = config.map((path) => {
    if (!existsSync(path)) throw new UsageError(`--config "${path}": there is no such file.`);
    return configuredAt(resolve(path), others.length === 0 ? (only ?? null) : null);
  });
  return { servers: read.flatMap(({ servers }) => servers), files: read.flatMap(({ files }) => files) };
}

function chosen(ids: readonly string[]): readonly McpClient[] {
  const unknown = ids.find((id) => mcpClients.every((client) => client.id !== id));
  if (unknown !== undefined) {
    throw new UsageError(`--client "${unknown}" is not known; there are ${mcpClients.map(({ id }) => id).join(', ')}.`);
  }
  return ids.length === 0 ? mcpClients : mcpClients.filter(({ id }) => ids.includes(id));
}

function machineOf(project: string | undefined): Machine {
  const { platform } = process;
  return {
    platform: platform === 'win32' || platform === 'darwin' ? platform : 'linux',
    home: homedir(),
    project: resolve(project ?? process.cwd()),
    variables: process.env,
  };
}
