// The loopback registries in a process of their own, so that the benchmark's process does only the asking.
import { startRegistries } from '../../test/registries/server.ts';
import { buildFeed } from '../population/population.ts';

const scale = Number(process.argv[2]);
const registries = await startRegistries(buildFeed({ seed: '20260629', scale, asOf: '2026-06-29' }));
process.send?.({ baseUrls: registries.baseUrls });
process.on('message', () => process.send?.({ urls: registries.log.map(({ url }) => url) }));
process.on('disconnect', () => process.exit());
