import { type JsonObject, list, object, text } from '../packages/fields.ts';

/** An in-toto statement about one thing: https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md. */
export interface Statement {
  readonly predicateType: string;
  readonly subject: { readonly name: string; readonly digests: JsonObject };
  readonly predicate: JsonObject;
}

/** What a SLSA provenance says of the build; null is not said. It is the build that writes it: see `sourceDisagrees`. */
export interface BuildClaim {
  readonly buildType: string | null;
  readonly repository: string | null;
  /** Hex, as git names it. */
  readonly commit: string | null;
}

export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

const STATEMENT_TYPES: ReadonlySet<unknown> = new Set([
  'https://in-toto.io/Statement/v0.1',
  'https://in-toto.io/Statement/v1',
]);

/** null for what is no statement, and for a statement about several things, which neither npm nor PyPI accepts. */
export function statementIn(payload: Buffer): Statement | null {
  const written = object(parsed(payload));
  const subjects = list(written?.subject) ?? [];
  const subject = object(subjects[0]);
  const predicateType = text(written?.predicateType);
  const name = text(subject?.name);
  const digests = object(subject?.digest);
  if (written === null || !STATEMENT_TYPES.has(written['_type']) || subjects.length !== 1) return null;
  if (predicateType === null || name === null || digests === null) return null;
  return { predicateType, subject: { name, digests }, predicate: object(written.predicate) ?? {} };
}

/** Reads SLSA provenance v1 and v0.2, in the shapes that npm's client and the generators for GitHub write. */
export function buildClaimOf({ predicate }: Statement): BuildClaim {
  const definition = object(predicate.buildDefinition);
  if (definition !== null) {
    const workflow = object(object(definition.externalParameters)?.workflow);
    const source = (list(definition.resolvedDependencies) ?? []).map(object).find(isGit) ?? null;
    return {
      buildType: text(definition.buildType),
      repository: text(workflow?.repository) ?? text(source?.uri),
      commit: text(object(source?.digest)?.gitCommit),
    };
  }
  const source = object(object(predicate.invocation)?.configSource);
  return {
    buildType: text(predicate.buildType),
    repository: text(source?.uri),
    commit: text(object(source?.digest)?.sha1),
  };
}

/** Base images and tools are dependencies too. */
function isGit(dependency: JsonObject | null): boolean {
  return text(dependency?.uri)?.startsWith('git+') === true;
}

function parsed(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString('utf8'));
  } catch {
    return null;
  }
}
