import { argumentsOf } from './calls.ts';
import { deferredCall } from './deferred.ts';
import { PATH_METHODS, pathMethod } from './files.ts';
import { FIELD } from './grammar.ts';
import type { Call, Notes } from './notes.ts';
import type { PythonFile } from './python-file.ts';
import { noteSentTo } from './recipients.ts';
import { RECOGNISED } from './recognised.ts';
import { unknownClientRequest, writtenOwner } from './requests.ts';
import { calledTool, type Tool } from './tools.ts';
import { childIn } from './tree.ts';

interface CallNotes {
  readonly notes: Notes;
  readonly tool: (tool: Tool) => void;
}

/** Notes what a call does, by what its callee is called, and the tool that it declares. */
export function noteCall(file: PythonFile, node: number, { notes, tool }: CallNotes): void {
  const callee = childIn(file.tree, node, FIELD.function);
  if (callee === null) return;
  const name = file.nameOf(callee);
  const call: Call = { node, path: name?.path ?? '', ways: name?.ways ?? 0, args: argumentsOf(file.tree, node) };
  const isRecognised = name !== null && recognise(file, call, notes);
  const written = writtenOwner(file, callee);
  if (written === '') return;
  const deferred = isRecognised ? null : deferredCall(file, { ...call, path: written });
  if (deferred !== null) recognise(file, deferred, notes);
  if (!isRecognised && name === null) noteUnnamed(file, { ...call, path: written }, notes);
  if (!isRecognised && name !== null && deferred === null) noteForeign(file, { ...call, path: written }, notes);
  noteSentTo(file, { callee: written, args: call.args }, notes);
  const declared = calledTool(file, call, written);
  if (declared !== null) tool(declared);
}

function recognise(file: PythonFile, call: Call, notes: Notes): boolean {
  const looks = RECOGNISED.get(call.path);
  for (const look of looks ?? []) look(file, call, notes);
  return looks !== undefined;
}

/** A method of something that came from elsewhere, told by what it is called. */
function noteUnnamed(file: PythonFile, call: Call, notes: Notes): void {
  const dot = call.path.lastIndexOf('.');
  if (dot < 0) return;
  const method = call.path.slice(dot + 1);
  if (PATH_METHODS.has(method)) pathMethod(file, call, notes);
  else unknownClientRequest(file, { ...call, owner: call.path.slice(0, dot), method, notes });
}

/** A library that nobody listed: a request where it is given a URL by a method that asks. */
function noteForeign(file: PythonFile, call: Call, notes: Notes): void {
  const dot = call.path.lastIndexOf('.');
  const method = call.path.slice(dot + 1);
  if (dot > 0 && (method === 'post' || method === 'put'))
    unknownClientRequest(file, { ...call, owner: call.path.slice(0, dot), method, notes });
}
