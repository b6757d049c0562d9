import { source } from '../source.ts';
import type { Draft, Identity } from '../story.ts';
import { descriptionOf, LICENSE, readme, repositoryOf } from './node-package.ts';

/** A small CommonJS library, no server, of the kind that everything depends on. */
export function colourLibrary(identity: Identity): Draft {
  const { brand } = identity;
  return {
    description: descriptionOf(brand).replace('Model Context Protocol server', 'Colours and columns for terminals'),
    manifest: {
      description: 'Colours and columns for terminals',
      main: 'index.js',
      scripts: { test: 'node --test' },
      dependencies: {},
      repository: repositoryOf(identity),
      homepage: 'https://BRAND.test'.replace('BRAND', brand),
      license: 'MIT',
      author: brand,
    },
    files: {
      'index.js': INDEX,
      'lib/columns.js': COLUMNS,
      'README.md': readme(identity, 'Colours and columns for terminals.'),
      LICENSE,
    },
  };
}

const INDEX = source`
  'use strict';

  const columns = require('./lib/columns.js');

  const STYLES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39] };

  function isEnabled() {
    if ('NO_COLOR' in process.env) return false;
    return process.stdout.isTTY === true || process.env.FORCE_COLOR === '1';
  }

  function paint(open, close) {
    return (text) => (isEnabled() ? '\u001b[' + open + 'm' + text + '\u001b[' + close + 'm' : String(text));
  }

  for (const [name, [open, close]] of Object.entries(STYLES)) exports[name] = paint(open, close);
  exports.columns = columns;
`;

const COLUMNS = source`
  'use strict';

  /** Rows as aligned columns. */
  module.exports = function columns(rows) {
    const widths = [];
    for (const row of rows) {
      row.forEach((cell, at) => {
        widths[at] = Math.max(widths[at] || 0, String(cell).length);
      });
    }
    return rows.map((row) => row.map((cell, at) => String(cell).padEnd(widths[at])).join('  ')).join('\n');
  };
`;
