import { commandCategory, commandParts, programsOf } from './commands.ts';
import { decodeBase64 } from './decoded.ts';
import { destinationsIn } from './destinations.ts';
import type { Found } from './located.ts';
import { placesInCommand } from './places.ts';
import { isSecretName } from './secrets.ts';

/** Later lines are not read. */
export const MAX_LINES = 100_000;
const MAX_LINE_CHARACTERS = 4_000;
const DOWNLOADERS =
  /^(?:curl|wget|wget2|aria2c|iwr|irm|invoke-webrequest|invoke-restmethod|ftp|tftp|scp|sftp|bitsadmin|certutil|git|nslookup|dig|host|new-object|start-bitstransfer)$/;
const CONNECTORS = /^(?:nc|ncat|netcat|telnet|socat|ssh)$/;
const SHELLS = /^(?:sh|bash|zsh|dash|ksh|python[\d.]{0,6}|node|perl|ruby|php|powershell|pwsh|iex|eval|source)$/;
const DECODERS =
  /\bbase64\s{1,5}(?:-d|-D|--decode|-di)\b|\bopenssl\s.{0,60}-d\b|\bxxd\s.{0,20}-r\b|\bfrombase64string\b|\bcertutil\s.{0,20}-decode\b|\brev\b\s{0,3}\|/i;
