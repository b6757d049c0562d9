import type { Node } from '@babel/types';
import type { Context } from './context.ts';
import { describedFacts, describingCallFacts } from './descriptions.ts';
import { environmentFacts, destructuredEnvironmentFacts, readerFacts } from './environment.ts';
import type { EnvironmentDumps } from './environment-dumps.ts';
import { compileFacts, dataImportFacts, decodedCommandFacts, executionFacts } from './execution.ts';
import { fileFacts } from './files.ts';
import { dynamicImportFacts, importFacts, requireFacts } from './imports.ts';
import { encodedTextFacts, textFacts } from './literals.ts';
import { assignedPatchFacts, definedPatchFacts } from './patched.ts';
import { keyOf } from './patterns.ts';
import { processFacts, templateProcessFacts } from './processes.ts';
import { assignedRecipientFacts, calledRecipientFacts, propertyRecipientFacts } from './recipients.ts';
import { requestFacts } from './requests.ts';
import { socketFacts } from './sockets.ts';
import type { AnyCall, Site } from './surveyed.ts';
import { directCall } from './direct-call.ts';
import { calledTool, type DeclaredTool, objectTool } from './tools.ts';
import { exactText } from './values.ts';
import { worthFolding } from './worth-folding.ts';

/** What a site is looked at for: its facts go to the context, the tool that it declares comes back. */
export function siteFacts(context: Context, dumps: EnvironmentDumps, site: Site): DeclaredTool | null {
  const { node, parent, scope } = site;
  switch (node.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return callFacts(context, dumps, { node, parent, scope });
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'TSImportEqualsDeclaration':
      importFacts(context, { node, parent, scope });
      return null;
    case 'ImportExpression': {
      const name = exactText(context.reader.read(node.source, scope).value);
      if (name?.startsWith('data:') === true) dataImportFacts(context, { node, parent, scope }, name);
      else dynamicImportFacts(context, { node, parent, scope });
      return null;
    }
    case 'AssignmentExpression':
      assignedPatchFacts(context, { node, parent, scope });
      assignedRecipientFacts(context, { node, parent, scope });
      if (node.left.type === 'MemberExpression')
        dumps.property(keyOf({ key: node.left.property, computed: node.left.computed }), node.right);
      return null;
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      environmentFacts(context, { node, parent, scope });
      return null;
    case 'VariableDeclarator':
      destructuredEnvironmentFacts(context, { node, parent, scope });
      return null;
    case 'SpreadElement':
      dumps.spread({ node, parent, scope });
      return null;
    case 'ForInStatement':
      dumps.loop({ node, parent, scope });
      return null;
    case 'ObjectProperty':
      propertyRecipientFacts(context, { node, parent, scope });
      describedFacts(context, { node, parent, scope });
      dumps.property(keyOf(node), node.value);
      return parent?.type === 'ObjectExpression' && isSchemaKey(node)
        ? objectTool(context, { node: parent, scope })
        : null;
    case 'ClassProperty':
      describedFacts(context, { node, parent, scope });
      return null;
    case 'TaggedTemplateExpression':
      templateProcessFacts(context, site, node.tag, node.quasi);
      return null;
    case 'StringLiteral':
      textFacts(context, site, context.reader.read(node, scope));
      encodedTextFacts(context, site, node.value);
      return null;
    case 'JSXText':
      textFacts(context, site, { value: node.value, techniques: new Map() });
      return null;
    case 'TemplateLiteral':
    case 'BinaryExpression':
      foldedFacts(context, site);
      return null;
    default:
      return null;
  }
}

function callFacts(context: Context, dumps: EnvironmentDumps, written: Site<AnyCall>): DeclaredTool | null {
  const { meaning, site } = directCall(context, written);
  if (meaning !== null) {
    const isRequest = requestFacts(context, site, meaning);
    dumps.call(site, meaning, isRequest);
    readerFacts(context, site, meaning);
    definedPatchFacts(context, site, meaning);
    if (processFacts(context, site, meaning)) decodedCommandFacts(context, site, meaning);
    else if (
      !isRequest &&
      !executionFacts(context, site, meaning) &&
      !requireFacts(context, site, meaning) &&
      !fileFacts(context, site, meaning)
    ) {
      socketFacts(context, site, meaning);
    }
  }
  if (meaning === null || !meaning.startsWith('module')) compileFacts(context, site);
  calledRecipientFacts(context, site);
  describingCallFacts(context, site);
  if (worthFolding(written.node, meaning)) foldedFacts(context, written);
  return calledTool(context, site);
}

/** What a text that is put together or decoded says; what it is made of is not told again. */
function foldedFacts(context: Context, site: Site): void {
  const folded = context.reader.read(site.node, site.scope);
  textFacts(context, site, folded);
  if (typeof folded.value === 'string' || typeof folded.value === 'object') context.consume(site.node);
}

function isSchemaKey(node: Node & { readonly type: 'ObjectProperty' }): boolean {
  const key = keyOf(node);
  return key === 'inputSchema' || key === 'input_schema' || key === 'parameters' || key === 'schema';
}
