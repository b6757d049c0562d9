import type { ReportingDescriptor } from 'sarif';
import { heaviest, type SignalDeclaration } from '../signal.ts';
import { inert } from '../text/inert.ts';

/** A signal as the rule it is in SARIF: what it says, why, when it is innocent, and how often it fires on ordinary entries. */
export function ruleOf(signal: SignalDeclaration): ReportingDescriptor {
  const { id, title, rationale, falsePositives, family, baseRate, references } = signal;
  const rate =
    baseRate === null ? 'no published figure' : `${baseRate.value} (${baseRate.population}, ${baseRate.date})`;
  return {
    id,
    shortDescription: { text: sarifText(title, 300) },
    fullDescription: { text: sarifText(rationale, 1_000) },
    help: {
      text: sarifText(
        `Why: ${rationale} When it is innocent: ${falsePositives} How often it fires on ordinary entries: ${rate}. ` +
          `References: ${references.length === 0 ? 'none' : references.join('; ')}. A result is a reason to read, not a verdict.`,
        4_000,
      ),
    },
    defaultConfiguration: { level: 'note' },
    properties: { family, weightAtMost: heaviest(signal), tags: ['mcp', 'supply-chain'] },
  };
}

/**
 * Words as a plain SARIF message: what does not show is spelled out, and what would make a link of them (`[words](address)`, §3.11.6) or
 * a placeholder (`{0}`, §3.11.5) is escaped.
 */
export function sarifText(words: string, maxCharacters: number): string {
  const shown = inert(words, maxCharacters)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&');
  return shown === '' ? ' ' : shown;
}
