import { describeSignal } from '../../src/testing/describe-signal.ts';
import { file, irregular, rests, runs } from '../../src/testing/facts.ts';
import { declaring, packed, read, shallow, sourced, sourcedAs, wheel } from '../../src/testing/sources.ts';
import { nativeBinaryAdded } from './native-binary-added.ts';

const before = read('1.0.0', runs('index.js'));
const code = file('lib/tide.node', { language: 'native', measures: null });
const module = file('tide.wasm', { language: 'wasm', measures: null });
const platform = (version: string, ...files: Parameters<typeof wheel>[1]) => {
  const { facts, listed } = wheel(version, files);
  const [first] = facts.archives;
  return {
    facts: { ...facts, archives: [{ ...first, filename: `harbor-${version}-cp312-cp312-linux_x86_64.whl` }] as const },
    listed,
  };
};

describeSignal(nativeBinaryAdded, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'the first machine code': {
      on: sourced(before, read('1.0.1', runs('index.js'), code)),
      citing: ['/lib/tide.node'],
      weight: 25,
    },
    'a package that already used tools for it': {
      on: sourced(declaring(before, { dependencies: { 'node-gyp-build': '^4.0.0' } }), read('1.0.1', code)),
      citing: ['/lib/tide.node'],
      weight: 15,
    },
    'an archive made for one platform': {
      on: sourcedAs({ packument: { ecosystem: 'pypi' } }, platform('1.0.0'), platform('1.0.1', code)),
      citing: ['/lib/tide.node'],
      weight: 15,
    },
    WebAssembly: { on: sourced(before, read('1.0.1', module)), citing: ['/tide.wasm'], weight: 10 },
    both: { on: sourced(before, read('1.0.1', code, module)), citing: ['/lib/tide.node', '/tide.wasm'], weight: 25 },
  },
  silent: {
    'there was machine code before': sourced(
      read('1.0.0', code),
      read('1.0.1', { ...code, path: 'lib/crane.node', sha256: '1'.repeat(64) }),
    ),
    'a test holds some': sourced(before, read('1.0.1', { ...rests('test', 'test/x.node'), language: 'native' })),
    'the first release holds it': sourced(read('1.0.0', code), read('1.0.1', code)),
  },
  unseen: {
    ...shallow,
    'a release alone': sourced(read('1.0.0', code)),
    'an archive that was not read to its end': sourced(
      before,
      packed(read('1.0.1', runs('index.js')), { irregularities: [irregular('too-many-entries', '')] }),
    ),
  },
});
