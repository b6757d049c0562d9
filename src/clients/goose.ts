import { inConfig } from './folders.ts';
import { serversAt } from './parts.ts';
import type { McpClient } from './port.ts';

/** YAML: `extensions`, among which those of type `builtin` and `platform` are parts of the client itself. */
export const goose: McpClient = {
  id: 'goose',
  title: 'Goose',
  files: (machine) => [
    {
      path:
        machine.platform === 'win32'
          ? inConfig(machine, 'Block', 'goose', 'config', 'config.yaml')
          : inConfig(machine, 'goose', 'config.yaml'),
      scope: 'user',
      parts: serversAt('extensions'),
    },
  ],
};
