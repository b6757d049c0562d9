import { describe, expect, test } from 'vitest';
import { type Listing, entry, record, remoteAt } from '../testing/subjects.ts';
import { shapesOf } from './gateway-shapes.ts';

const shapes = (listing: Listing) => shapesOf(entry(listing), record(listing)).map(({ text }) => text);
const remoteShape = (leaf: string, url: string) =>
  shapes({ name: `io.github.tidewater/${leaf}`, description: null, remotes: [remoteAt(url)] })[0];

const described = (leaf: string, description: string) => shapes({ name: `io.github.tidewater/${leaf}`, description });
const long = (middle: string) =>
  `Read tide tables of all harbours ${middle.repeat(400)} and more, made by Wharfside crew`;

describe('the shape of a remote', () => {
  test.each([
    [
      'the name in the path',
      'ferry-times',
      'https://mcp.tidewater.example/ferry-times/mcp',
      'mcp.tidewater.example/{name}/mcp',
    ],
    ['a part of the name', 'tidewater-ferry', 'https://x.example/@tidewater/ferry/mcp', 'x.example/{name}/{name}/mcp'],
    ['more than the name', 'ferry', 'https://api.x.example/p_ferry', 'api.x.example/{name}'],
    ['the name in the host', 'ferry', 'https://ferry.tidewater.example/mcp', '{name}.tidewater.example/mcp'],
    ['another spelling of the name', 'ferry-times', 'https://x.example/FerryTimes', 'x.example/{name}'],
    ['a query', 'ferry', 'https://x.example/mcp?server=ferry', 'x.example/mcp'],
    ['no name', 'ferry', 'https://x.example/mcp', 'x.example/mcp'],
    ['a name that says nothing', 'mcp', 'https://x.example/mcp', 'x.example/mcp'],
    ['a registered domain that is the name', 'ferry', 'https://ferry.example/mcp', 'ferry.example/mcp'],
  ])('with %s', (_case, leaf, url, shape) => {
    expect(remoteShape(leaf, url)).toBe(shape);
  });

  test.each(['https://{host}/mcp', 'ferry', `https://x.example/${'a'.repeat(600)}`])('is none for %.20s', (url) => {
    expect(remoteShape('ferry', url)).toBeUndefined();
  });
});

describe('the shapes of a description', () => {
  test('are its beginning and its end without the name and what all say', () => {
    expect(described('ferry', 'MCP server for Ferry tickets, prices and delays. Powered by Wharfside MCP.')).toEqual([
      'tickets prices delays …',
      '… powered by wharfside',
    ]);
  });

  test('are equal for two of one template', () => {
    const [, one] = described('ferry', 'Read ferry times and book seats. Powered by Wharfside MCP server');
    const [, other] = described('lantern-oil', 'Order lantern oil by the barrel, powered by the Wharfside MCP');
    expect(one).toBe(other);
  });

  test('are none for a few words', () => {
    expect(described('ferry', 'Ferry tickets and prices')).toEqual([]);
  });

  test('do not depend on what a long one says in between', () => {
    expect(described('ferry', long('a b '))).toEqual(described('ferry', long('c d ')));
  });
});
