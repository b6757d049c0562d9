/** The program as a child process runs it in tests: the sources, without a build in between. */
import { main } from '../../src/cli.ts';

await main(process.argv.slice(2));
