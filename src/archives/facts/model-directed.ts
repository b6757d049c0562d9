import { isPlaceholderAddress } from './recipients.ts';
import { placesInCommand } from './places.ts';

/** Where a text speaks to the model against its user, as UTF-16 offset and length. */
export interface Directed {
  readonly offset: number;
  readonly length: number;
}

const MAX_CHARACTERS = 20_000;
const MAX_FOUND = 20;
/** Each is enough: no description of what a tool does needs to say it. Bounded gaps keep them linear. */
const COMMANDING: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\s{1,3}(?:all\s{1,3}|any\s{1,3}|the\s{1,3}|your\s{1,3}|every\s{1,3}){0,3}(?:previous|prior|earlier|preceding|above|other|existing|system)\s{1,3}(?:\w{1,20}\s{1,3}){0,2}(?:instructions?|prompts?|rules?|messages?|guidelines?|directions?)/gi,
  /\b(?:do\s{1,3}not|don['’]t|never|must\s{1,3}not|should\s{1,3}not|avoid|without)\s{1,3}(?:ever\s{1,3})?(?:tell(?:ing)?|inform(?:ing)?|notify(?:ing)?|alert(?:ing)?|warn(?:ing)?)\s{1,3}(?:the\s{1,3}|your\s{1,3}|any\s{1,3})?(?:user|human|person|owner|operator|developer|anyone|anybody)s?\b/gi,
  /\b(?:do\s{1,3}not|don['’]t|never|must\s{1,3}not)\s{1,3}(?:ever\s{1,3})?(?:(?:mention|reveal|disclose|expose)\b[^.\n]{0,60}\b(?:to\s{1,3}(?:the\s{1,3})?(?:user|human|anyone)|th(?:is|ese)\s{1,3}(?:instruction|step|note|requirement|message|file)s?)|(?:show|display|report)\s{1,3}th(?:is|ese)\s{1,3}(?:instruction|step|note|message)s?|let\s{1,3}the\s{1,3}user\s{1,3}(?:know|see|notice))\b/gi,
  /\b(?:hide|conceal|keep)\b[^.\n]{0,40}\b(?:from\s{1,3}the\s{1,3}(?:user|human)|(?:secret|hidden)\s{1,3}from\b)/gi,
  /\b(?:secretly|covertly|silently\s{1,3}(?:send|forward|copy|read|include|add|collect|upload))\b/gi,
  /\bwithout\s{1,3}(?:the\s{1,3})?users?(?:['’]s)?\s{1,3}(?:knowledge|knowing|noticing|awareness|consent|permission)\b/gi,
  /\b(?:must|always|should|need\s{1,3}to|have\s{1,3}to|please)\s{1,3}(?:\w{1,15}\s{1,3}){0,2}(?:send|include|pass|provide|append|attach|copy|forward|submit|put|insert)\s{1,3}[^.\n]{0,60}\b(?:conversation\s{1,3}(?:history|log)|chat\s{1,3}(?:history|log)|(?:entire|full|whole|complete)\s{1,3}(?:conversation|chat|context)|system\s{1,3}prompt|(?:previous|all|other)\s{1,3}(?:messages|tool\s{1,3}(?:calls|results|outputs)))\b/gi,
  /(?:不要|别|请勿|不得)(?:告诉|告知|通知|提醒)(?:用户|使用者)|忽略(?:之前|以上|先前|所有)的?(?:所有)?(?:指令|指示|提示)|ユーザーに(?:は)?(?:知らせ|伝え|教え)ないで/g,
];
/** Weak on its own: honest descriptions order their tools as well. */
const ORDERING =
  /\b(?:before\s{1,3}(?:using|calling|running|invoking|you)|you\s{1,3}(?:must|need\s{1,3}to|have\s{1,3}to|should)|first\s{1,3}(?:read|open|search|find)|always|otherwise\s{1,3}the\s{1,3}tool|will\s{1,3}not\s{1,3}work|make\s{1,3}sure|ensure|<\s{0,2}(?:important|system|critical|secret|instructions?)\s{0,2}>|\[\s{0,2}(?:system|important|inst)\s{0,2}\])/i;
const TAKING =
  /\b(?:read|open|load|cat|search\s{1,3}for|look\s{1,3}for|find|locate|access|list|copy|grab|fetch|get|check)\s{1,3}(?:\w{1,15}\s{1,3}){0,6}/gi;
const HANDING =
  /\b(?:pass|send|include|provide|append|attach|put|insert|supply|forward|upload|submit|write)\b[^.\n]{0,80}\b(?:content|contents|it|its|them|as|in|parameter|argument|field|sidenote|context)\b/i;
const TAKEN = new Set(['credentials', 'wallet', 'browser-profile', 'agent-config']);
const MAIL = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi;
const EVERY_TIME = /\b(?:always|must|every|all|instead|whenever|any)\b/i;
const ADDRESSING = /\b(?:bcc|cc|copy|copies|forward|send|sent|recipients?|address(?:es)?)\b/i;
const MAX_TAKINGS = 200;
const SENTENCE_CHARACTERS = 300;

/** Where a description tells a model to hide, override, hand over or redirect; bounded, in the order of the text. */
export function modelDirectedIn(text: string): readonly Directed[] {
  const start = text.slice(0, MAX_CHARACTERS);
  const found = [...commands(start), ...takings(start), ...redirections(start)];
  return found.sort((a, b) => a.offset - b.offset).slice(0, MAX_FOUND);
}

function* commands(text: string): Generator<Directed> {
  for (const pattern of COMMANDING) {
    for (const { 0: matched, index } of text.matchAll(pattern)) yield { offset: index, length: matched.length };
  }
}

/** A model is told to read a secret place when the text also orders, or says where its content goes. */
function* takings(text: string): Generator<Directed> {
  if (!ORDERING.test(text) && !HANDING.test(text)) return;
  let looked = 0;
  for (const { 0: matched, index } of text.matchAll(TAKING)) {
    looked += 1;
    if (looked > MAX_TAKINGS) return;
    const rest = text.slice(index, index + SENTENCE_CHARACTERS);
    const [sentence = ''] = rest.split(/[!?\n]|\.\s/, 1);
    const place = placesInCommand(sentence).find(({ category }) => TAKEN.has(category));
    const around = text.slice(Math.max(0, index - SENTENCE_CHARACTERS), index + SENTENCE_CHARACTERS);
    if (place === undefined || !(ORDERING.test(around) || HANDING.test(around))) continue;
    yield { offset: index, length: Math.max(matched.length, sentence.length) };
    return;
  }
}

/** `always send a copy to …`: in one line with an address that is nobody's example. */
function* redirections(text: string): Generator<Directed> {
  for (const { 0: address, index } of text.matchAll(MAIL)) {
    const before = text.slice(Math.max(0, index - SENTENCE_CHARACTERS), index);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    if (!EVERY_TIME.test(line) || !ADDRESSING.test(line) || isPlaceholderAddress(address)) continue;
    yield { offset: index - line.length, length: line.length + address.length };
  }
}
