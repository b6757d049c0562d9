/**
 * What the schemas of server-json.ts accept, told without building anything.
 *
 * A scan reads every row that was kept, and only rows that a schema accepted were kept, so the answer is nearly always yes: ten
 * times as fast as parsing. A no is not the last word: the schema is asked then, and says what is wrong. The test holds both
 * against each other, field by field.
 */
import { type Input, MAX_ITEMS, MAX_NAME_CHARACTERS, MAX_TEXT_CHARACTERS, type ServerJson } from './server-json.ts';
import type { Lifecycle } from './server-record.ts';

type Loose = Readonly<Record<string, unknown>>;

export function isServerJson(value: unknown): value is ServerJson {
  return (
    isObject(value) &&
    isWord(value.name, MAX_NAME_CHARACTERS) &&
    isText(value.title) &&
    isText(value.description) &&
    isText(value.version) &&
    isText(value.websiteUrl) &&
    (isNothing(value.repository) || isRepository(value.repository)) &&
    isList(value.packages, isPackage) &&
    isList(value.remotes, isRemote)
  );
}

/** What the registry says of a version, as spelled since 2025-09-29. */
export function isLifecycle(value: unknown): value is Lifecycle {
  return (
    isObject(value) &&
    isText(value.status) &&
    isText(value.statusMessage) &&
    isText(value.publishedAt) &&
    isText(value.updatedAt) &&
    isFlag(value.isLatest)
  );
}

export function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRepository(value: unknown): boolean {
  return isObject(value) && isText(value.url) && isText(value.subfolder) && isText(value.id);
}

function isPackage(value: unknown): boolean {
  return (
    isObject(value) &&
    isWord(value.registryType) &&
    isText(value.registryBaseUrl) &&
    isWord(value.identifier) &&
    isText(value.version) &&
    isText(value.fileSha256) &&
    isText(value.runtimeHint) &&
    (isNothing(value.transport) || (isTransport(value.transport) && isText(value.transport.url))) &&
    isList(value.environmentVariables, isInput) &&
    isList(value.runtimeArguments, isInput) &&
    isList(value.packageArguments, isInput)
  );
}

function isRemote(value: unknown): boolean {
  return isTransport(value) && isWord(value.url);
}

/** But for its url, which only a remote has to have. */
function isTransport(value: unknown): value is Loose {
  return (
    isObject(value) &&
    typeof value.type === 'string' &&
    value.type.length <= MAX_NAME_CHARACTERS &&
    isList(value.headers, isInput) &&
    areVariables(value.variables)
  );
}

function isInput(value: unknown): value is Input {
  return isVariable(value) && isText(value.name) && areVariables(value.variables);
}

function isVariable(value: unknown): value is Loose {
  return (
    isObject(value) &&
    isText(value.description) &&
    isText(value.value) &&
    isText(value.default) &&
    isText(value.placeholder) &&
    isFlag(value.isSecret) &&
    isFlag(value.isRequired)
  );
}

function areVariables(value: unknown): boolean {
  if (isNothing(value)) return true;
  return (
    isObject(value) &&
    Object.entries(value).every(([name, variable]) => name.length <= MAX_NAME_CHARACTERS && isVariable(variable))
  );
}

function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return isNothing(value) || (Array.isArray(value) && value.length <= MAX_ITEMS && value.every(isItem));
}

function isWord(value: unknown, maxCharacters = MAX_TEXT_CHARACTERS): boolean {
  return typeof value === 'string' && value !== '' && value.length <= maxCharacters;
}

function isText(value: unknown): boolean {
  return isNothing(value) || (typeof value === 'string' && value.length <= MAX_TEXT_CHARACTERS);
}

function isFlag(value: unknown): boolean {
  return isNothing(value) || typeof value === 'boolean';
}

function isNothing(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}
