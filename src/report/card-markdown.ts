import type { Card } from '../card/card.ts';
import {
  ageSaid,
  changesSaid,
  codeHostSaid,
  inventedSaid,
  OUTCOMES,
  organisationSaid,
  packageSaid,
  permissionSaid,
  PERMISSION_TITLES,
  portfolioSaid,
  provenanceSaid,
  RECALL_TITLES,
  recallListsSaid,
  unlistedSaid,
  unseenPermissions,
} from './card-words.ts';
import { code, text } from './markdown.ts';
import { onOneLine } from './wrapped.ts';

const MAX_TEXT = 400;
const MAX_TOOLS = 40;
const MAX_UNSEEN = 12;

/** The card as a comment on a pull request: what a reviewer decides by stands open, the rest is folded. */
export function renderCardMarkdown(card: Card): string {
  const { name, description, recalls, inputs, undeclaredSecrets } = card;
  const organisation = organisationSaid(card);
  const invented = inventedSaid(card);
  const version = card.packages?.find((each) => each.version !== null)?.version ?? card.version;
  const secrets = [
    ...inputs.flatMap((each) => (each.goesTo === null ? [] : [{ name: each.name, said: each.goesTo.said, note: '' }])),
    ...undeclaredSecrets.map((each) => ({
      name: each.name,
      said: each.goesTo.said,
      note: card.listings.length === 0 ? '' : ', not declared',
    })),
  ];
  return [
    `### ${code(name)}${version === null ? '' : ` ${code(version)}`}`,
    '',
    ...(invented === '' ? [] : [`**${text(invented, MAX_TEXT)}**`, '']),
    ...(description === null ? [] : [text(onOneLine(description), MAX_TEXT), '']),
    ...(organisation === '' ? [] : [`- **Organisation:** ${text(organisation, MAX_TEXT)}`]),
    ...recalls.map(({ kind, statement }) => `- **${RECALL_TITLES[kind]}:** ${text(statement, MAX_TEXT)}`),
    ...facts(card).map(([label, said]) => `- **${label}:** ${text(said, MAX_TEXT)}`),
    ...(secrets.length === 0 ? [] : ['', '**Where secrets go**', '']),
    ...secrets.map((each) => `- ${code(each.name)}${each.note}: ${text(each.said, MAX_TEXT)}`),
    ...abilities(card),
    ...findings(card),
    ...changes(card),
    ...folded(
      `Tools (${card.tools.tools.length}, ${card.tools.from === 'claimed' ? 'claimed, not observed' : 'read from its code'})`,
      tools(card),
    ),
    ...folded(
      'Not looked at',
      card.unseen.slice(0, MAX_UNSEEN).map(({ what, why }) => `- ${text(`${what}: ${why}`, MAX_TEXT)}`),
    ),
    '',
    `<sub>As of ${card.asOf}; nothing was installed, run or contacted. Fired, silent and unseen are not verdicts; a person decides.</sub>`,
    '',
  ].join('\n');
}

function facts(card: Card): readonly (readonly [string, string])[] {
  const { publisher, repository, packages, remotes, gateway, listings } = card;
  const publisherSaid = [publisher.namespace ?? 'not known', portfolioSaid(card), ageSaid(card)].filter(
    (part) => part !== '',
  );
  const differs =
    repository.packages === 'different' ? `, but the package names ${repository.saidByPackages.join(', ')}` : '';
  return [
    ['Listed', listings.map(({ id }) => id).join(' · ') || unlistedSaid(card)],
    ['Publisher', publisherSaid.join(' · ')],
    ['Repository', `${repository.canonical ?? repository.url ?? 'not known'}${differs}`],
    ...(repository.host === null ? [] : [['At its host', codeHostSaid(repository.host)] as const]),
    ...(packages ?? []).flatMap((each): (readonly [string, string])[] => [
      ['Package', packageSaid(each, card)],
      ...(each.launch === '' ? [] : [['Launch', each.launch] as const]),
    ]),
    ...(remotes ?? []).map(({ url, type }) => ['Remote', `${url} (${type})`] as const),
    ...(gateway === null ? [] : [['Gateway', `${gateway}; not statically falsifiable`] as const]),
    ['Provenance', provenanceSaid(card)],
    ['Recalls', recallListsSaid(card)],
  ];
}

function abilities({ capabilities }: Card): readonly string[] {
  if (capabilities === null) return ['', '**What it can do:** no code was read, so this is not known.'];
  const asked = capabilities.hosts.filter(({ how }) => how === 'asked').map(({ host }) => host);
  const { exposure } = capabilities;
  return [
    '',
    '**What its code can do** (not what its dependencies do)',
    '',
    ...capabilities.permissions.map(
      (each) => `- ${PERMISSION_TITLES[each.class]}: ${text(permissionSaid(each), MAX_TEXT)}`,
    ),
    ...(asked.length === 0
      ? []
      : [
          `- hosts: ${asked
            .slice(0, 12)
            .map((host) => code(host))
            .join(', ')}`,
        ]),
    ...capabilities.installHooks.map((hook) => `- runs at install: ${code(hook)}`),
    `- not seen: ${unseenPermissions(capabilities).join(', ') || 'nothing of the six'}`,
    ...(exposure.allThree
      ? [
          '',
          `> Private data, untrusted input and a way out meet here: ${text([...exposure.privateData, ...exposure.untrustedInput, ...exposure.wayOut].join('; '), MAX_TEXT)}`,
        ]
      : []),
  ];
}

function findings({ findings: all }: Card): readonly string[] {
  return all.flatMap(({ pipeline, outcome, tier, score, fired, from }) => [
    '',
    outcome === 'fired'
      ? `**${pipeline}: ${tier ?? ''}, ${score ?? 0} of 100** (${from})`
      : `**${pipeline}:** ${OUTCOMES[outcome]} (${from})`,
    ...(fired.length === 0 ? [] : ['']),
    ...fired.flatMap(({ id, statements, clearedBy }) => [
      `- ${code(id)}: ${text(statements.join('; '), MAX_TEXT)}`,
      `  - innocent if: ${text(clearedBy, MAX_TEXT)}`,
    ]),
  ]);
}

function changes({ changes: all }: Card): readonly string[] {
  return all.flatMap((each) => {
    const said = changesSaid(each);
    return [
      '',
      `**Changed from ${code(each.from)} to ${code(each.to)}**`,
      '',
      ...(said.length === 0
        ? ['- no class, host, secret, tool or dependency came or went']
        : said.map(([label, what]) => `- ${label}: ${text(what, MAX_TEXT)}`)),
    ];
  });
}

function tools({ tools: { tools: all } }: Card): readonly string[] {
  const shown = all.slice(0, MAX_TOOLS).map(({ name, description }) => {
    const said = (description ?? '').replaceAll(/\s+/g, ' ').trim();
    return `- ${code(name)}${said === '' ? '' : `: ${text(said, 160)}`}`;
  });
  return all.length > shown.length ? [...shown, `- and ${all.length - shown.length} more`] : shown;
}

function folded(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `<details><summary>${title}</summary>`, '', ...lines, '', '</details>'];
}
