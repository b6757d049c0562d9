import type { Language } from '../../model/source.ts';
import { destinationKind } from '../../text/host-kinds.ts';
import { destinationsIn } from './destinations.ts';
import type { Found } from './located.ts';

/** Settings are small; larger files are data, in which addresses are content. */
const MAX_CHARACTERS = 200_000;
const MAX_LINE_CHARACTERS = 2_000;
const SETTINGS = /\.(?:jsonc?|json5|ya?ml|toml|ini|cfg|conf|env|properties|plist|xml)$|(?:^|\/)\.env[^/]{0,30}$/i;
const TOLD = new Set([
  'public-ip',
  'cloud-metadata',
  'paste',
  'webhook',
  'tunnel',
  'dynamic-dns',
  'file-drop',
  'dns-exfiltration',
]);

/** Addresses in settings whose hosts are of a kind that programs seldom need; all other addresses are content there. */
export function listedAddresses(text: string, path: string, language: Language): readonly Found[] {
  if (language === 'shell' || !SETTINGS.test(path) || text.length > MAX_CHARACTERS) return [];
  const found: Found[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    for (const value of destinationsIn(line.slice(0, MAX_LINE_CHARACTERS))) {
      if (TOLD.has(destinationKind(value)))
        found.push({ kind: 'address', by: 'literal', value, offset: offset + Math.max(0, line.indexOf(value)) });
    }
    offset += line.length + 1;
  }
  return found;
}
