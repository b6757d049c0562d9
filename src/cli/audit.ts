import type { Argv } from 'yargs';
import { finish, REPEATED, shared } from './options.ts';

export function addAudit(program: Argv): Argv {
  return program.command(
    'audit',
    'The servers that this machine’s MCP clients are set up with, and what is known against them',
    (command) =>
      settingsOptions(shared(command))
        .options({
          lock: {
            type: 'string',
            requiresArg: true,
            describe: 'Lock file of what was approved [default: registry-audit.lock.json in the project]',
          },
          update: {
            type: 'boolean',
            default: false,
            describe: 'Approve the servers as they are now: write the lock file',
          },
          snapshot: {
            type: 'string',
            requiresArg: true,
            describe: 'Date of the snapshot to ask for candidates [default: the newest that was captured]',
          },
          intel: { type: 'string', requiresArg: true, describe: 'File of recalls [default: what intel update wrote]' },
          feed: {
            ...REPEATED,
            describe: 'File or folder of your organisation’s own recall records (OSV); once for each',
          },
          cache: { type: 'string', requiresArg: true, describe: 'Folder of the response cache, or a keyv store’s URL' },
          offline: { type: 'boolean', default: false, describe: 'Read packages only from the cache' },
          'base-url': { ...REPEATED, describe: 'npm=URL, pypi=URL: ask a mirror instead' },
          manifest: {
            type: 'string',
            array: true,
            requiresArg: true,
            describe:
              'Capability manifest to hold against what a server’s code was seen to do [default: *mcp-capabilities.json beside the lock file]',
          },
          'fail-on': {
            choices: [
              'recalled',
              'blocked',
              'changed',
              'manifest',
              'unpinned',
              'secret',
              'review-first',
              'review',
              'watch',
            ] as const,
            array: true,
            requiresArg: true,
            describe: 'Exit with 1 when something of this kind is found, or a candidate of this tier or above',
          },
          format: {
            choices: ['text', 'sarif'] as const,
            default: 'text' as const,
            requiresArg: true,
            describe: 'sarif: findings at the lines of the settings, for code scanning',
          },
          out: {
            type: 'string',
            requiresArg: true,
            describe: 'File to write the result to instead of standard output',
          },
        })
        .example('$0 audit', 'every client on this machine, and this folder’s own settings')
        .example('$0 audit --update', 'approve what is there now')
        .example(
          '$0 audit --json --fail-on blocked manifest',
          'a gate by your organisation’s lists and by capability manifests',
        )
        .example(
          '$0 audit --config .mcp.json --fail-on recalled changed --format sarif --out audit.sarif',
          'a gate for a pipeline',
        ),
    async (options) => finish(await (await import('../commands/audit.ts')).audit(options)),
  );
}

/** Which settings are read; shared with `status`. */
export function settingsOptions<T>(command: Argv<T>) {
  return command.options({
    config: {
      type: 'string',
      array: true,
      requiresArg: true,
      describe: 'Read only these settings files, of any client',
    },
    client: {
      type: 'string',
      array: true,
      requiresArg: true,
      describe: 'Read only these clients, by id: cursor, vscode, …',
    },
    lists: {
      type: 'string',
      requiresArg: true,
      describe: 'File of your organisation’s lists and defaults [default: registry-audit.config.* here or above]',
    },
    project: {
      type: 'string',
      requiresArg: true,
      describe: 'Project whose own settings are read too [default: this folder]',
    },
  });
}
