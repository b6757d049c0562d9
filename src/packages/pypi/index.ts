import { isObject, purlIn } from '../fields.ts';
import { type Kept, observeDocument } from '../observe.ts';
import type { Ecosystem } from '../port.ts';
import { archivesOf } from './archives.ts';
import { projectOf } from './project.ts';
import { cutDocument, PypiDocument, pypiDocument } from './schema.ts';

const BASE_URL = 'https://pypi.org';
const FILES_URL = 'https://files.pythonhosted.org';
const MAX_NAME_CHARACTERS = 214;
/** PEP 508. */
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;

/** PyPI's project JSON: all releases with their files, dependencies of the latest only, and nobody's name on an upload. */
export const pypi: Ecosystem = {
  id: 'pypi',
  title: 'PyPI',
  baseUrl: BASE_URL,
  filesUrl: FILES_URL,
  pace: { concurrency: 8, requestsPerSecond: 10 },

  async observe(purl, name, get, baseUrl) {
    if (name.length > MAX_NAME_CHARACTERS || !NAME.test(name)) {
      return { purl, outcome: 'not-read', reason: 'not a package name' };
    }
    const url = `${baseUrl}/pypi/${folded(name)}/json`;
    return observeDocument({ purl, url, get, cut: (document) => cutOf(document, name) });
  },

  read({ purl, document, resource }) {
    return projectOf(pypiDocument(document), { purl: purlIn(purl), resource });
  },

  unreadReleases({ document }) {
    return Object.values(pypiDocument(document).releases ?? {}).filter((files) => !areFiles(files)).length;
  },

  archives({ document }, version, baseUrl) {
    const isOwn = new URL(baseUrl).origin === new URL(BASE_URL).origin;
    return archivesOf(PypiDocument.parse(document), version, { baseUrl, filesUrl: FILES_URL, isOwn });
  },
};

function cutOf(document: unknown, name: string): Kept {
  const checked = PypiDocument.safeParse(document);
  if (!checked.success) return { refused: 'its document does not have the shape of a project' };
  if (folded(checked.data.info.name) !== folded(name)) return { refused: 'its registry answered with another package' };
  return { document: cutDocument(document) ?? null };
}

/** None at all are those of a release that was taken away, which is left out because nothing is left of it. */
function areFiles(files: unknown): boolean {
  return Array.isArray(files) && (files.length === 0 || files.some(isObject));
}

/** PEP 503. */
function folded(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}
