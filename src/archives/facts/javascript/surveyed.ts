import type { CallExpression, NewExpression, Node, OptionalCallExpression, Program } from '@babel/types';
import type { Body } from './pieces.ts';
import type { Binding, Scope, Write } from './scopes.ts';

/** A node that facts may follow from, and where it stands. */
export interface Site<N extends Node = Node> {
  readonly node: N;
  readonly parent: Node | null;
  readonly scope: Scope;
}

/** A tree, and the body that it is a part of; null for the file itself. */
export interface Part {
  readonly program: Program;
  readonly body: Body | null;
}

export type AnyCall = CallExpression | OptionalCallExpression | NewExpression;

/** What one walk over a file's tree collects. */
export interface Survey {
  /** In the order of the file, a node before what stands in it. */
  readonly sites: readonly Site[];
  /** Of the nodes that open one: the scope of what stands in them. */
  readonly scopes: ReadonlyMap<Node, Scope>;
  /** What is put into `this.name` anywhere in the file, by name. */
  readonly members: ReadonlyMap<string, readonly Write[]>;
  /** What is put into members of a declared name: `options.host = …`. */
  readonly additions: ReadonlyMap<Binding, readonly Addition[]>;
  /** The variable or key that a value stands under. */
  readonly named: ReadonlyMap<Node, string>;
  /** The key alone, which no minifier changes. */
  readonly keyed: ReadonlyMap<Node, string>;
  /** Modules that a bundler gave a number or path: `81: (module) => { module.exports = require('fs') }`. */
  readonly bundled: ReadonlyMap<string, string>;
}

export interface Addition {
  readonly key: Node;
  readonly computed: boolean;
  readonly value: Node;
  readonly scope: Scope;
}

/** A survey while the walk goes on. */
export interface Growing extends Survey {
  readonly sites: Site[];
  readonly scopes: Map<Node, Scope>;
  readonly members: Map<string, Write[]>;
  readonly additions: Map<Binding, Addition[]>;
  /** The same by the name, whose declaration may stand further below. */
  readonly unplaced: { readonly name: string; readonly addition: Addition }[];
  readonly named: Map<Node, string>;
  readonly keyed: Map<Node, string>;
  readonly bundled: Map<string, string>;
  /** To be given to their declarations, which may stand further below. */
  readonly writes: { readonly name: string; readonly write: Write }[];
  readonly handed: Map<Node, Handed>;
  functions: number;
}

/** A function that stands where it is called or handed to a call: what its parameters are. */
export interface Handed {
  readonly call: AnyCall;
  readonly scope: Scope;
  readonly takes:
    /** The arguments from this one on. */
    | { readonly what: 'arguments'; readonly from: number }
    /** What the call is made on: `import('x').then((it) => …)`. */
    | { readonly what: 'receiver' }
    /** Its elements, one after the other: `list.map((each) => …)`. */
    | { readonly what: 'elements' }
    /** Something that the call comes by: `https.get(url, (response) => …)`. */
    | { readonly what: 'result' }
    | { readonly what: 'unknown' };
  /** At the top level and called in place: it runs when the file is loaded. */
  readonly runsAtLoad: boolean;
}

export function emptySurvey(): Growing {
  return {
    sites: [],
    scopes: new Map(),
    members: new Map(),
    additions: new Map(),
    unplaced: [],
    named: new Map(),
    keyed: new Map(),
    bundled: new Map(),
    writes: [],
    handed: new Map(),
    functions: 0,
  };
}
