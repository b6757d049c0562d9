import { parentPort } from 'node:worker_threads';
import { fileDescriber } from './facts/describe.ts';
import type { Answer, Question } from './pool.ts';

const MAX_MESSAGE_CHARACTERS = 200;

/** One thread of the pool: describes the files it is handed, one after the other. */
const describe = fileDescriber();

parentPort?.on('message', ({ content, path, language }: Question) => {
  void answer(Buffer.from(content), path, language).then((each) => parentPort?.postMessage(each));
});

async function answer(...question: Parameters<typeof describe>): Promise<Answer> {
  try {
    return { outcome: 'described', description: await describe(...question) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { outcome: 'failed', reason: `its reader failed: ${message.slice(0, MAX_MESSAGE_CHARACTERS)}` };
  }
}
