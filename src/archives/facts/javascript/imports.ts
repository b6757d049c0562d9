import type {
  ExportAllDeclaration,
  ExportNamedDeclaration,
  ImportDeclaration,
  ImportExpression,
  TSImportEqualsDeclaration,
} from '@babel/types';
import type { Context } from './context.ts';
import { isModuleLoader } from './modules.ts';
import type { AnyCall, Site } from './surveyed.ts';
import { exactText } from './values.ts';

const MAX_SPECIFIER = 300;

/** Tells which module an import or re-export names; types that are imported are none. */
export function importFacts(
  context: Context,
  { node, scope }: Site<ImportDeclaration | ExportAllDeclaration | ExportNamedDeclaration | TSImportEqualsDeclaration>,
): void {
  if (isOfTypes(node)) return;
  const module = node.type === 'TSImportEqualsDeclaration' ? node.moduleReference : node.source;
  if (module?.type === 'TSExternalModuleReference')
    tellModule(context, module.expression.value, 'require', { node, scope });
  else if (module?.type === 'StringLiteral') tellModule(context, module.value, 'import', { node, scope });
}

/** The same for `import(…)` with a constant name. */
export function dynamicImportFacts(context: Context, { node, scope }: Site<ImportExpression>): void {
  const from = context.reader.read(node.source, scope);
  const name = exactText(from.value);
  if (name === null) return;
  context.consume(node.source);
  tellModule(context, name, 'dynamic import', { node, scope }, from);
}

/** The same for `require` under any name; false where a call is none. */
export function requireFacts(context: Context, { node, scope }: Site<AnyCall>, meaning: string): boolean {
  const isWorker = meaning === 'worker_threads.Worker' || meaning === 'Worker';
  if (!isWorker && !isModuleLoader(meaning)) return false;
  const [first] = node.arguments;
  const from = first === undefined ? null : context.reader.read(first, scope);
  const name = exactText(from?.value);
  if (name === null || first === undefined || from === null || (isWorker && !/^[./]/.test(name))) return !isWorker;
  context.consume(first);
  tellModule(context, name, isWorker ? 'Worker' : 'require', { node, scope }, from);
  return true;
}

function tellModule(
  context: Context,
  written: string,
  by: string,
  at: Parameters<Context['tell']>[1],
  from?: Parameters<Context['tell']>[0]['from'],
): void {
  const value = written.startsWith('node:') ? written.slice('node:'.length) : written;
  if (value.length > 0 && value.length <= MAX_SPECIFIER)
    context.tell({ kind: 'import', value, by, ...(from === undefined ? {} : { from }) }, at);
}

function isOfTypes(
  node: ImportDeclaration | ExportAllDeclaration | ExportNamedDeclaration | TSImportEqualsDeclaration,
): boolean {
  const kind = 'importKind' in node ? node.importKind : 'exportKind' in node ? node.exportKind : null;
  if (kind === 'type' || kind === 'typeof') return true;
  const specifiers = 'specifiers' in node ? node.specifiers : [];
  return (
    specifiers.length > 0 &&
    specifiers.every(
      (each) =>
        (each.type === 'ImportSpecifier' && each.importKind === 'type') ||
        (each.type === 'ExportSpecifier' && each.exportKind === 'type'),
    )
  );
}
