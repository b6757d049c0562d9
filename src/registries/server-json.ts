import { z } from 'zod';

/** Far above what the registry accepts (a description has 100 characters); what is longer is refused, and so counted. */
export const MAX_TEXT_CHARACTERS = 65_536;
export const MAX_NAME_CHARACTERS = 1_000;
export const MAX_ITEMS = 1_000;

export const Text = z.string().max(MAX_TEXT_CHARACTERS).nullish();
export const Flag = z.boolean().nullish();
export const Name = z.string().min(1).max(MAX_NAME_CHARACTERS);
/** An identifier or an address that a record cannot do without. */
export const Word = z.string().min(1).max(MAX_TEXT_CHARACTERS);
/** Of a transport; empty in the seed of 2025-05. */
export const TransportType = z.string().max(MAX_NAME_CHARACTERS);

export function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item).max(MAX_ITEMS).nullish();
}

const Variable = z.object({
  description: Text,
  value: Text,
  default: Text,
  placeholder: Text,
  isSecret: Flag,
  isRequired: Flag,
});
const Variables = z.record(z.string().max(MAX_NAME_CHARACTERS), Variable).nullish();

/** An environment variable, a header or an argument; positional arguments have no name. */
const Input = Variable.extend({ name: Text, variables: Variables });
export type Input = z.infer<typeof Input>;

const Transport = z.object({ type: TransportType, url: Text, headers: listOf(Input), variables: Variables });
export type Transport = z.infer<typeof Transport>;

const Package = z.object({
  registryType: Word,
  registryBaseUrl: Text,
  identifier: Word,
  version: Text,
  fileSha256: Text,
  runtimeHint: Text,
  transport: Transport.nullish(),
  environmentVariables: listOf(Input),
  runtimeArguments: listOf(Input),
  packageArguments: listOf(Input),
});
export type Package = z.infer<typeof Package>;

const Remote = Transport.extend({ url: Word });
export type Remote = z.infer<typeof Remote>;

export const Repository = z.object({ url: Text, subfolder: Text, id: Text });
export type Repository = z.infer<typeof Repository>;

/**
 * The fields of server.json that are read, as spelled since 2025-09-16; older spellings are in official/early.ts.
 *
 * Types of registries, transports and formats are open sets, and a null means the same as an absent field.
 */
export const ServerJson = z.object({
  name: Name,
  title: Text,
  description: Text,
  version: Text,
  websiteUrl: Text,
  repository: Repository.nullish(),
  packages: listOf(Package),
  remotes: listOf(Remote),
});
export type ServerJson = z.infer<typeof ServerJson>;
