/**
 * Text of a file as a template: without the indentation that it shares with its neighbours, one line end at its end.
 *
 * Backslashes stay as they are written, but for those before a backtick and before `${`.
 */
export function source(template: TemplateStringsArray, ...values: readonly string[]): string {
  const parts = template.raw.map((part) => part.replaceAll(/\\(?=`|\$\{)/g, ''));
  const indents = parts
    .join('x')
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  const flush = parts.map((part) => part.replaceAll(new RegExp(`\n {0,${indent}}`, 'g'), '\n'));
  const text = flush.map((part, at) => part + (values[at] ?? '')).join('');
  return `${text.replace(/^\n/, '').trimEnd()}\n`;
}

/** An edit of a file; throws where the text to be replaced does not stand in it, since the case would then show nothing. */
export function replacing(found: string, by: string): (before: string) => string {
  return (before) => {
    if (!before.includes(found)) throw new Error(`no ${JSON.stringify(found)} in ${before.slice(0, 80)}`);
    return before.replace(found, () => by);
  };
}

/** Puts lines behind the one that ends in the text. */
export function after(found: string, lines: string): (before: string) => string {
  return replacing(`${found}\n`, `${found}\n${lines}${lines.endsWith('\n') ? '' : '\n'}`);
}

export function appending(text: string): (before: string) => string {
  return (before) => before + text;
}

/** One edit after the other. */
export function edits(...all: readonly ((before: string) => string)[]): (before: string) => string {
  return (before) => all.reduce((text, edit) => edit(text), before);
}

export function indented(by: number, text: string): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(by));
}
