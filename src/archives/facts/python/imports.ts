import { argument } from './calls.ts';
import { isText, type Ways } from './constants.ts';
import { FIELD, KIND } from './grammar.ts';
import type { Notes, Recognise } from './notes.ts';
import type { PythonFile } from './python-file.ts';
import { modulePath } from './targets.ts';
import { childIn, childrenOf, kindOf } from './tree.ts';

/** `import a.b`, `from a.b import c`; relative ones keep their dots. */
export function noteImports(file: PythonFile, node: number, notes: Notes): void {
  const { tree } = file;
  const from = childIn(tree, node, FIELD.module_name);
  const modules =
    from === null ? childrenOf(tree, node).map((child) => childIn(tree, child, FIELD.name) ?? child) : [from];
  for (const module of modules) {
    const value = modulePath(tree, module);
    if (kindOf(tree, node) !== KIND.future_import_statement && value !== '')
      notes.add('import', module, { value, by: 'import' });
  }
}

export const IMPORTS: ReadonlyMap<string, Recognise> = new Map<string, Recognise>(
  ['__import__', 'importlib.import_module', 'importlib.__import__', 'runpy.run_module', 'pkgutil.find_loader'].map(
    (path): [string, Recognise] => [path, dynamicImport],
  ),
);

/** value: '' where the module is not constant. */
function dynamicImport(file: PythonFile, call: Parameters<Recognise>[1], notes: Notes): void {
  const module = argument(call.args, 0, 'name', 'mod_name');
  const name = module === null ? null : file.fold(module);
  const isKnown = isText(name) && name.whole;
  const ways: Ways = call.ways | (isKnown ? name.ways : 0);
  notes.told(module);
  notes.add('import', call.node, { value: isKnown ? name.text : '', by: 'dynamic import', ways });
}
