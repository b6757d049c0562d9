import { inert } from '../../text/inert.ts';
import { hiddenCharactersIn } from './hidden-characters.ts';
import { modelDirectedIn } from './model-directed.ts';

export interface Instruction {
  readonly kind: 'instruction';
  readonly by: 'model-directed' | 'hidden-characters';
  /** Excerpt, what is hidden spelled out. */
  readonly value: string;
  /** In UTF-16 code units from the start of the text. */
  readonly offset: number;
}

const CHARACTERS_AROUND = 40;
const MAX_EXCERPT = 240;

/**
 * Where a text that models read (a tool's name, title or description, a parameter's description) speaks to the model against its user,
 * or hides characters; in the order of the text.
 *
 * Not for programs or documents as a whole: prompts are ordinary there. For those see `hiddenCharactersIn`.
 */
export function instructionsIn(text: string): readonly Instruction[] {
  return [...hiddenInstructions(text), ...directedInstructions(text)].sort((a, b) => a.offset - b.offset);
}

/** The runs of hidden characters alone, for texts in which prompts are ordinary. */
export function hiddenInstructions(text: string): readonly Instruction[] {
  return hiddenCharactersIn(text).map(({ offset, length, spelled }) => {
    const before = inert(text.slice(Math.max(0, offset - CHARACTERS_AROUND), offset), MAX_EXCERPT);
    const after = inert(text.slice(offset + length, offset + length + CHARACTERS_AROUND), MAX_EXCERPT);
    return { kind: 'instruction', by: 'hidden-characters', value: `${before}⟦${spelled}⟧${after}`, offset };
  });
}

function directedInstructions(text: string): readonly Instruction[] {
  return modelDirectedIn(text).map(({ offset, length }) => {
    const start = Math.max(0, offset - CHARACTERS_AROUND);
    const excerpt = text
      .slice(start, offset + length + CHARACTERS_AROUND)
      .replace(/\s+/g, ' ')
      .trim();
    return { kind: 'instruction', by: 'model-directed', value: inert(excerpt, MAX_EXCERPT), offset };
  });
}
