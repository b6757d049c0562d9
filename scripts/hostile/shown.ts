import { code, text } from '../../src/report/markdown.ts';
import { inert, inertJson } from '../../src/text/inert.ts';
import { skeletons } from '../../src/text/skeleton.ts';
import { words } from '../../src/text/words.ts';
import { naughtyStrings } from './strings.ts';
import { must, type Trial } from './trial.ts';

const UNSEEN = /(?!\u{FE0F})[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const MOST_CHARACTERS = 500;
/** Outside of code spans: a tag, an image or link, or an address that a renderer would make live. */
const LIVE = /(?<!\\)<[a-z!/?]|(?<!\\)\]\(|https?:\/\/|www\./i;

/** Every string through every way in which text is shown or compared. */
export function shownTrials(): readonly Trial[] {
  return naughtyStrings().map((naughty) => ({ name: JSON.stringify(naughty.slice(0, 40)), run: () => ledTo(naughty) }));
}

function ledTo(naughty: string): string {
  const shown = inert(naughty);
  must(!UNSEEN.test(shown), 'something unseen is left');
  must(shown.length <= MOST_CHARACTERS + 1, `${shown.length} characters`);
  must(inert(shown) === shown, 'shown twice it is another text');
  const json = inertJson({ [naughty]: naughty });
  must(!UNSEEN.test(json), 'something unseen is left in JSON');
  must(JSON.stringify(JSON.parse(json)) === JSON.stringify({ [naughty]: naughty }), 'JSON says something else');
  const prose = text(naughty, MOST_CHARACTERS);
  must(!UNSEEN.test(prose), 'something unseen is left in Markdown');
  must(!LIVE.test(prose.replaceAll(/`[^`]*`/g, '')), `live in Markdown: ${prose.slice(0, 60)}`);
  must((code(naughty).match(/`/g) ?? []).length === 2, 'a code span that ends early');
  skeletons(naughty);
  words(naughty);
  return shown === naughty ? 'shown as it is, as text' : 'unseen characters spelled out or cut';
}
