// The floor under the review page: the same file with a script that only parses the same data and writes one table of text.

/** Rows the review page draws of tens of thousands. */
const ROWS = 40;

const SCRIPT = `
  const block = (id) => document.getElementById(id).textContent;
  const escaped = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const line = (cells) => '<tr>' + cells.map((cell) => '<td>' + escaped(cell)).join('');
  const table = (lines) => {
    document.getElementById('app').innerHTML = '<table>' + lines.map(line).join('') + '</table>';
  };
  const first = (ids) => table(ids.slice(0, ${ROWS}).map((id) => [id]));
  const facts = JSON.parse(block('facts'));
  const rows = JSON.parse(block('rows'));
  let ids = rows.map(({ id }) => id);
  let details;
  const opened = (at) => {
    details ??= block('details').trim().split('\\n');
    document.getElementById('app').innerHTML = '<h1></h1><pre>' + escaped(JSON.stringify(JSON.parse(details[at]), null, 1));
  };
  const everything = () => {
    for (const each of JSON.parse(block('index')).registries)
      for (let at = 0; at < each.rows.length; at += 3) ids.push(each.registry + ':' + each.rows[at]);
    first(ids);
  };
  table(facts.seen.coverage.rows);
`;

/** A report as its bare page: the data blocks stay where they are, script, style and policy go. Throws where it is no report. */
export function barePage(report: string): string {
  const bare = report
    .replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<script>[^]*?<\/script>/, () => `<script>${SCRIPT}</script>`);
  if (!bare.includes(SCRIPT) || bare.includes('Content-Security-Policy')) throw new Error('this is no review page');
  return bare;
}
