/**
 * Node types of the Python grammar that are told apart; every other named one is `other`.
 *
 * Numbers of our own, because the grammar's change with each of its versions and give one type several.
 */
export const KIND = {
  other: 0,
  ERROR: 1,
  argument_list: 2,
  as_pattern: 3,
  as_pattern_target: 4,
  assignment: 5,
  attribute: 6,
  augmented_assignment: 7,
  await: 8,
  binary_operator: 9,
  block: 10,
  boolean_operator: 11,
  call: 12,
  class_definition: 13,
  comparison_operator: 14,
  concatenated_string: 15,
  conditional_expression: 16,
  decorated_definition: 17,
  decorator: 18,
  default_parameter: 19,
  delete_statement: 20,
  dictionary: 21,
  dictionary_comprehension: 22,
  dictionary_splat: 23,
  dictionary_splat_pattern: 24,
  dotted_name: 25,
  aliased_import: 26,
  exec_statement: 27,
  expression_list: 28,
  expression_statement: 29,
  false: 30,
  for_in_clause: 31,
  for_statement: 32,
  function_definition: 33,
  future_import_statement: 34,
  generator_expression: 35,
  global_statement: 36,
  identifier: 37,
  if_clause: 38,
  import_from_statement: 39,
  import_statement: 40,
  integer: 41,
  interpolation: 42,
  keyword_argument: 43,
  lambda: 44,
  lambda_parameters: 45,
  list: 46,
  list_comprehension: 47,
  list_pattern: 48,
  list_splat: 49,
  list_splat_pattern: 50,
  module: 51,
  named_expression: 52,
  none: 53,
  nonlocal_statement: 54,
  pair: 55,
  parameters: 56,
  parenthesized_expression: 57,
  pattern_list: 58,
  relative_import: 59,
  return_statement: 60,
  set: 61,
  set_comprehension: 62,
  slice: 63,
  string: 64,
  subscript: 65,
  true: 66,
  tuple: 67,
  tuple_pattern: 68,
  type: 69,
  typed_default_parameter: 70,
  typed_parameter: 71,
  unary_operator: 72,
  wildcard_import: 73,
  float: 74,
  generic_type: 75,
  comment: 76,
  with_item: 77,
} as const;

export const FIELD = {
  none: 0,
  alias: 1,
  alternative: 2,
  argument: 3,
  arguments: 4,
  attribute: 5,
  body: 6,
  code: 7,
  definition: 8,
  expression: 9,
  function: 10,
  key: 11,
  left: 12,
  module_name: 13,
  name: 14,
  object: 15,
  parameters: 16,
  right: 17,
  subscript: 18,
  superclasses: 19,
  type: 20,
  value: 21,
} as const;

export type Kind = (typeof KIND)[keyof typeof KIND];
export type Field = (typeof FIELD)[keyof typeof FIELD];

/** Our number of each of the grammar's; -1 for anonymous nodes, which are punctuation and keywords. */
export function kindTable(types: readonly string[], isNamed: (id: number) => boolean): Int16Array {
  const known = new Map<string, number>(Object.entries(KIND));
  return Int16Array.from(types, (type, id) => (isNamed(id) ? (known.get(type) ?? KIND.other) : -1));
}

export function fieldTable(fields: readonly (string | null)[]): Uint8Array {
  const known = new Map<string, number>(Object.entries(FIELD));
  return Uint8Array.from(fields, (field) => known.get(field ?? '') ?? FIELD.none);
}
