/** The text of a block of data, `null` where the page has none of the sort or has not read it yet. */
export function blockText(id: string): string {
  return document.querySelector(`script[id="${id}"]`)?.textContent ?? 'null';
}
