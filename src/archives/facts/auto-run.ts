import type { Json } from '../../model/place.ts';
import type { Found } from './located.ts';
import { memberOf, membersOf, parseSettings, valuesOf } from './settings.ts';

/** Of one file: what something runs by itself, and how that is said. */
interface AutoRun {
  readonly by: string;
  readonly command: string;
}

type Reader = (settings: Json, name: string) => readonly AutoRun[];

const MAX_FOUND = 200;
const MAX_CHARACTERS = 500_000;

/** By the end of the path: which settings run something, and how they say it. */
const JSON_SETTINGS: readonly (readonly [RegExp, Reader])[] = [
  [/(?:^|\/)\.vscode\/tasks\.json$/, folderOpenTasks],
  [/(?:^|\/)\.vscode\/settings\.json$/, allowedTasks],
  [/(?:^|\/)\.claude\/settings(?:\.local)?\.json$/, agentHooks],
  [/(?:^|\/)hooks\/hooks\.json$/, agentHooks],
  [/(?:^|\/)\.(?:cursor|windsurf|codex|kiro|augment|github\/hooks)\/(?:hooks|[\w-]{1,40}\.hooks?)\.json$/, agentHooks],
  [/(?:^|\/)\.(?:gemini|qwen)\/settings\.json$/, agentHooks],
  [
    /(?:^|\/)(?:\.mcp\.json|\.(?:cursor|vscode|roo|gemini|qwen|kiro\/settings|junie\/mcp)\/(?:mcp|settings)\.json)$/,
    startedServers,
  ],
  [/(?:^|\/)(?:\.devcontainer\.json|\.devcontainer\/(?:[^/]{1,100}\/)?devcontainer\.json)$/, containerCommands],
];
const CONTAINER_COMMANDS = new Set(
  'initializeCommand onCreateCommand updateContentCommand postCreateCommand postStartCommand postAttachCommand'.split(
    ' ',
  ),
);
/** Settings of agents whose value is a command that they run. */
const HELPERS = new Set([
  'apiKeyHelper',
  'awsAuthRefresh',
  'awsCredentialExport',
  'otelHeadersHelper',
  'gcpAuthRefresh',
]);
const PTH_IMPORT = /^import[ \t][^\r\n]{1,2000}/gm;
/** What node-gyp runs while it reads the file, before anything is built. */
const GYP_COMMAND = /<!@?\(([^\n]{1,500}?)\)["']/g;
const IDEA_STARTUP = /<configuration\s[^>]{0,300}name="([^"]{1,200})"/g;

/** What editors, agents, interpreters and build tools run by themselves when they meet this file. */
export function autoRunIn(text: string, path: string): readonly Found[] {
  if (text.length > MAX_CHARACTERS) return [];
  const found = [...jsonSettings(text, path), ...lines(text, path)];
  return found.slice(0, MAX_FOUND);
}

function* jsonSettings(text: string, path: string): Generator<Found> {
  const readers = JSON_SETTINGS.filter(([pattern]) => pattern.test(path));
  const settings = readers.length === 0 ? null : parseSettings(text);
  if (settings === null) return;
  const name = path.split('/').slice(-2).join('/');
  for (const [, reader] of readers) {
    for (const { by, command } of reader(settings, name)) {
      yield { kind: 'auto-run', by, value: command, offset: offsetOf(text, command) };
    }
  }
}

function* lines(text: string, path: string): Generator<Found> {
  const patterns: readonly (readonly [RegExp, RegExp, string])[] = [
    [/\.pth$/, PTH_IMPORT, '.pth import'],
    [/(?:^|\/)[\w.-]{1,100}\.gypi?$/, GYP_COMMAND, '.gyp command'],
    [/(?:^|\/)\.idea\/startup\.xml$/, IDEA_STARTUP, '.idea/startup.xml'],
  ];
  for (const [file, pattern, by] of patterns) {
    if (!file.test(path)) continue;
    for (const { 0: all, 1: inner, index } of text.matchAll(pattern))
      yield { kind: 'auto-run', by, value: inner ?? all, offset: index };
  }
}

function folderOpenTasks(settings: Json): readonly AutoRun[] {
  const tasks = memberOf(settings, 'tasks');
  return membersOf(tasks).flatMap(([, task]) =>
    memberOf(memberOf(task, 'runOptions'), 'runOn') === 'folderOpen'
      ? [{ by: '.vscode/tasks.json folderOpen', command: commandOf(task) || textOf(memberOf(task, 'label')) }]
      : [],
  );
}

function allowedTasks(settings: Json): readonly AutoRun[] {
  return memberOf(settings, 'task.allowAutomaticTasks') === 'on'
    ? [{ by: '.vscode/settings.json', command: 'task.allowAutomaticTasks' }]
    : [];
}

/** Under `hooks`, event by event, however deep each agent nests its commands. */
function agentHooks(settings: Json, name: string): readonly AutoRun[] {
  const hooks = membersOf(memberOf(settings, 'hooks')).flatMap(([event, hook]) =>
    commandsUnder(hook).map((command) => ({ by: `${name} ${event}`, command })),
  );
  const helpers = membersOf(settings)
    .filter(([key, value]) => HELPERS.has(key) && typeof value === 'string')
    .map(([key, value]) => ({ by: `${name} ${key}`, command: textOf(value) }));
  const statusLine = commandOf(memberOf(settings, 'statusLine'));
  return [...hooks, ...helpers, ...(statusLine === '' ? [] : [{ by: `${name} statusLine`, command: statusLine }])];
}

function commandsUnder(hook: Json): readonly string[] {
  return [...valuesOf(hook)]
    .map(({ value }) => (Array.isArray(value) ? '' : commandOf(value)))
    .filter((command) => command !== '');
}

/** Servers that an agent starts when it opens the folder. */
function startedServers(settings: Json, name: string): readonly AutoRun[] {
  return ['mcpServers', 'servers'].flatMap((key) =>
    membersOf(memberOf(settings, key)).flatMap(([, server]) => {
      const command = commandOf(server);
      return command === '' ? [] : [{ by: `${name} ${key}`, command }];
    }),
  );
}

function containerCommands(settings: Json): readonly AutoRun[] {
  return membersOf(settings)
    .filter(([key]) => CONTAINER_COMMANDS.has(key))
    .flatMap(([key, value]) => containerLines(value).map((command) => ({ by: `devcontainer.json ${key}`, command })));
}

/** A line, a list of words, or several of both by name. */
function containerLines(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return [value.map(textOf).join(' ')];
  return membersOf(value).map(([, line]) => (Array.isArray(line) ? line.map(textOf).join(' ') : textOf(line)));
}

function commandOf(value: Json): string {
  const command =
    textOf(memberOf(value, 'command')) || textOf(memberOf(value, 'bash')) || textOf(memberOf(value, 'powershell'));
  const parameters = memberOf(value, 'args');
  return Array.isArray(parameters) ? [command, ...parameters.map(textOf)].join(' ').trim() : command;
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : '';
}

function offsetOf(text: string, command: string): number {
  const whole = text.indexOf(JSON.stringify(command).slice(1, -1));
  if (whole >= 0) return whole;
  const [first = ''] = command.split(' ', 1);
  return Math.max(0, text.indexOf(first));
}
