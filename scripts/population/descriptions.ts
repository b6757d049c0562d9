/**
 * Invented descriptions: enough different words that two of them are alike only where they were meant to be.
 *
 * Real ones of the official registry: median 83 of at most 100 characters, 24 % with a character outside ASCII (mostly an em
 * dash), some template leftovers shared verbatim.
 */
import { DESCRIPTION_CHARACTERS, LONG_DESCRIPTION_CHARACTERS } from './figures.ts';
import { capital } from './names.ts';
import { between, happens, pick, quantile, weighted, type Chance, type Some, type Weighted } from './random.ts';
import { AUDIENCES, OBJECTS, QUALITIES, REMARKS, VERBS } from './words.ts';

const MOST_CHARACTERS = 100;
const LEFTOVERS: Some<string> = [
  'A short description of this server goes here',
  'TODO: describe this server',
  'Starter kit: an empty server to copy',
  'Quickstart server with one weather tool',
  'Work in progress, does nothing yet',
];
/** Beginnings and ends that fit each other, by script. */
const OTHER_SCRIPTS: Some<readonly [Some<string>, Some<string>]> = [
  [
    ['潮汐', '港口', '渡轮', '天气', '发票', '文档', '航线', '仓储'],
    ['数据查询服务', '搜索工具', '管理与分析', '智能体接口', '实时提醒', '批量处理', '统计与报表'],
  ],
  [
    ['潮見表', '天気', '船の時刻', '請求書', '在庫', '議事録', '地図'],
    ['を調べるサーバー', 'の検索ツール', 'をまとめて管理', 'の自動作成', 'をAIに渡す'],
  ],
  [
    ['조석', '날씨', '배편', '송장', '재고', '문서', '지도'],
    [' 조회 서버', ' 검색 도구', ' 관리와 분석', ' 자동화', ' 알림'],
  ],
  [
    ['Приливы', 'Погода', 'Расписание паромов', 'Счета', 'Документы', 'Карты'],
    [' для помощников', ': поиск и сводки', ' и отчёты', ' с уведомлениями', ' без ключа'],
  ],
  [
    ['Marées', 'Météo du port', 'Horaires du bac', 'Factures', 'Entrepôt', 'Archives'],
    [' à jour pour vos assistants', ' : recherche et résumés', ' et alertes immédiates', ' prêtes à vérifier'],
  ],
  [
    ['לוחות גאות', 'מזג אוויר', 'מעבורות', 'חשבוניות', 'מסמכים'],
    [' לסוכנים', ': חיפוש וסיכום', ' בזמן אמת', ' ודוחות'],
  ],
];

/** At most 100 characters, as the official registry allows. */
export function description(chance: Chance, subject: string): string {
  if (happens(chance, 0.006)) return pick(chance, LEFTOVERS);
  if (happens(chance, 0.022)) return otherScript(chance);
  const target = Math.round(quantile(chance, DESCRIPTION_CHARACTERS));
  if (target < 34) return `${capital(subject)} ${pick(chance, ['server', 'tools', 'connector', 'for agents', 'MCP'])}`;
  let text = opening(chance, subject);
  while (text.length < target) text += tail(chance);
  return fitted(text, target, chance);
}

/** As Glama and Smithery show them: several sentences, here and there a readme. */
export function longDescription(chance: Chance, subject: string, short: string): string {
  if (happens(chance, 0.02)) return happens(chance, 0.2) ? '' : pick(chance, LEFTOVERS);
  const target = Math.round(quantile(chance, LONG_DESCRIPTION_CHARACTERS));
  const start = happens(chance, 0.5) ? short.replace(/…$/, '').replace(/\.?$/, '.') : `${opening(chance, subject)}.`;
  const gap = happens(chance, 0.014) ? '\n\n' : ' ';
  let text = start;
  while (text.length < target) text += gap + sentence(chance);
  return text.length <= target + 80 ? text : `${text.slice(0, target).trimEnd()}.`;
}

const OPENINGS: Weighted<(chance: Chance, subject: string) => string> = [
  [(chance, subject) => `MCP server for ${subject}${dash(chance)}${verbs(chance)} ${things(chance)}`, 3],
  [(chance, subject) => `${capital(verbs(chance))} ${things(chance)} for ${subject}`, 3],
  [
    (chance, subject) => `${capital(subject)} for ${audience(chance)}${dash(chance)}${verbs(chance)} ${things(chance)}`,
    3,
  ],
  [(chance, subject) => `${capital(pick(chance, QUALITIES))} ${subject}: ${things(chance)} and ${things(chance)}`, 2],
  [(chance, subject) => `${capital(things(chance))}, ${things(chance)} and ${subject} over MCP`, 2],
  [(chance, subject) => `${between(chance, 3, 90)} tools to ${verbs(chance)} ${things(chance)} with ${subject}`, 2],
  [(chance, subject) => `Lets ${audience(chance)} ${verbs(chance)} ${things(chance)} (${subject})`, 1],
];

function otherScript(chance: Chance): string {
  const [starts, ends] = pick(chance, OTHER_SCRIPTS);
  return `${pick(chance, starts)}${pick(chance, ends)}`;
}

function opening(chance: Chance, subject: string): string {
  return weighted(chance, OPENINGS)(chance, subject);
}

function tail(chance: Chance): string {
  if (happens(chance, 0.5)) return `, ${pick(chance, VERBS)} ${things(chance)}`;
  return `. ${spaced(pick(chance, REMARKS)).replace(/\.$/, '')}`;
}

/** Cut at a word; some publishers cut with an ellipsis. */
function fitted(text: string, target: number, chance: Chance): string {
  if (text.length <= target) return text;
  const cut = text.slice(0, Math.max(text.lastIndexOf(' ', target), 1));
  return happens(chance, 0.025) && cut.length < MOST_CHARACTERS ? `${cut}…` : cut.replace(/[,.:;(—-]$/, '').trimEnd();
}

function sentence(chance: Chance): string {
  const remark = happens(chance, 0.4) ? ` ${spaced(pick(chance, REMARKS))}` : '';
  return `${capital(verbs(chance))} ${things(chance)} and ${things(chance)} for ${audience(chance)}.${remark}`;
}

function verbs(chance: Chance): string {
  const [one, two] = [pick(chance, VERBS), pick(chance, VERBS)];
  return happens(chance, 0.5) ? one : `${one} and ${two}`;
}

export function things(chance: Chance): string {
  return happens(chance, 0.6) ? `${pick(chance, QUALITIES)} ${pick(chance, OBJECTS)}` : pick(chance, OBJECTS);
}

function audience(chance: Chance): string {
  return spaced(pick(chance, AUDIENCES));
}

function dash(chance: Chance): string {
  return happens(chance, 0.72) ? ' — ' : ': ';
}

function spaced(text: string): string {
  return text.replaceAll('_', ' ');
}
