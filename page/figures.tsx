import type { ComponentChildren } from 'preact';
import type { Cell, Table } from '../src/report/tables.ts';
import { count, Text } from './text.tsx';

/** A share of a whole, in the order in which it is drawn. */
export interface Part {
  readonly name: string;
  readonly value: number;
}

/** Parts of a whole on one line; the numbers stand in the table beside it, so it is hidden from readers of text. */
export function Stack({
  parts,
  whole,
  kind,
}: {
  readonly parts: readonly Part[];
  readonly whole: number;
  readonly kind: string;
}) {
  const shown = parts.filter(({ value }) => value > 0);
  return (
    <div class="stack" aria-hidden="true" title={shown.map(({ name, value }) => `${name} ${count(value)}`).join(', ')}>
      {shown.map(({ name, value }) => (
        <span key={name} class={`${kind}-${name}`} style={{ width: `${(100 * value) / Math.max(1, whole)}%` }} />
      ))}
    </div>
  );
}

export function Legend({ names, kind }: { readonly names: readonly string[]; readonly kind: string }) {
  return (
    <p class="legend" aria-hidden="true">
      {names.map((name) => (
        <span key={name}>
          <i class={`${kind}-${name}`} />
          {name}
        </span>
      ))}
    </p>
  );
}

interface PlainTableProps {
  readonly table: Table;
  readonly caption: string;
  /** A drawing at the end of each row. */
  readonly drawn?: (row: readonly Cell[]) => ComponentChildren;
  readonly drawnHead?: string;
}

/** One of the summary's tables. */
export function PlainTable({ table: { head, rows }, caption, drawn, drawnHead = '' }: PlainTableProps) {
  const right = head.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table class="plain">
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((name, column) => (
              <th key={name} scope="col" class={right[column] === true ? 'number' : undefined}>
                {name}
              </th>
            ))}
            {drawn !== undefined && (
              <th scope="col" class="drawn">
                {drawnHead}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={String(row[0]) + String(row[1])}>
              {row.map((cell, column) => (
                <CellOf key={head[column]} cell={cell} isFirst={column === 0} isRight={right[column] === true} />
              ))}
              {drawn !== undefined && <td class="drawn">{drawn(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellOf({
  cell,
  isFirst,
  isRight,
}: {
  readonly cell: Cell;
  readonly isFirst: boolean;
  readonly isRight: boolean;
}) {
  const shown = typeof cell === 'number' ? count(cell) : <Text of={cell} most={300} />;
  const name = [
    isRight ? 'number' : '',
    cell === 'unseen' || cell === 'not said' ? 'faint' : '',
    cell === 0 ? 'zero' : '',
    String(cell).length > 24 ? 'prose' : '',
  ]
    .filter(Boolean)
    .join(' ');
  if (isFirst) return <th scope="row">{shown}</th>;
  return <td class={name}>{shown}</td>;
}

/** Where the scale of rates begins; rarer ones stand at its left end. */
const LEAST = 0.0001;

/** A rate on a scale of powers of ten from 0.01 % to 100 %, and a mark where the measured base rate lies. */
export function RateBar({ rate, base }: { readonly rate: number | null; readonly base: number | null }) {
  return (
    <div class="rate" aria-hidden="true">
      {rate !== null && rate > 0 && <span class="bar" style={{ width: `${place(rate)}%` }} />}
      {base !== null && <span class="base" style={{ left: `${place(base)}%` }} />}
    </div>
  );
}

function place(rate: number): number {
  const at = 1 - Math.log10(Math.max(LEAST, Math.min(1, rate))) / Math.log10(LEAST);
  return Math.max(1, 100 * at);
}

/** The number that a measured base rate begins with, as a share; null where it begins with none. */
export function shareOf(value: string): number | null {
  const shared = /^(?:up to )?(\d{1,3}(?:\.\d{1,6})?)(?: to (\d{1,3}(?:\.\d{1,6})?))? %/.exec(value);
  if (shared !== null) return Number(shared[2] ?? shared[1]) / 100;
  const counted = /^(\d[\d,]{0,12}) of (\d[\d,]{0,12})/.exec(value);
  if (counted === null) return null;
  return plain(counted[1]) / Math.max(1, plain(counted[2]));
}

function plain(digits = '0'): number {
  return Number(digits.replaceAll(',', ''));
}

/** 0.0123 as `1.2 %`. */
export function percent(share: number): string {
  if (share === 0) return '0 %';
  const value = share * 100;
  if (value >= 10) return `${Math.round(value)} %`;
  return value >= 0.095 ? `${value.toFixed(1)} %` : `${value.toPrecision(1)} %`;
}
