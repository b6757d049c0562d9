import { styleText } from 'node:util';
import type { TerminalOptions } from '../report/card-page.ts';

const WIDTH = { least: 60, most: 110, otherwise: 100 };

/** Colour only where a person looks, and NO_COLOR is unset. */
export function terminal(): TerminalOptions {
  const isTerminal = process.stdout.isTTY;
  const styled = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    isTerminal ? styleText(format, text, { stream: process.stdout }) : text;
  const columns = isTerminal ? process.stdout.columns : WIDTH.otherwise;
  return {
    style: { bold: styled('bold'), dim: styled('dim'), alert: styled(['bold', 'yellow']) },
    width: Math.max(WIDTH.least, Math.min(WIDTH.most, columns)),
  };
}
