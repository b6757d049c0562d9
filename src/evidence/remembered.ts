/**
 * Entries are asked about a few at a time, each by every signal: so many that what the first signal made of an entry is still there
 * for the last one.
 */
const MOST_REMEMBERED = 512;

/**
 * Makes something of each key once, and forgets all when there are many.
 *
 * No WeakMap: what its values hold survives the young generation of the heap, so that every entry would grow old, and be collected
 * at a tenth of the whole cost of a scan.
 */
export function remembered<Key, Made extends {} | null>(
  make: (key: Key) => Made,
  most: number = MOST_REMEMBERED,
): (key: Key) => Made {
  const recent = new Map<Key, Made>();
  return (key) => {
    const known = recent.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    if (recent.size >= most) recent.clear();
    recent.set(key, made);
    return made;
  };
}
