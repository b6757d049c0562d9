/**
 * What a callee does with the path among its arguments, by index.
 *
 * looks: asks whether a file is there, which is told of sensitive places only.
 */
export interface FileUse {
  readonly reads: readonly number[];
  readonly writes: readonly number[];
  readonly looks: readonly number[];
  /** The argument that says what a file is opened for: with `w`, `a` or `+` it is written. */
  readonly flags: number | null;
}

const MODULES = ['fs', 'fs.promises', 'fs-extra', 'memfs', 'fs-jetpack', 'jsonfile'];
const READS =
  `readFile readFileSync createReadStream openAsBlob readdir readdirSync opendir opendirSync readlink readlinkSync readJson
  readJsonSync readJSON readJSONSync readv`.split(/\s+/);
const WRITES =
  `writeFile writeFileSync appendFile appendFileSync createWriteStream truncate truncateSync unlink unlinkSync rm rmSync rmdir
  rmdirSync outputFile outputFileSync writeJson writeJsonSync writeJSON writeJSONSync outputJson outputJsonSync outputJSON remove removeSync
  emptyDir emptyDirSync mkdtemp mkdtempSync`.split(/\s+/);
const LOOKS =
  `exists existsSync access accessSync stat statSync lstat lstatSync realpath realpathSync watch watchFile pathExists
  pathExistsSync mkdir mkdirSync ensureDir ensureDirSync ensureFile ensureFileSync chmod chmodSync chown chownSync utimes utimesSync`.split(
    /\s+/,
  );
const COPIES = 'copyFile copyFileSync cp cpSync copy copySync'.split(' ');
const MOVES = 'rename renameSync move moveSync'.split(' ');
const LINKS = 'symlink symlinkSync link linkSync ensureSymlink ensureLink'.split(' ');
const OPENS = 'open openSync'.split(' ');

/** Callees that use files, by what they mean. */
export const FILE_USES: ReadonlyMap<string, FileUse> = new Map<string, FileUse>([
  ...MODULES.flatMap((module) => [
    ...named(module, READS, { reads: [0] }),
    ...named(module, WRITES, { writes: [0] }),
    ...named(module, LOOKS, { looks: [0] }),
    ...named(module, COPIES, { reads: [0], writes: [1] }),
    ...named(module, MOVES, { writes: [0, 1] }),
    ...named(module, LINKS, { looks: [0], writes: [1] }),
    ...named(module, OPENS, { reads: [0], flags: 1 }),
  ]),
  ...named('Bun', ['file'], { reads: [0] }),
  ...named('Bun', ['write'], { writes: [0] }),
  ...named('Deno', ['readFile', 'readFileSync', 'readTextFile', 'readTextFileSync', 'readDir', 'readDirSync'], {
    reads: [0],
  }),
  ...named('Deno', ['writeFile', 'writeFileSync', 'writeTextFile', 'writeTextFileSync', 'remove', 'removeSync'], {
    writes: [0],
  }),
]);

function named(
  module: string,
  names: readonly string[],
  use: Partial<FileUse>,
): readonly (readonly [string, FileUse])[] {
  return names.map((name) => [`${module}.${name}`, { reads: [], writes: [], looks: [], flags: null, ...use }]);
}
