import type { Node, Program } from '@babel/types';
import { pushChildren } from './children.ts';
import { parsedProgram } from './parse.ts';
import { type Body, type Piece, piecesOf } from './pieces.ts';
import { placements, type Placements } from './placements.ts';
import { said } from './said.ts';
import { offsetOf } from './scopes.ts';
import type { Part } from './surveyed.ts';

/** Pieces in which long statements and functions are told apart, and those in which all are. */
const LONG = { characters: 16_000, joinsTexts: false };
const SHORT = { characters: 1, joinsTexts: true };
/** Trees of pieces are kept beside each other: of a long file what holds a word of interest is read first, and other pieces as far as there is room. */
const MAX_READ_CHARACTERS = 4_000_000;
const MAX_PLAIN_CHARACTERS = 2_000_000;
/** What facts follow from. */
const WORDS =
  /require|import|fetch|:\/\/|exec|spawn|eval|Function|process|atob|Buffer|CharCode|ocket|connect|dns|XMLHttp|sendBeacon|axios|readFile|writeFile|homedir|\.ssh|bcc|sendMail|sendEmail|webhook|\.tool\(|registerTool|inputSchema|\\x[0-9a-f]{2}/i;

/** The trees of a file that cannot be parsed as a whole, piece by piece; what even so cannot be is read for what it says. */
export function readPieces(text: string, path: string): readonly Part[] {
  const parts: Part[] = [];
  let read = 0;
  for (const piece of mostInteresting(text, piecesOf(text, LONG))) {
    if (read > MAX_READ_CHARACTERS) break;
    const { source, places } = sourceOf(text, piece);
    const programs = programsOf(source, path, piece.body);
    read += programs.reduce((sum, { length }) => sum + length, 0);
    for (const { program, body, placeOf } of programs)
      parts.push({ program: placed(program, (at) => places.of(placeOf(at))), body });
  }
  return parts.sort((a, b) => offsetOf(a.program) - offsetOf(b.program));
}

function mostInteresting(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const [interesting, plain]: [Piece[], Piece[]] = [[], []];
  let characters = 0;
  for (const piece of pieces) {
    if (piece.spans.some(([start, end]) => WORDS.test(text.slice(start, end)))) interesting.push(piece);
    else if (characters < MAX_PLAIN_CHARACTERS) {
      plain.push(piece);
      characters += piece.spans.reduce((sum, [start, end]) => sum + end - start, 0);
    }
  }
  return [...interesting, ...plain];
}

interface Read {
  readonly program: Program;
  readonly body: Body;
  readonly placeOf: (at: number) => number;
  readonly length: number;
}

/** A piece that cannot be parsed either is divided once more, so that one broken statement costs itself and no other. */
function programsOf(source: string, path: string, body: Body): readonly Read[] {
  const whole = source.length > MAX_READ_CHARACTERS ? null : parsedProgram(source, path);
  if (whole !== null) return [{ program: whole, body, placeOf: (at) => at, length: source.length }];
  return piecesOf(source, { ...SHORT, file: body }).flatMap((piece) => {
    const part = sourceOf(source, piece);
    const program = part.source.length > MAX_READ_CHARACTERS ? null : parsedProgram(part.source, path);
    if (program !== null) return [{ program, body: piece.body, placeOf: part.places.of, length: part.source.length }];
    const inner = said(part.source);
    const names = parsedProgram(inner.source, path);
    if (names === null) return [];
    return [
      {
        program: names,
        body: piece.body,
        placeOf: (at: number) => part.places.of(inner.placements.of(at)),
        length: inner.source.length,
      },
    ];
  });
}

function sourceOf(text: string, { spans }: Piece): { readonly source: string; readonly places: Placements } {
  const places = placements();
  let length = 0;
  for (const [start, end] of spans) {
    places.add(length, start);
    length += end - start;
  }
  return { source: spans.map(([start, end]) => text.slice(start, end)).join(''), places };
}

/** Nodes are told where they stand in the file and not in the piece. */
function placed(program: Program, placeOf: (at: number) => number): Program {
  const stack: Node[] = [program];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const [start, end] = [node.start ?? 0, node.end ?? 0];
    node.start = placeOf(start);
    // An end is one past the last place, which is the one that is known.
    node.end = placeOf(Math.max(start, end - 1)) + 1;
    pushChildren(stack, node);
  }
  return program;
}
