import { skeletons } from '../../src/text/skeleton.ts';
import type { Trial } from './trial.ts';

/** Letters with characters that look like them: Cyrillic, Greek, Armenian, Latin beyond ASCII, compatibility forms, digits. */
const ALIKE: Readonly<Record<string, string>> = {
  a: '\u0430\u03b1\u0251\uff41\u{1d41a}\u{1d68a}\u00e0\u0103',
  b: '\uff42\u{1d41b}\u0184',
  c: '\u0441\u03f2\u2ca5\uff43\u{1d41c}\u217d',
  d: '\u0501\u{1d41d}\u217e\uff44',
  e: '\u0435\u{1d41e}\uff45\u212f\u00e9',
  g: '\u0261\u{1d420}\uff47\u018d',
  h: '\u04bb\u{1d421}\uff48\u0570',
  i: '\u0456\u0131\u{1d422}\uff49\u2170\u03b9',
  k: '\u{1d424}\uff4b\u043a\u03ba',
  l: '\u04cf1I|\u2113\u217c\uff4c\u0196',
  m: '\u{1d426}\uff4d\u217f',
  n: '\u0578\u{1d427}\uff4e',
  o: '\u043e\u03bf\u0585\u{1d428}\uff4f0\u00f6\u00f8',
  p: '\u0440\u03c1\u{1d429}\uff50',
  r: '\u{1d42b}\uff52\u0433',
  s: '\u0455\u{1d42c}\uff53\ua731',
  t: '\u{1d42d}\uff54\u03c4',
  u: '\u{1d42e}\uff55\u03c5\u057d',
  v: '\u03bd\u0475\u{1d42f}\uff56\u2174',
  w: '\u0461\u051d\u{1d430}\uff57',
  x: '\u0445\u00d7\u{1d431}\uff58\u2179',
  y: '\u0443\u03b3\u04af\u{1d432}\uff59',
  z: '\u{1d433}\uff5a\u1d22',
};
const NAMES = [
  'stripe',
  'github',
  'google',
  'slack',
  'notion',
  'cloudflare',
  'anthropic',
  'postmark',
  'openai',
  'microsoft',
  'supabase',
  'figma',
];
const BETWEEN = ['\u200b', '\u200d', '\u00ad', '\u2060', '\ufeff', '\u034f', '\u180e'];

/** Names with one letter in disguise, or something unseen between two: does the comparison see through it? */
export function confusableTrials(): readonly Trial[] {
  return NAMES.flatMap((name) =>
    [
      ...[...name].flatMap((letter, at) =>
        [...(ALIKE[letter] ?? '')].map((other) => name.slice(0, at) + other + name.slice(at + 1)),
      ),
      ...BETWEEN.map((unseen) => name.slice(0, 3) + unseen + name.slice(3)),
      name.toUpperCase(),
    ].map((disguised) => ({
      name: `${disguised} for ${name}`,
      run: () => (meets(disguised, name) ? 'the same skeleton' : 'another skeleton: told by edits, if at all'),
    })),
  );
}

function meets(disguised: string, name: string): boolean {
  const own = skeletons(name);
  return skeletons(disguised)
    .values()
    .some((each) => own.has(each));
}
