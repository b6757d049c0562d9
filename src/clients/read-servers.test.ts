import { describe, expect, test } from 'vitest';
import { mcpClients } from './index.ts';
import type { ConfiguredServer, Machine } from './port.ts';
import { readServers } from './read-servers.ts';
import { runsText } from './resolution.ts';

const MACHINE: Machine = { platform: 'linux', home: '/home/tide', project: '/work/quay', variables: {} };

/** The text as the client's file whose path ends so. */
function read(client: string, ending: string, text: string) {
  const file = mcpClients
    .find(({ id }) => id === client)
    ?.files(MACHINE)
    .find(({ path }) => path.endsWith(ending));
  if (file === undefined) throw new Error(`no file ${ending} of ${client}`);
  return readServers({ client, file: file.path, scope: file.scope, text, parts: file.parts });
}

function summary({ name, place, resolution, disabled, project }: ConfiguredServer): string {
  return `${name} ${place.line}:${place.column} ${runsText(resolution)}${disabled ? ' off' : ''}${project === null ? '' : ` in ${project}`}`;
}

describe('each client’s settings', () => {
  test.each([
    [
      'claude-desktop',
      'claude_desktop_config.json',
      '{\n  "mcpServers": {\n    "harbor": {\n      "command": "npx",\n      "args": ["-y", "harbor-mcp"]\n    }\n  },\n  "scale": 0\n}\n',
      ['harbor 3:5 npm:harbor-mcp'],
    ],
    [
      'claude-code',
      '.claude.json',
      `{
  "numStartups": 4,
  "mcpServers": { "tides": { "type": "http", "url": "https://mcp.tidewater.example/mcp" } },
  "projects": {
    "/work/quay": {
      "mcpServers": { "ferry": { "type": "stdio", "command": "uvx", "args": ["ferry-times==1.2.3"], "env": {} } },
      "disabledMcpServers": ["ferry"]
    },
    "/work/other": { "history": [] }
  }
}`,
      ['tides 3:19 https://mcp.tidewater.example/mcp', 'ferry 6:23 pypi:ferry-times@1.2.3 off in /work/quay'],
    ],
    [
      'vscode',
      '.vscode/mcp.json',
      `{
  // asked for once
  "inputs": [{ "type": "promptString", "id": "token", "description": "Token", "password": true }],
  "servers": {
    "harbor": { "type": "stdio", "command": "npx", "args": ["-y", "harbor-mcp@1.0.16"], "env": { "TIDE_TOKEN": "\${input:token}" } },
    "tides": { "type": "http", "url": "https://mcp.tidewater.example/mcp", "headers": { "Authorization": "Bearer \${input:token}" }, },
  },
}`,
      ['harbor 5:5 npm:harbor-mcp@1.0.16', 'tides 6:5 https://mcp.tidewater.example/mcp'],
    ],
    [
      'vscode',
      'Code/User/settings.json',
      '{ "editor.fontSize": 12, "mcp": { "servers": { "harbor": { "command": "npx", "args": ["harbor-mcp"] } } } }',
      ['harbor 1:48 npm:harbor-mcp'],
    ],
    [
      'windsurf',
      'windsurf/mcp_config.json',
      '{"mcpServers":{"tides":{"serverUrl":"https://mcp.tidewater.example/sse"}}}',
      ['tides 1:16 https://mcp.tidewater.example/sse'],
    ],
    [
      'zed',
      'zed/settings.json',
      `// Zed settings
{
  "theme": "One Dark",
  "context_servers": {
    "old": { "command": { "path": "npx", "args": ["-y", "harbor-mcp@1.0.16"], "env": {} }, "settings": {} },
    "new": { "source": "custom", "enabled": false, "command": "uvx", "args": ["ferry-times"] },
    "far": { "url": "https://mcp.tidewater.example/mcp" },
  },
}`,
      ['old 5:5 npm:harbor-mcp@1.0.16', 'new 6:5 pypi:ferry-times off', 'far 7:5 https://mcp.tidewater.example/mcp'],
    ],
    [
      'cline',
      'cline_mcp_settings.json',
      '{"mcpServers":{"harbor":{"command":"node","args":["/srv/harbor/index.js"],"disabled":true,"autoApprove":[]}}}',
      ['harbor 1:16 /srv/harbor/index.js off'],
    ],
    [
      'gemini-cli',
      'tide/.gemini/settings.json',
      '{"mcp":{"excluded":["harbor"]},"mcpServers":{"harbor":{"command":"npx","args":["harbor-mcp"],"trust":true},"tides":{"httpUrl":"https://mcp.tidewater.example/mcp"}}}',
      ['harbor 1:46 npm:harbor-mcp off', 'tides 1:108 https://mcp.tidewater.example/mcp'],
    ],
    [
      'codex',
      'tide/.codex/config.toml',
      `model = "o9"

[mcp_servers.harbor]
command = "npx"
args = ["-y", "harbor-mcp"]
env = { "TIDE_TOKEN" = "abcdef123456" }

[mcp_servers."quay side"]
url = "https://mcp.tidewater.example/mcp"
bearer_token_env_var = "TIDE_TOKEN"
enabled = false
`,
      ['harbor 3:1 npm:harbor-mcp', 'quay side 8:1 https://mcp.tidewater.example/mcp off'],
    ],
    [
      'goose',
      'goose/config.yaml',
      `GOOSE_MODE: auto # ask never
extensions:
  developer:
    type: builtin
    enabled: true
  harbor:
    type: stdio
    cmd: npx
    args: [-y, harbor-mcp]
    envs: { TIDE_TOKEN: abcdef123456 }
    env_keys: [FERRY_KEY]
    enabled: false
  tides:
    type: streamable_http
    uri: https://mcp.tidewater.example/mcp
`,
      ['harbor 6:3 npm:harbor-mcp off', 'tides 13:3 https://mcp.tidewater.example/mcp'],
    ],
    [
      'continue',
      'tide/.continue/config.yaml',
      `name: quay
mcpServers:
  - name: harbor
    command: npx
    args:
      - -y
      - harbor-mcp@1.0.16
  - name: tides
    type: streamable-http
    url: https://mcp.tidewater.example/mcp
    requestOptions:
      headers:
        Authorization: Bearer \${{ secrets.TIDE }}
`,
      ['harbor 3:5 npm:harbor-mcp@1.0.16', 'tides 8:5 https://mcp.tidewater.example/mcp'],
    ],
    [
      'claude-desktop',
      'claude_desktop_config.json',
      JSON.stringify({
        globalShortcut: 'Ctrl+Space',
        mcpServers: {
          files: {
            command: 'C:\\Program Files\\nodejs\\npx.cmd',
            args: ['-y', '@quayside/files-mcp', 'C:\\Users\\tide\\Desktop'],
            env: { APPDATA: 'C:\\Users\\tide\\AppData\\Roaming\\', QUAY_API_KEY: '' },
          },
          weather: { command: 'cmd', args: ['/c', 'uvx', 'ferry-times'] },
        },
      }),
      ['files 1:46 npm:@quayside/files-mcp', 'weather 1:240 pypi:ferry-times'],
    ],
    [
      'cursor',
      'tide/.cursor/mcp.json',
      `{
  "mcpServers": {
    "harbor": {
      "type": "stdio",
      "command": "\${userHome}/.local/bin/uvx",
      "args": ["harbor-mcp==1.0.16", "--root", "\${workspaceFolder}"],
      "env": { "TIDE_TOKEN": "\${env:TIDE_TOKEN}" },
      "envFile": "\${workspaceFolder}/.env"
    },
    "tides": {
      "url": "https://mcp.tidewater.example/mcp",
      "headers": { "X-Api-Key": "\${env:TIDE_KEY}" },
      "auth": { "CLIENT_ID": "\${env:TIDE_ID}", "CLIENT_SECRET": "\${env:TIDE_SECRET}", "scopes": ["read"] }
    }
  }
}`,
      ['harbor 3:5 pypi:harbor-mcp@1.0.16', 'tides 10:5 https://mcp.tidewater.example/mcp'],
    ],
    [
      'windsurf',
      'windsurf/mcp_config.json',
      '{"mcpServers":{"tides":{"serverUrl":"https://mcp.tidewater.example/mcp","headers":{"API_KEY":"Bearer ${env:AUTH_TOKEN}"},"disabledTools":["sink"]},"near":{"url":"https://mcp.quayside.example/mcp","headers":{"API_KEY":"${file:/run/key}"}}}}',
      ['tides 1:16 https://mcp.tidewater.example/mcp', 'near 1:148 https://mcp.quayside.example/mcp'],
    ],
    [
      'cline',
      'Code/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json',
      `{
  "mcpServers": {
    "local-server": { "command": "npx", "args": ["-y", "harbor-mcp"], "env": { "API_KEY": "your_api_key" }, "alwaysAllow": ["tool1"], "disabled": false },
    "remote-server": { "url": "https://mcp.tidewater.example/mcp", "type": "streamableHttp", "headers": { "Authorization": "Bearer your-token" }, "disabled": true }
  }
}`,
      ['local-server 3:5 npm:harbor-mcp', 'remote-server 4:5 https://mcp.tidewater.example/mcp off'],
    ],
    [
      'roo-code',
      '.roo/mcp.json',
      `{
  "mcpServers": {
    "image": {
      "command": "docker",
      "args": ["run", "-i", "--rm", "-e", "TIDE_TOKEN=\${env:TIDE_TOKEN}", "registry.tidewater.example/harbor-mcp"],
      "alwaysAllow": ["get_berth"]
    },
    "legacy": {
      "type": "sse", // told from the streaming kind
      "url": "https://mcp.tidewater.example/sse",
      "disabled": true,
    },
  }
}`,
      ['image 3:5 image registry.tidewater.example/harbor-mcp', 'legacy 8:5 https://mcp.tidewater.example/sse off'],
    ],
    [
      'kilo-code',
      '.kilocode/mcp.json',
      '{"mcpServers":{"harbor":{"type":"streamable-http","url":"https://mcp.tidewater.example/mcp","disabled":false}}}',
      ['harbor 1:16 https://mcp.tidewater.example/mcp'],
    ],
    [
      'gemini-cli',
      'quay/.gemini/settings.json',
      `{
  // servers of this project
  "mcp": { "allowed": ["harbor"], "serverCommand": "npx -y quayside-mcp@2.0.0" },
  "mcpServers": {
    "harbor": { "command": "npx", "args": ["harbor-mcp"], "env": { "A_KEY": "$TIDE_KEY", "B_KEY": "\${TIDE_KEY}" }, "cwd": "./harbor", "trust": false },
    "tides": { "httpUrl": "https://mcp.tidewater.example/mcp", "oauth": { "clientSecret": "$TIDE_SECRET" } }
  }
}`,
      [
        'harbor 5:5 npm:harbor-mcp',
        'tides 6:5 https://mcp.tidewater.example/mcp off',
        'mcp.serverCommand 3:52 npm:quayside-mcp@2.0.0',
      ],
    ],
    [
      'antigravity',
      '.gemini/config/mcp_config.json',
      '{"mcpServers":{"tides":{"serverUrl":"https://mcp.tidewater.example/mcp","disabled":true}}}',
      ['tides 1:16 https://mcp.tidewater.example/mcp off'],
    ],
    [
      'lm-studio',
      '.lmstudio/mcp.json',
      '{"mcpServers":{"tides":{"url":"https://mcp.tidewater.example/mcp","headers":{"Authorization":"Bearer <YOUR_TIDE_TOKEN>"}}}}',
      ['tides 1:16 https://mcp.tidewater.example/mcp'],
    ],
    [
      'opencode',
      'tide/.config/opencode/opencode.jsonc',
      `{
  "$schema": "https://opencode.example/config.json",
  // started here
  "mcp": {
    "harbor": {
      "type": "local",
      // Or ["bun", "x", "harbor-mcp"]
      "command": ["npx", "-y", "harbor-mcp"],
      "environment": { "TIDE_TOKEN": "{env:TIDE_TOKEN}", },
    },
    "tides": {
      "type": "remote",
      "url": "https://mcp.tidewater.example/mcp",
      "enabled": false,
      "oauth": { "clientSecret": "{file:~/.tide}" },
    },
  },
}`,
      ['harbor 5:5 npm:harbor-mcp', 'tides 11:5 https://mcp.tidewater.example/mcp off'],
    ],
    [
      'opencode',
      'quay/.agents/mcp.json',
      '{"harbor":{"type":"local","command":["bun","x","harbor-mcp"]}}',
      ['harbor 1:2 npm:harbor-mcp'],
    ],
    [
      'crush',
      'quay/.crush.json',
      '{"mcp":{"harbor":{"type":"stdio","command":"npx","args":["harbor-mcp"]},"tides":{"type":"http","url":"https://mcp.tidewater.example/mcp/","headers":{"Authorization":"$(echo Bearer $TIDE_TOKEN)"},"disabled":true}}}',
      ['harbor 1:9 npm:harbor-mcp', 'tides 1:73 https://mcp.tidewater.example/mcp/ off'],
    ],
    [
      'copilot-cli',
      '.github/mcp.json',
      '{"mcpServers":{"harbor":{"type":"local","command":"npx","args":["harbor-mcp@latest"],"env":{},"tools":["*"]},"tides":{"type":"http","url":"https://mcp.tidewater.example/mcp","headers":{"TIDE_API_KEY":"YOUR-API-KEY"},"tools":["*"]}}}',
      ['harbor 1:16 npm:harbor-mcp@latest', 'tides 1:110 https://mcp.tidewater.example/mcp'],
    ],
    [
      'kiro',
      'tide/.kiro/settings/mcp.json',
      '{"mcpServers":{"harbor":{"command":"uvx","args":["harbor-mcp"],"env":{"TIDE_TOKEN":"${TIDE_TOKEN}"},"disabled":false,"autoApprove":["*"],"disabledTools":["sink"]},"tides":{"url":"https://mcp.tidewater.example/mcp","oauth":{"clientId":"quay"},"oauthScopes":["read"],"disabled":true}}}',
      ['harbor 1:16 pypi:harbor-mcp', 'tides 1:164 https://mcp.tidewater.example/mcp off'],
    ],
    [
      'amazon-q',
      'tide/.aws/amazonq/cli-agents',
      '{"name":"harbourmaster","tools":["fs_read","@harbor"],"mcpServers":{"harbor":{"command":"uvx","args":["harbor-mcp@latest"],"env":{"A":"${env:A}"},"timeout":120000}},"useLegacyMcpJson":true}',
      ['harbor 1:69 pypi:harbor-mcp@latest'],
    ],
  ])('%s, %s', (client, ending, text, expected) => {
    const { servers, seen } = read(client, ending, text);
    expect(servers.map(summary)).toEqual(expected);
    expect(seen).toMatchObject({ outcome: 'read', servers: expected.length, problems: [] });
  });
});

