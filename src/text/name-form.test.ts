import { describe, expect, test } from 'vitest';
import { nameForm } from './name-form.ts';

describe('names of one form', () => {
  test.each([
    ['separators and case', 'harbor-tide_tables', 'HarborTideTables'],
    ['what is said of every server', 'harbor-tides', 'mcp-server-harbor-tides-official'],
    ['digits for letters', 'harb0r-t1des', 'harbor-tldes'],
    ['plurals', 'harbors-tide', 'harbor-tides'],
    ['characters that look alike', 'hаrbor', 'harbor'],
    ['a zero-width space', 'har\u200Bbor', 'harbor'],
  ])('%s', (_case, a, b) => {
    expect(nameForm(a)).toEqual(nameForm(b));
    expect(nameForm(a)).not.toBeNull();
  });

  test('words in another order have another form and the same bag', () => {
    expect(nameForm('tide-harbor')?.bag).toBe(nameForm('harbor-tide')?.bag);
    expect(nameForm('tide-harbor')?.ordered).not.toBe(nameForm('harbor-tide')?.ordered);
  });
});

describe('names that keep their own form', () => {
  test.each([
    ['another word', 'harbor-tides', 'harbor-ferries'],
    ['a number alone', 'harbor-2', 'harbor-3'],
    ['a word that ends in ss', 'compass', 'compas'],
    ['three letters', 'gas', 'ga'],
  ])('%s', (_case, a, b) => {
    expect(nameForm(a)).not.toEqual(nameForm(b));
  });

  test.each(['', 'mcp', 'mcp-server', 'The Official MCP Server', '---', 'x'.repeat(100)])(
    '"%s" is nobody’s',
    (name) => {
      expect(nameForm(name)).toBeNull();
    },
  );
});
