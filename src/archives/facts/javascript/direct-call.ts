import type { Node } from '@babel/types';
import type { Context } from './context.ts';
import type { AnyCall, Site } from './surveyed.ts';

/** A call by what is called, with what that is given: `exec.call(null, 'x')`, `exec.apply(null, ['x'])` and `Reflect.apply` are `exec('x')`. */
export function directCall(
  { reader }: Context,
  site: Site<AnyCall>,
): { readonly meaning: string | null; readonly site: Site<AnyCall> } {
  const { node, scope } = site;
  const meaning = reader.meaning(node.callee, scope);
  if (meaning === null || node.type === 'NewExpression') return { meaning, site };
  const [first, second, third] = node.arguments;
  if (meaning === 'Reflect.apply' && first !== undefined)
    return called(site, reader.meaning(first, scope), elements(third));
  if (meaning.endsWith('.call')) return called(site, meaning.slice(0, -'.call'.length), node.arguments.slice(1));
  if (meaning.endsWith('.apply')) return called(site, meaning.slice(0, -'.apply'.length), elements(second));
  return { meaning, site };
}

type Given = AnyCall['arguments'];

function called(
  site: Site<AnyCall>,
  meaning: string | null,
  given: Given,
): { readonly meaning: string | null; readonly site: Site<AnyCall> } {
  return { meaning, site: { ...site, node: { ...site.node, arguments: given } } };
}

function elements(list: Node | undefined): Given {
  return list?.type === 'ArrayExpression' ? list.elements.filter((each) => each !== null) : [];
}
