import type { Node } from '@babel/types';

/**
 * What stands below a node, in the order of the file: its type to the fields that hold programs.
 *
 * Types are left out, and so are the nodes that are nothing but types (interfaces, declarations): they do nothing.
 */
const CHILDREN: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ArrayExpression: 'elements',
    ArrayPattern: 'elements',
    ArrowFunctionExpression: 'params body',
    AssignmentExpression: 'left right',
    AssignmentPattern: 'left right',
    AwaitExpression: 'argument',
    BinaryExpression: 'left right',
    BlockStatement: 'directives body',
    CallExpression: 'callee arguments',
    CatchClause: 'param body',
    ClassAccessorProperty: 'decorators key value',
    ClassBody: 'body',
    ClassDeclaration: 'decorators id superClass body',
    ClassExpression: 'decorators id superClass body',
    ClassMethod: 'decorators key params body',
    ClassPrivateMethod: 'decorators params body',
    ClassPrivateProperty: 'decorators value',
    ClassProperty: 'decorators key value',
    ConditionalExpression: 'test consequent alternate',
    Decorator: 'expression',
    DoWhileStatement: 'body test',
    ExportAllDeclaration: '',
    ExportDefaultDeclaration: 'declaration',
    ExportNamedDeclaration: 'declaration',
    ExpressionStatement: 'expression',
    ForInStatement: 'left right body',
    ForOfStatement: 'left right body',
    ForStatement: 'init test update body',
    FunctionDeclaration: 'id params body',
    FunctionExpression: 'id params body',
    IfStatement: 'test consequent alternate',
    ImportExpression: 'source options',
    JSXAttribute: 'value',
    JSXElement: 'openingElement children',
    JSXExpressionContainer: 'expression',
    JSXFragment: 'children',
    JSXOpeningElement: 'name attributes',
    JSXSpreadAttribute: 'argument',
    JSXSpreadChild: 'expression',
    LabeledStatement: 'body',
    LogicalExpression: 'left right',
    MemberExpression: 'object property',
    NewExpression: 'callee arguments',
    ObjectExpression: 'properties',
    ObjectMethod: 'decorators key params body',
    ObjectPattern: 'properties',
    ObjectProperty: 'decorators key value',
    OptionalCallExpression: 'callee arguments',
    OptionalMemberExpression: 'object property',
    ParenthesizedExpression: 'expression',
    Program: 'directives body',
    RestElement: 'argument',
    ReturnStatement: 'argument',
    SequenceExpression: 'expressions',
    SpreadElement: 'argument',
    StaticBlock: 'body',
    SwitchCase: 'test consequent',
    SwitchStatement: 'discriminant cases',
    TSAsExpression: 'expression',
    TSEnumBody: 'members',
    TSEnumDeclaration: 'id body',
    TSEnumMember: 'initializer',
    TSExportAssignment: 'expression',
    TSInstantiationExpression: 'expression',
    TSModuleBlock: 'body',
    TSModuleDeclaration: 'body',
    TSNonNullExpression: 'expression',
    TSParameterProperty: 'decorators parameter',
    TSSatisfiesExpression: 'expression',
    TSTypeAssertion: 'expression',
    TaggedTemplateExpression: 'tag quasi',
    TemplateLiteral: 'expressions',
    ThrowStatement: 'argument',
    TryStatement: 'block handler finalizer',
    TypeCastExpression: 'expression',
    UnaryExpression: 'argument',
    UpdateExpression: 'argument',
    VariableDeclaration: 'declarations',
    VariableDeclarator: 'id init',
    WhileStatement: 'test body',
    WithStatement: 'object body',
    YieldExpression: 'argument',
  }).map(([type, fields]) => [type, fields === '' ? [] : fields.split(' ').reverse()]),
);

/** Puts what stands below a node on a stack, the first on top. */
export function pushChildren(stack: Node[], node: Node): void {
  const fields = CHILDREN.get(node.type);
  if (fields === undefined) return;
  for (const name of fields) {
    const child = fieldOf(node, name);
    if (Array.isArray(child)) pushAll(stack, child);
    else if (isNode(child)) stack.push(child);
  }
}

function pushAll(stack: Node[], children: readonly unknown[]): void {
  for (let at = children.length - 1; at >= 0; at -= 1) {
    const child = children[at];
    if (isNode(child)) stack.push(child);
  }
}

function fieldOf(node: Node, name: string): unknown {
  return Reflect.get(node, name);
}

/** Whether a field of a node holds one. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
