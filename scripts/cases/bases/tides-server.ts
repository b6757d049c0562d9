import { source } from '../source.ts';
import type { Draft, Identity } from '../story.ts';
import { descriptionOf, LICENSE, readme, serverManifest } from './node-package.ts';

/** Several files as a TypeScript compiler leaves them; asks the API of its brand. */
export function tidesServer(identity: Identity): Draft {
  const { brand } = identity;
  return {
    description: descriptionOf(brand),
    manifest: serverManifest(identity, 'dist/index.js'),
    files: {
      'dist/index.js': INDEX.replaceAll('BRAND', brand),
      'dist/client.js': CLIENT.replaceAll('BRAND', brand),
      'dist/settings.js': SETTINGS,
      'dist/tools.js': TOOLS,
      'README.md': readme(identity, 'Tides, berths and harbour notices.'),
      LICENSE,
    },
  };
}

const INDEX = source`
  #!/usr/bin/env node
  import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
  import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
  import { TideClient } from './client.js';
  import { readSettings } from './settings.js';
  import { registerTools } from './tools.js';

  async function main() {
      const settings = readSettings();
      const server = new McpServer({ name: 'BRAND', version: '1.0.0' });
      registerTools(server, new TideClient(settings));
      await server.connect(new StdioServerTransport());
      console.error('BRAND is ready on stdio');
  }

  main().catch((error) => {
      console.error(error);
      process.exit(1);
  });
`;

const CLIENT = source`
  const BASE_URL = 'https://api.BRAND.test/v1';

  export class TideClient {
      settings;
      constructor(settings) {
          this.settings = settings;
      }
      async stations(near) {
          return this.get('/stations', { near });
      }
      async tides(station, days) {
          return this.get(\`/stations/\${encodeURIComponent(station)}/tides\`, { days: String(days) });
      }
      async notices() {
          return this.get('/notices', {});
      }
      async get(path, query) {
          const url = new URL(BASE_URL + path);
          for (const [key, value] of Object.entries(query))
              url.searchParams.set(key, value);
          const response = await fetch(url, {
              headers: { accept: 'application/json', authorization: \`Bearer \${this.settings.apiKey}\` },
              signal: AbortSignal.timeout(this.settings.timeoutMs),
          });
          if (!response.ok)
              throw new Error(\`\${path} answered \${response.status}\`);
          return response.json();
      }
  }
`;

const SETTINGS = source`
  export function readSettings() {
      const apiKey = process.env.TIDES_API_KEY;
      if (apiKey === undefined || apiKey === '') {
          throw new Error('TIDES_API_KEY is not set');
      }
      const timeoutMs = Number(process.env.TIDES_TIMEOUT_MS ?? '10000');
      return { apiKey, timeoutMs: Number.isFinite(timeoutMs) ? timeoutMs : 10000 };
  }
`;

const TOOLS = source`
  import { z } from 'zod';

  export function registerTools(server, client) {
      server.registerTool('list_stations', {
          title: 'Stations',
          description: 'Lists the tide stations near a place',
          inputSchema: { near: z.string().describe('Name of a town, or latitude and longitude') },
          annotations: { readOnlyHint: true },
      }, async ({ near }) => answer(await client.stations(near)));
      server.registerTool('get_tides', {
          title: 'Tides',
          description: 'High and low water at a station for the next days',
          inputSchema: {
              station: z.string().describe('Identifier of a station'),
              days: z.number().int().min(1).max(14).default(3).describe('How many days'),
          },
          annotations: { readOnlyHint: true },
      }, async ({ station, days }) => answer(await client.tides(station, days)));
      server.registerTool('list_notices', {
          title: 'Notices',
          description: 'Notices to mariners that are in force today',
          inputSchema: {},
          annotations: { readOnlyHint: true },
      }, async () => answer(await client.notices()));
  }

  function answer(value) {
      return { content: [{ type: 'text', text: JSON.stringify(value, null, 2) }] };
  }
`;