test('what is written is told from what is taken from elsewhere, and no value is kept', () => {
  const { servers } = read(
    'cursor',
    'tide/.cursor/mcp.json',
    '{"mcpServers":{"h":{"command":"npx","args":["harbor-mcp"],"env":{"A_TOKEN":"abcdef123456","B_TOKEN":"${env:B}","C_TOKEN":"<your token>","D_TOKEN":"","MODE":"fast"}}}}',
  );
  expect(servers[0]?.launch?.environment).toEqual([
    { name: 'A_TOKEN', kind: 'literal', isSecret: true },
    { name: 'B_TOKEN', kind: 'reference', isSecret: true },
    { name: 'C_TOKEN', kind: 'placeholder', isSecret: true },
    { name: 'D_TOKEN', kind: 'empty', isSecret: true },
    { name: 'MODE', kind: 'literal', isSecret: false },
  ]);
  expect(servers[0]?.secrets.map(({ name }) => name)).toEqual(['A_TOKEN']);
  expect(JSON.stringify(servers)).not.toContain('abcdef123456');
});

test('a secret that a client registers with is one, and OAuth that is switched off is none', () => {
  const { servers } = read(
    'cursor',
    'tide/.cursor/mcp.json',
    `{"mcpServers":{
"a":{"url":"https://mcp.tidewater.example/mcp","auth":{"CLIENT_ID":"quay","CLIENT_SECRET":"q7n2m5x8w1"}},
"b":{"url":"https://mcp.tidewater.example/mcp","oauth":false}}}`,
  );
  expect(servers.map(({ oauth, secrets }) => [oauth, secrets.map(({ where, name }) => `${where} ${name}`)])).toEqual([
    [true, ['oauth CLIENT_SECRET']],
    [false, []],
  ]);
  expect(JSON.stringify(servers)).not.toContain('q7n2m5x8w1');
});

