import type { QuarantinedRow } from '../model/snapshot.ts';

/** The fields in which registries write a server's name. */
const NAME = /"(?:name|qualifiedName|slug|id|loc)"\s{0,9}:\s{0,9}("(?:[^"\\]|\\.){1,1000}")/g;

/**
 * Names in the excerpt of a refused row: an entry whose row was refused is not gone.
 *
 * More than the server's own name is among them (packages, inputs), which can only keep an entry from being called gone.
 */
export function refusedNames({ excerpt }: Pick<QuarantinedRow, 'excerpt'>): readonly string[] {
  return [...excerpt.matchAll(NAME)].flatMap(([, quoted = '']) => {
    try {
      const name: unknown = JSON.parse(quoted);
      return typeof name === 'string' ? [name] : [];
    } catch {
      return [];
    }
  });
}
