/** What a text may not do where it is read; for laws about all that is written. */

/** What moves cursors, hides, or turns the direction of writing; a line break ends a line that the program began. */
export const UNSEEN = /(?!\n|\u{FE0F})[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** A line without its code spans, in which nothing is markup. */
export function withoutCode(line: string): string {
  return line.replaceAll(/(?<!\\)`[^`]*`/g, ' ');
}

/** A link, a picture or a tag, in a line without its code spans. */
export const MARKUP = /(?<!\\)[<\]](?=[(a-z!/])/i;
/** What a renderer makes a link of by itself. */
export const SELF_LINKING = /https?:|www\.|javascript:|(?<![\\\w])@\w/i;

/** Cells that a spreadsheet would calculate; numbers are none. */
export function formulasIn(csv: string): readonly string[] {
  return cellsOf(csv)
    .filter((cell) => /^[=+\-@\t\r]/.test(cell))
    .filter((cell) => !/^-?\d+(\.\d+)?$/.test(cell));
}

/** Cells by RFC 4180. */
function cellsOf(csv: string): readonly string[] {
  return [...csv.matchAll(/(?:^|,|\n)(?:"((?:[^"]|"")*)"|([^",\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
