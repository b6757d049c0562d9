import type { AssignmentExpression, Node } from '@babel/types';
import type { Context } from './context.ts';
import { keyOf, memberKey } from './patterns.ts';
import { lookup } from './scopes.ts';
import type { AnyCall, Site } from './surveyed.ts';
import { exactText } from './values.ts';

/** What data passes through on its way out or in, or programs on their way to being run: whoever replaces it sees all of it. */
const PATCHABLE =
  /^(?:fetch|XMLHttpRequest|WebSocket|EventSource|Request|eval|Function|require|atob|btoa|localStorage|sessionStorage|crypto|Proxy|ethereum|solana|JSON\.(?:parse|stringify)|Function\.prototype\.(?:call|apply|bind|toString)|(?:XMLHttpRequest|WebSocket|EventSource|Request|Response|Headers|FormData|Storage|HTMLFormElement|HTMLInputElement|EventTarget|Navigator|Clipboard|Body)\.prototype\.\w{1,40}|navigator\.(?:sendBeacon|clipboard\.\w{1,20})|(?:http|https|http2|net|tls|dns|dgram|fs|fs\.promises|child_process|vm|module|crypto|zlib|worker_threads|undici)\.(?:prototype\.)?(?!exports$|paths$|children$|parent$|id$|filename$|loaded$|hot$)\w{1,40}(?:\.prototype\.\w{1,40})?|process\.(?:emit|binding|dlopen|exit|kill|stdout\.write|stderr\.write|stdin\.\w{1,20}|mainModule|send)|ethereum\.\w{1,40}|solana\.\w{1,40}|axios\.(?:request|get|post|interceptors)|require\.(?:cache|extensions)|require\.extensions\..{1,20})$/;
const MAX_CHARACTERS = 120;

/** Tells of an assignment that replaces what others call: `globalThis.fetch = …`, `https.request = …`. */
export function assignedPatchFacts(context: Context, site: Site<AssignmentExpression>): void {
  const { left, operator } = site.node;
  if (operator !== '=') return;
  if (left.type === 'Identifier' && lookup(site.scope, left.name) === null)
    tellPatch(context, site, left.name, 'assignment');
  if (left.type !== 'MemberExpression' || left.object.type === 'ThisExpression') return;
  const name = memberKey(left) ?? exactText(context.reader.read(left.property, site.scope).value);
  if (name !== null) tellPatch(context, site, memberMeaning(context, left.object, name, site), 'assignment');
}

/** The same for `Object.defineProperty`, `Object.assign`, `Reflect.set` and `defineProperties`. */
export function definedPatchFacts(context: Context, site: Site<AnyCall>, meaning: string): void {
  const [target, key] = site.node.arguments;
  if (target === undefined || key === undefined) return;
  if (meaning === 'Object.defineProperty' || meaning === 'Reflect.set' || meaning === 'Reflect.defineProperty') {
    const name = exactText(context.reader.read(key, site.scope).value);
    const by = meaning === 'Reflect.set' ? 'assignment' : 'defineProperty';
    if (name !== null) tellPatch(context, site, memberMeaning(context, target, name, site), by);
  }
  if (meaning !== 'Object.assign' && meaning !== 'Object.defineProperties') return;
  if (key.type !== 'ObjectExpression') return;
  for (const property of key.properties) {
    const name = property.type === 'SpreadElement' ? null : keyOf(property);
    if (name !== null)
      tellPatch(
        context,
        site,
        memberMeaning(context, target, name, site),
        meaning === 'Object.assign' ? 'assignment' : 'defineProperty',
      );
  }
}

function memberMeaning({ reader }: Context, target: Node, name: string, { scope }: Site): string | null {
  const whole = reader.meaning(target, scope);
  if (whole === null) return null;
  return whole === 'globalThis' ? name : `${whole}.${name}`;
}

function tellPatch(context: Context, site: Site, meaning: string | null, by: string): void {
  if (meaning === null || meaning.length > MAX_CHARACTERS || !PATCHABLE.test(meaning)) return;
  context.tell({ kind: 'patched-global', value: meaning.includes('.') ? meaning : `globalThis.${meaning}`, by }, site);
}
