import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

/**
 * Holds a log against SARIF's own schema (version 2.1.0-rtm.5, which @types/sarif follows); [] where it is one.
 *
 * The file is the schema that @microsoft/jest-sarif 1.0.0-beta.0 (MIT) ships. It is written in draft 04, of which it uses nothing that
 * later drafts read otherwise but the name of `id`.
 */
export function sarifOffences(log: unknown): readonly string[] {
  const isOne = compiled();
  return isOne(log) ? [] : (isOne.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

let known: ValidateFunction | undefined;

function compiled(): ValidateFunction {
  if (known !== undefined) return known;
  const {
    id: _id,
    $schema: _$schema,
    ...schema
  } = JSON.parse(readFileSync(join(import.meta.dirname, 'sarif-2.1.0-rtm.5.schema.json'), 'utf8'));
  // Its pattern of languages is none with the flag `u`.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  for (const format of ['uri', 'uri-reference']) ajv.addFormat(format, isReference);
  ajv.addFormat('date-time', true);
  known = ajv.compile(schema);
  return known;
}

/** What RFC 3986 lets stand in a reference, `%` only before two hexadecimal digits. */
function isReference(text: string): boolean {
  return /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/.test(text);
}
