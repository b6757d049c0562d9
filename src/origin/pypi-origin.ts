import type { Get } from '../fetch/port.ts';
import { object, text } from '../packages/fields.ts';
import { absent, type Answer, type Absent, undetermined, type Undetermined } from './answer.ts';
import { ask, pathSegment } from './ask.ts';
import type { OriginOptions } from './options.ts';
import type { FileProvenance, PypiFile } from './pypi-attestations.ts';
import type { PypiClaim } from './release-claim.ts';

export interface PypiOrigin {
  readonly ecosystem: 'pypi';
  /** Of all files together: attested where each is, by workflows of one repository. */
  readonly provenance: Answer<FileProvenance>;
  readonly files: readonly FileOrigin[];
}

export interface FileOrigin {
  readonly filename: string;
  readonly provenance: Answer<FileProvenance>;
}

const ACCEPT = 'application/vnd.pypi.integrity.v1+json';
/** A release of a large native package has a hundred. */
const MAX_FILES = 200;

/** One GET a file: PyPI attests files, not releases. */
export async function pypiOrigin(get: Get, release: PypiClaim, options: OriginOptions): Promise<PypiOrigin> {
  const asked = await Promise.all(release.files.slice(0, MAX_FILES).map((file) => askFor(get, file, release, options)));
  const files = servesProvenance(asked) ? asked.map(withDefiniteAbsence) : asked;
  return {
    ecosystem: 'pypi',
    provenance: ofAll(files, release.files.length),
    files: files.map(({ filename, provenance }) => ({ filename, provenance })),
  };
}

interface AskedFile extends FileOrigin {
  /** A 404 that does not say what is missing: as mirrors answer that do not know the address. */
  readonly isMissing: boolean;
}

async function askFor(get: Get, file: PypiFile, release: PypiClaim, options: OriginOptions): Promise<AskedFile> {
  const { filename } = file;
  const segments = ['integrity', release.name, release.version, filename, 'provenance'].map(pathSegment);
  if (segments.includes(null)) {
    return { filename, provenance: undetermined('its name cannot be asked for'), isMissing: false };
  }
  const asked = await ask(get, [options.baseUrl, ...segments].join('/'), ACCEPT);
  if (asked.outcome === 'not-found') return { filename, ...withoutAny(asked.excerpt) };
  if (asked.outcome === 'undetermined') return { filename, provenance: asked, isMissing: false };
  // Loaded when there is something to check: they take a tenth of a second and some ten megabytes.
  const [{ pypiAttestations }, { embeddedTrustRoot }] = await Promise.all([
    import('./pypi-attestations.ts'),
    import('./trust-root.ts'),
  ]);
  const root = options.root ?? (await embeddedTrustRoot());
  return { filename, provenance: pypiAttestations(asked.document, file, root), isMissing: false };
}

/** PyPI's words for a file that it has and that nobody attested; for files it does not have, and for addresses, it has others. */
function withoutAny(excerpt: string): { readonly provenance: Absent | Undetermined; readonly isMissing: boolean } {
  const isDefinite = messageIn(excerpt)?.startsWith('No provenance available') === true;
  return isDefinite
    ? { provenance: ABSENT, isMissing: false }
    : { provenance: undetermined('nothing shows that its registry serves provenance'), isMissing: true };
}

const ABSENT = absent('its registry has no provenance of it');

function messageIn(excerpt: string): string | null {
  try {
    return text(object(JSON.parse(excerpt))?.message);
  } catch {
    return null;
  }
}

function servesProvenance(files: readonly AskedFile[]): boolean {
  return files.some(({ provenance: { outcome } }) => outcome === 'attested' || outcome === 'mismatch');
}

function withDefiniteAbsence(file: AskedFile): AskedFile {
  return file.isMissing ? { ...file, provenance: ABSENT, isMissing: false } : file;
}

function ofAll(files: readonly FileOrigin[], count: number): Answer<FileProvenance> {
  const answers = files.map(({ provenance }) => provenance);
  const [first] = answers;
  if (first === undefined) return undetermined('it has no files');
  const contradiction = answers.find(({ outcome }) => outcome === 'mismatch');
  if (contradiction !== undefined) return contradiction;
  if (count > files.length) return undetermined(`only ${files.length} of its ${count} files were asked for`);
  const unknown = answers.find(({ outcome }) => outcome === 'undetermined');
  if (unknown !== undefined) return unknown;
  const without = answers.filter(({ outcome }) => outcome === 'absent').length;
  if (without > 0)
    return absent(without === count ? ABSENT.reason : 'its registry has provenance of some of its files only');
  return isOneRepository(answers) ? first : undetermined('its files were attested from different repositories');
}

function isOneRepository(answers: readonly Answer<FileProvenance>[]): boolean {
  const repositories = answers.flatMap((answer) =>
    answer.outcome === 'attested' ? [answer.identity.repository ?? answer.identity.subject] : [],
  );
  return new Set(repositories).size === 1;
}
