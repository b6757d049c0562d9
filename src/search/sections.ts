/** Where the index stands in a lookup's file. */
export const SEARCH_SECTIONS = {
  /** In the order of their characters, one a line. */
  terms: 'search-terms',
  letters: 'search-letters',
  /** Of each term, where its entries begin; one more for the end. */
  starts: 'search-starts',
  entries: 'search-entries',
  /** How prominent the term is in the entry, 1 to 255. */
  impacts: 'search-impacts',
} as const;
