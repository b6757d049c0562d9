import { describeSignal } from '../../src/testing/describe-signal.ts';
import { fact, file, installs, rests, runs, starts } from '../../src/testing/facts.ts';
import { read, shallow, sourced } from '../../src/testing/sources.ts';
import { autoRunSettingAdded } from './auto-run-setting-added.ts';

const before = read('1.0.0', runs('index.js'));
const opens = fact('auto-run', 'node .vscode/x.js', '.vscode/tasks.json folderOpen');
const server = fact('auto-run', 'npx harbor-mcp', '.mcp.json mcpServers');
const registers = fact('file-write', '~/.claude.json', 'writeFile', { category: 'agent-config' });
const agents = ['.claude.json', '.cursor', '.codeium'].map((place) =>
  fact('path', place, 'literal', { category: 'agent-config' }),
);
const startup = fact('file-write', '~/.bashrc', 'appendFile', { category: 'shell-startup' });

describeSignal(autoRunSettingAdded, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'an editor runs something when the folder is opened': {
      on: sourced(before, read('1.0.1', rests('data', '.vscode/tasks.json', opens))),
      citing: ['/.vscode/tasks.json:1:1'],
      weight: 40,
    },
    'it writes to what a shell runs at its start': {
      on: sourced(before, read('1.0.1', runs('index.js', startup))),
      citing: '/index.js:1:1',
      weight: 40,
    },
    'it enters itself with an agent when it is loaded': {
      on: sourced(before, read('1.0.1', runs('index.js', { ...registers, scope: 0 }))),
      citing: '/index.js:1:1',
      weight: 40,
    },
    'it enters itself with an agent when it is installed': {
      on: sourced(before, read('1.0.1', installs('setup.js', registers))),
      citing: '/setup.js:1:1',
      weight: 40,
    },
    'a command sets up a client, and a file after it does so at once': {
      on: sourced(before, read('1.0.1', runs('a.js', registers), runs('setup.js', { ...registers, scope: 0 }))),
      citing: ['/setup.js:1:1'],
      weight: 40,
    },
    'a command sets up a client': {
      on: sourced(before, read('1.0.1', runs('setup.js', registers))),
      citing: '/setup.js:1:1',
      weight: 25,
    },
    'names of three agents in a file that writes': {
      on: sourced(before, read('1.0.1', runs('inject.js', ...agents, fact('file-write', '', 'writeFile')))),
      citing: ['/inject.js:1:1'],
      weight: 25,
    },
    'a command that starts with the machine': {
      on: sourced(before, read('1.0.1', runs('index.js', starts('launchctl load x.plist', 'persistence')))),
      citing: '/index.js:1:1',
      weight: 40,
    },
    'a list of servers for the agent that opens it': {
      on: sourced(before, read('1.0.1', rests('data', '.mcp.json', server))),
      citing: '/.mcp.json:1:1',
      weight: 10,
    },
    'the first release enters itself when it is loaded': {
      on: sourced(read('1.0.0', runs('index.js', { ...registers, scope: 0 }))),
      citing: '/index.js:1:1',
      weight: 35,
    },
    'the first release enters itself when it is installed': {
      on: sourced(read('1.0.0', installs('setup.js', registers))),
      citing: '/setup.js:1:1',
      weight: 35,
    },
  },
  silent: {
    'the setting was there before': sourced(
      read('1.0.0', rests('data', '.vscode/tasks.json', opens)),
      read('1.0.1', rests('data', '.vscode/tasks.json', opens)),
    ),
    'an example shows a setting': sourced(before, read('1.0.1', rests('example', 'example/.mcp.json', server))),
    'names of two agents in a file that writes': sourced(
      before,
      read('1.0.1', runs('inject.js', ...agents.slice(1), fact('file-write', '', 'writeFile'))),
    ),
    'names of three agents in a file that prints them': sourced(before, read('1.0.1', runs('inject.js', ...agents))),
    'it reads the settings of an agent': sourced(
      before,
      read('1.0.1', runs('index.js', fact('file-read', '~/.claude.json', 'readFile', { category: 'agent-config' }))),
    ),
    'it writes its own file': sourced(
      before,
      read('1.0.1', runs('index.js', fact('file-write', '~/.harbor/log', 'writeFile'))),
    ),
    'the first release has a command that sets up a client': sourced(read('1.0.0', runs('setup.js', registers))),
    'the first release comes with a list of servers': sourced(read('1.0.0', rests('data', '.mcp.json', server))),
    'a build file, which another signal tells': sourced(
      before,
      read('1.0.1', file('binding.gyp', { role: 'data' }, fact('auto-run', 'node x.js', '.gyp command'))),
    ),
  },
  unseen: shallow,
});
