import type { FileRole, Language } from '../model/source.ts';

const TEST_FOLDERS = new Set([
  'test',
  'tests',
  '__tests__',
  '__mocks__',
  'spec',
  'specs',
  'e2e',
  'fixtures',
  '__fixtures__',
  'testdata',
]);
const EXAMPLE_FOLDERS = new Set(['example', 'examples', 'demo', 'demos', 'sample', 'samples']);
const DOCS_FOLDERS = new Set(['doc', 'docs', 'documentation']);

const TEST_FILE =
  /^(?:conftest\.py|tests?\.(?:py|[cm]?[jt]sx?)|test_[^/]*\.py|[^/]*_test\.py|[^/]*[.-](?:test|spec)\.(?:[cm]?[jt]sx?|py|snap))$/;
/** Two letters are a language or `md`; naming `md` as well would let each be read in two ways, and a long name in 2^n. */
const DOCS_FILE =
  /^(?:(?:readme|changelog|changes|history|license|licence|copying|notice|authors|contributors|contributing|security|code_of_conduct)(?:[-.](?:mdx|txt|rst|adoc|html?|mit|apache|[a-z]{2}))*|[^/]*\.(?:mdx?|markdown|rst|adoc))$/;
const TYPES_FILE = /\.(?:d\.[cm]?ts|pyi)$/;
/** Markdown that agents take as orders, so it is no documentation of the package. */
const AGENT_FILE = /^(?:claude|agents?|gemini|skill|copilot-instructions|[^/]*\.(?:instructions|prompt|chatmode))\.md$/;
const AGENT_FOLDERS = new Set(['.claude', '.cursor', '.gemini', '.github', '.codex', '.windsurf', 'skills', 'prompts']);

const PROGRAMS: ReadonlySet<Language> = new Set(['javascript', 'typescript', 'python', 'shell', 'native', 'wasm']);

export function isProgram(language: Language): boolean {
  return PROGRAMS.has(language);
}

/**
 * What a file is there for, as its folders and name tell. They may lie: what is run has the role `runs` whatever it is called, for
 * which see entry-files.ts and reached.ts.
 */
export function roleOf(path: string, language: Language): FileRole {
  const parts = path.toLowerCase().split('/');
  const name = parts.pop() ?? '';
  if (parts.some((part) => TEST_FOLDERS.has(part)) || TEST_FILE.test(name)) return 'test';
  if (parts.some((part) => EXAMPLE_FOLDERS.has(part))) return 'example';
  if (TYPES_FILE.test(name)) return 'types';
  if (AGENT_FILE.test(name) || parts.some((part) => AGENT_FOLDERS.has(part)))
    return isProgram(language) ? 'runs' : 'data';
  if (parts.some((part) => DOCS_FOLDERS.has(part)) || (DOCS_FILE.test(name) && !isProgram(language))) return 'docs';
  return isProgram(language) ? 'runs' : 'data';
}
