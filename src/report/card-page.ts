import { inert } from '../text/inert.ts';
import { wrapped } from './wrapped.ts';

/** How text stands out; plain where colour is not wanted. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly alert: (text: string) => string;
}

export interface TerminalOptions {
  readonly style: Style;
  readonly width: number;
}

const LABEL_WIDTH = 16;
const MAX_NOTE = 400;
/** Whatever a row is made of, it is made inert as a whole too. */
const MAX_ROW = 1_000;

/** Lines as they gather, and how each kind of line is laid out. */
export interface Page extends TerminalOptions {
  readonly lines: string[];
  /** A labelled line, wrapped under itself. Nothing where there is no text. */
  readonly row: (label: string, text: string, as?: (line: string) => string) => void;
  readonly section: (title: string, note?: string) => void;
  /** A line after a mark, wrapped under itself. */
  readonly item: (mark: string, text: string, as?: (line: string) => string) => void;
}

export function pageOf({ style, width }: TerminalOptions): Page {
  const lines: string[] = [];
  return {
    style,
    width,
    lines,
    row(label, text, as = (line) => line) {
      if (text === '') return;
      const wide = Math.max(LABEL_WIDTH, label.length + 1);
      const [first = '', ...rest] = wrapped(inert(text, MAX_ROW), Math.max(30, width - wide - 2));
      lines.push(
        `  ${style.dim(label.padEnd(wide))}${as(first)}`,
        ...rest.map((line) => `  ${' '.repeat(wide)}${as(line)}`),
      );
    },
    item(mark, text, as = (line) => line) {
      const indent = ' '.repeat(mark.length + 3);
      const [first = '', ...rest] = wrapped(inert(text, MAX_ROW), width - indent.length);
      lines.push(`  ${mark} ${as(first)}`, ...rest.map((line) => `${indent}${as(line)}`));
    },
    section(title, note = '') {
      lines.push('', `${style.bold(title)}${note === '' ? '' : `  ${style.dim(inert(note, MAX_NOTE))}`}`);
    },
  };
}
