import { isObject, purlIn } from '../fields.ts';
import { type Kept, observeDocument } from '../observe.ts';
import type { Ecosystem } from '../port.ts';
import { npmRegistryUrl } from './address.ts';
import { archivesOf } from './archives.ts';
import { packumentOf } from './packument.ts';
import { cutDocument, NpmDocument, npmDocument } from './schema.ts';

const MAX_NAME_CHARACTERS = 214;
/** Names from before 2017 may hold capitals and `~'!()*`; none ever began with a dot or an underscore. */
const NAME = /^(?:@[A-Za-z0-9~-][\w.~-]*\/)?[A-Za-z0-9~-][\w.~!'()*-]*$/;

/** npm, asked at the registry that npm itself is set to. The full document: the short one has no times and no publishers. */
export const npm: Ecosystem = {
  id: 'npm',
  title: 'npm',
  get baseUrl() {
    return npmRegistryUrl();
  },
  filesUrl: null,
  pace: { concurrency: 8, requestsPerSecond: 20 },

  async observe(purl, name, get, baseUrl) {
    if (name.length > MAX_NAME_CHARACTERS || !NAME.test(name)) {
      return { purl, outcome: 'not-read', reason: 'not a package name' };
    }
    const url = `${baseUrl}/${name.replace('/', '%2f')}`;
    return observeDocument({ purl, url, get, cut: (document) => cutOf(document, name) });
  },

  read({ purl, document, resource }) {
    return packumentOf(npmDocument(document), { purl: purlIn(purl), resource });
  },

  unreadReleases({ document }) {
    return Object.values(npmDocument(document).versions ?? {}).filter((manifest) => !isObject(manifest)).length;
  },

  archives({ document }, version, baseUrl) {
    return archivesOf(NpmDocument.parse(document), version, baseUrl);
  },
};

function cutOf(document: unknown, name: string): Kept {
  const checked = NpmDocument.safeParse(document);
  if (!checked.success) return { refused: 'its document does not have the shape of a packument' };
  if (checked.data.name !== name) return { refused: 'its registry answered with another package' };
  return { document: cutDocument(document) ?? null };
}
