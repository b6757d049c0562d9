// The floor a scan is measured against: gunzip the files of a snapshot and JSON.parse each line, nothing else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const [folder = ''] = process.argv.slice(2);
const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
let rows = 0;
for (const { path } of files) {
  for (const line of gunzipSync(readFileSync(join(folder, path)))
    .toString('utf8')
    .split('\n')) {
    if (line !== '' && JSON.parse(line) !== null) rows += 1;
  }
}
console.log(rows);