const ENCODED_COMMAND = /-e(?:nc|ncodedcommand|c)?\s{1,5}["']?([A-Za-z0-9+/=]{16,20000})/i;
const ENCODED_TEXT = /\b(?:echo|printf)\s{1,5}(?:-\w{1,3}\s{1,3})?["']?([A-Za-z0-9+/=]{16,20000})/i;
const VARIABLE = /\$(?:env:|\{)?([A-Za-z_]\w{1,60})/gi;
const REDIRECTED = />{1,2}\s{0,5}["']?$/;
const WRITERS =
  /^(?:tee|rm|touch|mkdir|chmod|chown|ln|install|shred|truncate|set-content|add-content|out-file|remove-item|new-item)$/;
const COPIERS = /^(?:cp|mv|scp|rsync|copy-item|move-item|copy|move)$/;
const EVALUATES = /\beval\s{1,5}["']?(?:\$\(|`)/;
const DUMP =
  /(?:^|[;|&(`]\s{0,5})(?:env|printenv|set|export\s{1,3}-p|declare\s{1,3}-x|get-childitem\s{1,3}env:|gci\s{1,3}env:|dir\s{1,3}env:)\s{0,5}(?:$|[|>)`;&])/i;

/** What the lines of a shell script start, ask for, read and write, told line by line without following what variables hold; of equal lines the first. */
export function shellFacts(text: string): readonly Found[] {
  const found: Found[] = [];
  const known = new Set<string>();
  for (const { line, offset } of logicalLines(text)) {
    if (known.has(line)) continue;
    known.add(line);
    for (const fact of factsOf(line)) found.push({ ...fact, offset });
  }
  return found;
}

type LineFact = Omit<Found, 'offset'>;

function factsOf(line: string): readonly LineFact[] {
  const programs = programsOf(line);
  return [
    ...starts(line, programs),
    ...destinations(line, programs),
    ...places(line),
    ...executions(line, programs),
    ...decodings(line, programs),
    ...variables(line),
  ];
}

function starts(line: string, programs: readonly string[]): readonly LineFact[] {
  const category = commandCategory(line);
  return category === null ? [] : [{ kind: 'process', by: programs[0] ?? 'shell', value: line, category }];
}

function destinations(line: string, programs: readonly string[]): readonly LineFact[] {
  const connector =
    line.includes('/dev/tcp/') || line.includes('/dev/udp/')
      ? '/dev/tcp'
      : programs.find((each) => CONNECTORS.test(each));
  const downloader = programs.find((each) => DOWNLOADERS.test(each));
  return destinationsIn(line).map((value) => {
    if (value.includes('://') && downloader !== undefined) return { kind: 'request', by: downloader, value };
    if (connector !== undefined) return { kind: 'socket', by: connector, value };
    return { kind: 'address', by: 'literal', value };
  });
}

function places(line: string): readonly LineFact[] {
  return commandParts(line).flatMap((part) =>
    placesInCommand(part).map(({ path, category }) => {
      const program = programsOf(part).at(-1) ?? '';
      return { kind: accessKind(part, path, program), by: program === '' ? 'shell' : program, value: path, category };
    }),
  );
}

/** What is written stands after `>`, last after `cp` and `mv`, or with a program that only writes; an assignment does neither. */
function accessKind(part: string, path: string, program: string): 'file-write' | 'file-read' | 'path' {
  const before = part.slice(0, part.indexOf(path));
  const isLast = part.trimEnd().replace(/["']$/, '').endsWith(path);
  if (REDIRECTED.test(before) || WRITERS.test(program) || (isLast && COPIERS.test(program))) return 'file-write';
  return program === '' ? 'path' : 'file-read';
}

/** Text run as code that stands in no file: what `eval` is handed from a command, what is downloaded or printed into a shell. */
function executions(line: string, programs: readonly string[]): readonly LineFact[] {
  if (EVALUATES.test(line)) return [{ kind: 'execution', by: 'eval of a command', value: line }];
  const downloader = programs.findIndex((each) => DOWNLOADERS.test(each));
  const isPiped =
    downloader >= 0 && programs.slice(downloader + 1).some((each) => SHELLS.test(each)) && /\|/.test(line);
  const isHanded =
    /(?:^|\s)(?:ba|z|da)?sh\s{1,5}(?:-c\s{1,5})?["']?[<$]\((?:curl|wget)\b/.test(line) ||
    /\b(?:iex|invoke-expression)\b.{0,200}(?:download|iwr|irm|invoke-)/i.test(line);
  return isPiped || isHanded ? [{ kind: 'execution', by: 'download into a shell', value: line }] : [];
}

function decodings(line: string, programs: readonly string[]): readonly LineFact[] {
  const encoded = ENCODED_COMMAND.exec(line)?.[1] ?? null;
  const isPowershell = programs.some((each) => each === 'powershell' || each === 'pwsh');
  if (isPowershell && encoded !== null) {
    return [{ kind: 'decoded-execution', by: 'encoded command', value: decodeBase64(encoded) ?? '' }];
  }
  if (!DECODERS.test(line)) return [];
  const value = decodeBase64(ENCODED_TEXT.exec(line)?.[1] ?? '') ?? '';
  const runs = programs.slice(1).some((each) => SHELLS.test(each)) || /^(?:eval|iex|source)$/.test(programs[0] ?? '');
  return [{ kind: runs ? 'decoded-execution' : 'decoding', by: runs ? 'shell of base64' : 'base64', value }];
}

function variables(line: string): readonly LineFact[] {
  const facts: LineFact[] = [];
  if (DUMP.test(line)) facts.push({ kind: 'environment-dump', by: 'shell', value: '' });
  for (const [, name = ''] of line.matchAll(VARIABLE)) {
    if (isSecretName(name)) facts.push({ kind: 'environment', by: 'shell', value: name });
  }
  return facts;
}

interface LogicalLine {
  readonly line: string;
  readonly offset: number;
}

/** Lines without comments, those joined that end in a backslash (or PowerShell's backtick). */
function* logicalLines(text: string): Generator<LogicalLine> {
  let offset = 0;
  let joined = '';
  let start = 0;
  for (const each of text.split('\n').slice(0, MAX_LINES)) {
    const line = each.replace(/\r$/, '');
    if (joined === '') start = offset;
    offset += each.length + 1;
    const isContinued = /[\\`]$/.test(line) && joined.length < MAX_LINE_CHARACTERS;
    joined += isContinued ? `${line.slice(0, -1)} ` : line;
    if (isContinued) continue;
    const code = withoutComment(joined.slice(0, MAX_LINE_CHARACTERS));
    const blanks = code.length - code.trimStart().length;
    if (code.trim() !== '') yield { line: code.trim(), offset: start + blanks };
    joined = '';
  }
}

function withoutComment(line: string): string {
  if (/^\s{0,200}(?:#|::|rem\s)/i.test(line)) return '';
  const comment = line.search(/\s#\s/);
  return comment < 0 ? line : line.slice(0, comment);
}
