import type { AnySubject } from './brand-owners.ts';
import type { LookalikeContext } from './lookalike.ts';

/**
 * What protected thing an entry is named after: a brand, a reference server, a vendor's package, a widely used package or an established server. null where
 * it is named after none, or where a vendor publishes it.
 *
 * What is ordinary of most new servers (young, small, little used) is only asked of those that borrow a name.
 */
export function namedAfter(subject: AnySubject, context: LookalikeContext): string | null {
  const view = context.view(subject);
  if (view.owners.length > 0) return null;
  const [brand] = view.foreign;
  if (brand !== undefined) return brand.brand.name;
  for (const { reading, ecosystem, text } of view.names) {
    const [alike] = view.notOwned([...reading.lookingLike, ...reading.divided, ...reading.typos]);
    if (alike !== undefined) return alike.brand.name;
    const [dropped] = ecosystem === 'npm' ? context.names.scopeDropped(text) : [];
    if (dropped !== undefined) return dropped.of;
    const squatted = ecosystem === null ? null : context.names.referenceSquat(ecosystem, text);
    if (squatted !== null) return squatted.genuine;
    const popular = ecosystem === null ? null : context.popular.resembled(ecosystem, text);
    if (popular !== null) return popular.of;
  }
  return context.population.established.resembledBy(subject.entry.id)?.server.id ?? null;
}