test.each([
  ['gemini-cli', 'quay/.gemini/settings.json', 'https://mcp.tidewater.example/mcp'],
  ['cursor', 'tide/.cursor/mcp.json', 'npm:harbor-mcp'],
])('of a command and addresses at once %s in %s uses %s', (client, ending, used) => {
  const both =
    '{"command":"npx","args":["harbor-mcp"],"url":"https://mcp.quayside.example/sse","httpUrl":"https://mcp.tidewater.example/mcp"}';
  const [server] = read(client, ending, `{"mcpServers":{"harbor":${both}}}`).servers;
  expect(server === undefined ? null : runsText(server.resolution)).toBe(used);
});

test('a file of variables is named, and not read', () => {
  const { servers } = read(
    'cursor',
    'tide/.cursor/mcp.json',
    '{"mcpServers":{"a":{"command":"npx","args":["harbor-mcp"],"envFile":"${workspaceFolder}/.env"},"b":{"command":"npx"}}}',
  );
  expect(servers.map(({ launch }) => launch?.environmentFile)).toEqual(['${workspaceFolder}/.env', null]);
});

describe('what is malformed', () => {
  test.each([
    [
      '.cursor/mcp.json',
      '{"mcpServers":{"harbor":{"command":"npx","args":["harbor-mcp"]},\n "broken": {"command": }\n',
      ['harbor', 'broken'],
    ],
    ['.cursor/mcp.json', '', []],
    ['.cursor/mcp.json', '[]', []],
    ['.cursor/mcp.json', '{"mcpServers": "none"}', []],
    ['.cursor/mcp.json', '{"mcpServers": {"a": null, "b": [], "c": "x", "d": {}}}', ['d']],
  ])('%s with %j gives what can be read', (ending, text, names) => {
    const { servers } = read('cursor', `tide/${ending}`, text);
    expect(servers.map(({ name }) => name)).toEqual(names);
  });

  test('a mistake in JSON has its line', () => {
    const { seen } = read('cursor', 'tide/.cursor/mcp.json', '{\n  "mcpServers": {\n    "a" {}\n  }\n}');
    expect(seen.outcome).toBe('partly');
    expect(seen.problems[0]?.place).toEqual({ line: 3, column: 9 });
  });

  test('a mistake in TOML has its line', () => {
    const { servers, seen } = read('codex', 'tide/.codex/config.toml', '[mcp_servers.harbor]\ncommand = npx\n');
    expect(servers).toEqual([]);
    expect(seen.problems[0]?.place?.line).toBe(2);
  });

  test('a mistake in YAML has its line, and what stands around it is read', () => {
    const { servers, seen } = read(
      'goose',
      'goose/config.yaml',
      'extensions:\n  harbor:\n    cmd: npx\n    args: [harbor-mcp\n',
    );
    expect(servers.map(({ name }) => name)).toEqual(['harbor']);
    expect(seen.problems[0]?.place?.line).toBeGreaterThan(3);
  });
});

