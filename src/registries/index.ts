import { glama } from './glama/index.ts';
import { mcpSo } from './mcp-so/index.ts';
import { official } from './official/index.ts';
import type { Registry } from './port.ts';
import { pulsemcp } from './pulsemcp/index.ts';
import { smithery } from './smithery/index.ts';

/** In the order in which they are captured and shown. */
export const registries: readonly Registry[] = [official, glama, smithery, mcpSo, pulsemcp];
