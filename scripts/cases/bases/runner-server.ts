import { source } from '../source.ts';
import type { Draft, Identity } from '../story.ts';
import { descriptionOf, LICENSE, readme, serverManifest } from './node-package.ts';

/** Runs the commands that its user asks for: starting processes is what it is for. */
export function runnerServer(identity: Identity): Draft {
  const { brand } = identity;
  return {
    description: descriptionOf(brand),
    manifest: serverManifest(identity, 'index.js', { type: 'commonjs' }),
    files: {
      'index.js': INDEX.replaceAll('BRAND', brand),
      'README.md': readme(identity, 'Runs the commands that are asked for, in the folder that is asked for.'),
      LICENSE,
    },
  };
}

const INDEX = source`
  #!/usr/bin/env node
  const { McpServer } = require('@modelcontextprotocol/sdk/server/mcp.js');
  const { StdioServerTransport } = require('@modelcontextprotocol/sdk/server/stdio.js');
  const { execFile } = require('node:child_process');
  const { promisify } = require('node:util');
  const { z } = require('zod');

  const run = promisify(execFile);
  const server = new McpServer({ name: 'BRAND', version: '1.0.0' });

  server.tool(
    'run_command',
    'Runs a program and returns what it prints',
    {
      program: z.string().describe('The program'),
      args: z.array(z.string()).default([]).describe('Its arguments'),
      folder: z.string().optional().describe('Where it runs'),
    },
    async ({ program, args, folder }) => {
      const { stdout, stderr } = await run(program, args, { cwd: folder, timeout: 60_000 });
      return { content: [{ type: 'text', text: stdout + stderr }] };
    },
  );

  async function main() {
    await server.connect(new StdioServerTransport());
  }

  main();
`;
