import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, named } from '../../src/testing/subjects.ts';
import { homoglyphCaseSeparator } from './homoglyph-case-separator.ts';

describeSignal(homoglyphCaseSeparator, {
  context: harbourContext(),
  fires: {
    'a Cyrillic letter in the title': { on: listed({ title: 'Lаnternly' }), citing: '/title' },
    'a capital I for an l': { on: named({ registry: 'smithery', name: '@tidewater/Ianternly' }), citing: '/name' },
    'a one for an l': { on: named({ name: 'io.github.tidewater/lantern1y-mcp' }), citing: '/name' },
    'a zero-width space': { on: listed({ title: 'Lan\u200Bternly server' }), citing: '/title' },
    'fullwidth letters': { on: listed({ title: 'ＬＡＮＴＥＲＮＬＹ' }), citing: '/title' },
    'an unknown publisher, since no vendor writes itself so': {
      on: named({ registry: 'mcp-so', name: 'lantern1y' }),
      citing: '/name',
    },
    'the brand divided': { on: named({ name: 'io.github.tidewater/lantern-ly-mcp' }), citing: '/name', weight: 20 },
    'the vendor’s package with other separators': {
      on: named({ name: 'io.github.tidewater/lanternly_mcp_server' }),
      citing: '/name',
      weight: 20,
    },
    'the vendor’s package in other case': {
      on: named({ name: 'io.github.tidewater/Lanternly-MCP-Server' }),
      citing: '/name',
      weight: 10,
    },
  },
  silent: {
    'the brand as it is': named({ name: 'io.github.tidewater/lanternly' }),
    'the brand in capitals': listed({ title: 'LANTERNLY' }),
    'the exact name, which other signals are for': named({ name: 'io.github.tidewater/lanternly-mcp-server' }),
    'the brand beside its division': named({ name: 'io.github.tidewater/lanternly-lantern-ly' }),
    'an alias that is two words': named({ name: 'io.github.tidewater/harbor-crane-mcp' }),
    'a title in words, as titles are': listed({ title: 'Lantern ly' }),
    'the name of the protocol in words': named({ name: 'io.github.tidewater/model-context-protocol' }),
    'another script that looks like nobody': listed({ title: 'Прилив и отлив' }),
    'the vendor itself': named({ name: 'example.lanternly/Lanternly-MCP-Server' }),
  },
});
