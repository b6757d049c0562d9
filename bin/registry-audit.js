#!/usr/bin/env node
// Plain JavaScript that old Nodes can read: says what is needed instead of failing on syntax or on a missing built-in.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 24 || (major === 24 && minor < 15) || major === 25) {
  console.error(
    `registry-audit needs Node.js 24.15 or newer (not 25); this is ${process.version} (${process.execPath}).\n` +
      'In a clone of the repository, "npm ci" brings the right Node and "npx registry-audit" uses it.\n' +
      'Elsewhere, install a current Node.js and try again.',
  );
  process.exitCode = 2;
} else {
  Promise.all([import('node:module'), import('node:v8')])
    .then(([{ enableCompileCache }, { setFlagsFromString }]) => {
      // Left to itself, V8 keeps three times what a scan needs as garbage; this bounds the growth between collections, not the heap.
      setFlagsFromString('--heap-growing-percent=30');
      enableCompileCache();
      return import('../dist/src/cli.js');
    })
    .then(({ main }) => main(process.argv.slice(2)))
    .catch((error) => {
      if (error.code === 'ERR_MODULE_NOT_FOUND' && String(error.message).includes('dist')) {
        console.error('registry-audit is not built yet: run "npm ci" (or "npm run build") in the clone first.');
        process.exitCode = 2;
      } else {
        throw error;
      }
    });
}
