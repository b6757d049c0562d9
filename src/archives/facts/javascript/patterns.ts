import type { Expression, Node } from '@babel/types';
import { REST, type Write } from './scopes.ts';

const MAX_PATH = 8;

/** All names of a pattern, each with what it takes out of what is written into the whole. */
export function namesIn(pattern: Node, write: Write): readonly { readonly name: string; readonly write: Write }[] {
  if (pattern.type === 'Identifier') return [{ name: pattern.name, write }];
  const found: { readonly name: string; readonly write: Write }[] = [];
  const stack: { readonly node: Node; readonly write: Write }[] = [{ node: pattern, write }];
  for (let each = stack.pop(); each !== undefined; each = stack.pop()) {
    if (each.node.type === 'Identifier') found.push({ name: each.node.name, write: each.write });
    else stack.push(...partsOf(each.node, each.write).toReversed());
  }
  return found;
}

/** The name of a property or member as it is written; null where it is computed. */
export function keyOf(property: { readonly key: Node; readonly computed?: boolean }): string | null {
  const { key } = property;
  if (key.type === 'StringLiteral') return key.value;
  if (key.type === 'NumericLiteral') return String(key.value);
  return key.type === 'Identifier' && property.computed !== true ? key.name : null;
}

/** The member that is taken, as far as it stands there: `#x` for a private one, null where it is computed. */
export function memberKey({
  property,
  computed,
}: {
  readonly property: Node;
  readonly computed: boolean;
}): string | null {
  return property.type === 'PrivateName' ? `#${property.id.name}` : keyOf({ key: property, computed });
}

function partsOf(node: Node, write: Write): readonly { readonly node: Node; readonly write: Write }[] {
  switch (node.type) {
    case 'AssignmentPattern':
      return [{ node: node.left, write: withDefault(write, node.right) }];
    case 'TSParameterProperty':
      return [{ node: node.parameter, write }];
    case 'RestElement':
      return [{ node: node.argument, write: inside(write, REST) }];
    case 'ArrayPattern':
      return node.elements.flatMap((element, index) =>
        element === null
          ? []
          : [{ node: element, write: element.type === 'RestElement' ? write : inside(write, String(index)) }],
      );
    case 'ObjectPattern':
      return node.properties.map((property) =>
        property.type === 'RestElement'
          ? { node: property, write }
          : { node: property.value, write: inside(write, keyOf(property)) },
      );
    default:
      return [];
  }
}

/** A member that is computed or lies too deep is not known, and what was taken out of the whole then is not either. */
function inside(write: Write, key: string | null): Write {
  if (key === null || write.path.length >= MAX_PATH) return { ...write, how: 'unknown', path: [], otherwise: null };
  return { ...write, path: [...write.path, key], otherwise: null };
}

function withDefault(write: Write, value: Expression): Write {
  return write.how === 'unknown' ? { ...write, how: 'is', node: value, path: [] } : { ...write, otherwise: value };
}
