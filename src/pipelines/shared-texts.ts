/** Of texts that more entries or publishers have than this, nobody is the author: templates, and farms of one. */
const MOST_ENTRIES = 20;
const MOST_PUBLISHERS = 3;
/** What comes after it is not compared. */
const MAX_CHARACTERS = 600;

/** How often the same text stands in a snapshot. */
export interface SharedTexts {
  see(text: string, publisher: string): void;
  /** Whether more than 20 entries or more than 3 publishers have it, letter for letter but for case and blanks at its ends. */
  isBoilerplate(text: string): boolean;
}

interface Shared {
  entries: number;
  readonly publishers: string[];
}

/** Keeps a number and a publisher of most texts, never the text. */
export function sharedTexts(): SharedTexts {
  const seen = new Map<number, string | Shared>();
  return {
    see(text, publisher) {
      const key = hash(text);
      const known = seen.get(key);
      if (known === undefined) {
        seen.set(key, publisher);
        return;
      }
      const shared = typeof known === 'string' ? { entries: 1, publishers: [known] } : known;
      shared.entries += 1;
      if (shared.publishers.length <= MOST_PUBLISHERS && !shared.publishers.includes(publisher))
        shared.publishers.push(publisher);
      seen.set(key, shared);
    },
    isBoilerplate(text) {
      const known = seen.get(hash(text));
      if (known === undefined || typeof known === 'string') return false;
      return known.entries > MOST_ENTRIES || known.publishers.length > MOST_PUBLISHERS;
    },
  };
}

/** 53 bits of two FNV-1a hashes: two of a million texts meet by chance once in ten thousand snapshots. */
function hash(text: string): number {
  const compared = text.slice(0, MAX_CHARACTERS).trim().toLowerCase();
  let [one, other] = [0x81_1c_9d_c5, 0x01_00_01_93];
  for (let at = 0; at < compared.length; at += 1) {
    const code = compared.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01_00_01_93);
    other = Math.imul(other ^ (code + at), 0x85_eb_ca_6b);
  }
  return (one >>> 0) * 2 ** 21 + (other >>> 11);
}