describe('what is hostile', () => {
  test('a name like a property of all objects is a name', () => {
    const { servers } = read(
      'cursor',
      'tide/.cursor/mcp.json',
      '{"mcpServers":{"__proto__":{"command":"npx","args":["a"]},"constructor":{"command":"npx","args":["b"]}}}',
    );
    expect(servers.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
    expect(Object.hasOwn(Object.prototype, 'command')).toBe(false);
  });

  test('the same in TOML', () => {
    const { servers } = read(
      'codex',
      'tide/.codex/config.toml',
      '[mcp_servers.__proto__]\ncommand = "npx"\nargs = ["a"]\n',
    );
    expect(servers.map(({ name }) => name)).toEqual(['__proto__']);
    expect(Object.hasOwn(Object.prototype, 'command')).toBe(false);
  });

  test.each([
    ['cursor', 'tide/.cursor/mcp.json', `{"mcpServers":${'{"a":'.repeat(200_000)}`],
    ['cursor', 'tide/.cursor/mcp.json', '['.repeat(500_000)],
    ['goose', 'goose/config.yaml', `extensions: ${'['.repeat(20_000)}`],
    ['codex', 'tide/.codex/config.toml', `a = ${'['.repeat(200_000)}`],
  ])('%s: a document of levels upon levels is refused, not followed', (client, ending, text) => {
    const { servers, seen } = read(client, ending, text);
    expect(servers).toEqual([]);
    expect(seen.outcome).toBe('partly');
  });

  test('a few lines of aliases do not become a billion nodes', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level += 1)
      lines.push(
        `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    const text = `${lines.join('\n')}\nextensions:\n  harbor: { cmd: npx, args: *a11 }\n`;
    expect(read('goose', 'goose/config.yaml', text).servers).toEqual([]);
  });

  test('a name of a megabyte is cut, and escapes stay for the one who shows them', () => {
    const { servers } = read(
      'cursor',
      'tide/.cursor/mcp.json',
      JSON.stringify({
        mcpServers: { [`\u001B[2J${'x'.repeat(1_000_000)}`]: { command: 'npx', args: ['a'.repeat(1_000_000)] } },
      }),
    );
    expect(servers[0]?.name).toHaveLength(200);
    expect(servers[0]?.launch?.args[0]?.length).toBeLessThan(400);
  });
});
