// The loopback registries in a thread of their own, so that the benchmark's thread does only the asking.
import { parentPort, workerData } from 'node:worker_threads';
import { startRegistries } from '../../test/registries/server.ts';
import { buildFeed } from '../population/population.ts';

const { scale }: { scale: number } = workerData;
const registries = await startRegistries(buildFeed({ seed: '20260629', scale, asOf: '2026-06-29' }));
parentPort?.postMessage({ baseUrls: registries.baseUrls });
parentPort?.on('message', () => parentPort?.postMessage({ urls: registries.log.map(({ url }) => url) }));
