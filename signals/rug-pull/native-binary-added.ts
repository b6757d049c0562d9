import { shortened } from '../../src/evidence/history.ts';
import { acrossReleases, citeArchive, stepLabel } from '../../src/evidence/source-looked.ts';
import { filesOf, isInstalled, type Step } from '../../src/evidence/source-steps.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { ArchiveFacts, FileFacts, ReleaseFacts } from '../../src/model/source.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

const BUILD_TOOLS =
  /^(?:node-gyp|node-gyp-build|node-addon-api|nan|prebuild-install|prebuildify|bindings|node-pre-gyp|@mapbox\/node-pre-gyp|cmake-js|ffi-napi|koffi|cffi|pybind11)$/;
/** `harbor-1.0-cp312-cp312-manylinux_2_28_x86_64.whl` says that it holds machine code, `…-py3-none-any.whl` that it does not. */
const ANY_PLATFORM = /-any\.whl$/;

export const nativeBinaryAdded = defineSignal({
  id: 'rug-pull/native-binary-added',
  title: 'First machine code in the package',
  family: 'V',
  needs: 'source',
  weight: 25,
  cases: {
    prepared: {
      weight: 15,
      when: 'the package depended on tools for native modules before, or its archive is made for one platform',
    },
    wasm: { weight: 10, when: 'it is WebAssembly, which reaches nothing but what it is handed' },
  },
  rationale:
    'Machine code cannot be read like the rest of the package, and whatever it does is out of sight of this program as well.',
  falsePositives:
    'Modules that become native for speed, and bundled tools such as ripgrep or esbuild. Look whether the project builds it in the open and publishes its digest.',
  baseRate: {
    value: '0 of 170 release pairs',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: ['https://attack.mitre.org/techniques/T1195/002/'],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'members', looksAt: 'compared' }, (step) => [
      ...firstOf(step, 'native'),
      ...firstOf(step, 'wasm'),
    ]);
  },
});

function firstOf(step: Step, language: 'native' | 'wasm'): readonly Evidence[] {
  if (step.earlier.some(({ release }) => filesOf(release).some((file) => isCode(file, language)))) return [];
  const found = step.release.archives.flatMap((archive) =>
    archive.files.filter((file) => isCode(file, language)).map((file) => ({ archive, file })),
  );
  const [first] = found;
  if (first === undefined) return [];
  const { archive, file } = first;
  const more = found.length > 1 ? ` and ${found.length - 1} more` : '';
  return [
    citeArchive(archive, `/${file.path}`, {
      statement: `${stepLabel(step)} came with ${language === 'wasm' ? 'WebAssembly' : 'machine code'} in ${shortened(file.path)}${more}, which no release of its line had before`,
      observed: { path: file.path, bytes: file.bytes, sha256: file.sha256 },
      ...caseOf(step, archive, language),
    }),
  ];
}

function isCode(file: FileFacts, language: 'native' | 'wasm'): boolean {
  return file.language === language && (isInstalled(file) || file.role === 'docs');
}

function caseOf({ before }: Step, archive: ArchiveFacts, language: 'native' | 'wasm'): { readonly case?: string } {
  if (language === 'wasm') return { case: 'wasm' };
  const isForPlatform = archive.kind === 'wheel' && !ANY_PLATFORM.test(archive.filename);
  return isForPlatform || (before !== null && usedBuildTools(before)) ? { case: 'prepared' } : {};
}

function usedBuildTools({ archives }: ReleaseFacts): boolean {
  return archives.some(({ manifest }) =>
    Object.keys({ ...manifest?.dependencies, ...manifest?.optionalDependencies }).some((name) =>
      BUILD_TOOLS.test(name),
    ),
  );
}
