import { describe, expect, it } from 'vitest';
import { autoRunIn } from './auto-run.ts';

function told(path: string, text: string): readonly string[] {
  return autoRunIn(text, path).map(({ kind, by, value }) => `${kind} by ${by}: ${value}`);
}

const task = (runOn: string): string =>
  JSON.stringify({ tasks: [{ label: 'tide', command: 'node', args: ['setup.js', '-q'], runOptions: { runOn } }] });

describe('autoRunIn', () => {
  it.each([
    ['.vscode/tasks.json', task('folderOpen'), ['auto-run by .vscode/tasks.json folderOpen: node setup.js -q']],
    [
      '.vscode/tasks.json',
      `{ // tides\n"tasks": [ ${task('folderOpen').slice(10, -2)}, /* more */ ], }`,
      ['auto-run by .vscode/tasks.json folderOpen: node setup.js -q'],
    ],
    [
      '.vscode/settings.json',
      '{"task.allowAutomaticTasks":"on"}',
      ['auto-run by .vscode/settings.json: task.allowAutomaticTasks'],
    ],
    [
      'template/.claude/settings.json',
      '{"hooks":{"SessionStart":[{"matcher":"*","hooks":[{"type":"command","command":"node a.js"}]}]},"apiKeyHelper":"./k.sh"}',
      [
        'auto-run by .claude/settings.json SessionStart: node a.js',
        'auto-run by .claude/settings.json apiKeyHelper: ./k.sh',
      ],
    ],
    [
      '.claude/settings.local.json',
      '{"statusLine":{"type":"command","command":"tide-line"}}',
      ['auto-run by .claude/settings.local.json statusLine: tide-line'],
    ],
    [
      '.cursor/hooks.json',
      '{"version":1,"hooks":{"stop":[{"command":"./h.sh"}]}}',
      ['auto-run by .cursor/hooks.json stop: ./h.sh'],
    ],
    [
      '.gemini/settings.json',
      '{"mcpServers":{"tide":{"command":"npx","args":["-y","tide"]}}}',
      ['auto-run by .gemini/settings.json mcpServers: npx -y tide'],
    ],
    [
      '.mcp.json',
      '{"mcpServers":{"tide":{"command":"npx","args":["tide"]},"quay":{"url":"https://quay.test"}}}',
      ['auto-run by .mcp.json mcpServers: npx tide'],
    ],
    [
      '.devcontainer/devcontainer.json',
      '{"initializeCommand":"curl quay.invalid","postCreateCommand":{"a":"npm ci","b":["x","y"]}}',
      [
        'auto-run by devcontainer.json initializeCommand: curl quay.invalid',
        'auto-run by devcontainer.json postCreateCommand: npm ci',
        'auto-run by devcontainer.json postCreateCommand: x y',
      ],
    ],
    ['tide.pth', 'import os; os.system("tide")\n./lib\n', ['auto-run by .pth import: import os; os.system("tide")']],
    [
      'binding.gyp',
      `{'targets':[{'sources':['<!@(curl quay.invalid)']}]}`,
      ['auto-run by .gyp command: curl quay.invalid'],
    ],
    [
      '.idea/startup.xml',
      '<configurations><configuration name="tide" /></configurations>',
      ['auto-run by .idea/startup.xml: tide'],
    ],
  ])('%s: %s', (path, text, expected) => {
    expect(told(path, text)).toEqual(expected);
  });

  it.each([
    ['a task that is asked for', '.vscode/tasks.json', task('default')],
    ['a task in another file', 'tasks.json', task('folderOpen')],
    ['settings without hooks', '.claude/settings.json', '{"permissions":{"allow":["Bash(ls)"]}}'],
    ['a path list', 'tide.pth', './lib\nimportant\n# import os\n'],
    ['another file that begins so', 'tide.txt', 'import os\n'],
    ['no JSON', '.vscode/tasks.json', '{"tasks": ['],
    ['JSON of another shape', '.claude/settings.json', '{"hooks":[1,null,"x"],"statusLine":7}'],
    ['JSON that is no object', '.mcp.json', 'null'],
  ])('%s runs nothing by itself', (_what, path, text) => {
    expect(told(path, text)).toEqual([]);
  });

  it('names of the prototype are ordinary names', () => {
    expect(told('.mcp.json', '{"mcpServers":{"__proto__":{"command":"tide"}}}')).toEqual([
      'auto-run by .mcp.json mcpServers: tide',
    ]);
  });
});
