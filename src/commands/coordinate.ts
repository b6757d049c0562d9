import { queryOf } from '../lookup/query.ts';
import { purlOf } from '../registries/purl.ts';
import { inert } from '../text/inert.ts';
import { UsageError } from './exit.ts';

const MAX_SHOWN_CHARACTERS = 200;
const COORDINATE = /^(npm|pypi|nuget|cargo|oci):/;
/** What a registry would accept, for the one who mistyped. */
const NAMES: Readonly<Record<string, string>> = {
  npm: 'a name there is letters, digits and -._~, with at most one @scope/ before it',
  pypi: 'a name there is letters, digits and -._, and begins and ends with a letter or digit',
  nuget: 'a name there is letters, digits and -._',
  cargo: 'a name there is letters, digits, - and _, and begins with a letter',
  oci: 'an image is lower-case words between /, with a host before them or none',
};

/**
 * Throws UsageError for a package that no registry could have, saying why: such a name is a slip of the pen and no server that is not
 * known. Other names pass.
 */
export function checkCoordinate(text: string): void {
  const query = queryOf(text);
  if (query.by === 'package') return checkPackageName(query.text, query.ecosystem, query.name);
  const [, ecosystem] = COORDINATE.exec(query.text) ?? [];
  if (ecosystem !== undefined) {
    throw new UsageError(
      `${shown(query.text)} is not a package; write ${ecosystem}:NAME or ${ecosystem}:NAME@VERSION.`,
    );
  }
  if (query.text.startsWith('pkg:')) {
    throw new UsageError(
      `${shown(query.text)} is no package-url that is understood; write pkg:npm/NAME@VERSION, or pypi, nuget or cargo for npm.`,
    );
  }
}

/** The same of a name that is already parted from its ecosystem. */
export function checkPackageName(text: string, ecosystem: string, name: string): void {
  if (purlOf(ecosystem, name) !== null) return;
  throw new UsageError(
    `${shown(text)} names no package that ${ecosystem} could have: ${NAMES[ecosystem] ?? 'not a name there'}.`,
  );
}

function shown(text: string): string {
  return `"${inert(text, MAX_SHOWN_CHARACTERS)}"`;
}
