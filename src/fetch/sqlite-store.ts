import { DatabaseSync, type StatementSync } from 'node:sqlite';

type Text = string;
type Blob = { readonly value: Uint8Array };

/** Keyv 6's storage contract without its events: this store does nothing on its own that could fail. */
export interface SqliteStore {
  /** Set by keyv; keys of another namespace are not seen. */
  namespace: string | undefined;
  readonly capabilities: { readonly expires: true };
  get(key: string): Promise<Text | Blob | undefined>;
  getMany(keys: readonly string[]): Promise<(Text | Blob | undefined)[]>;
  set(key: string, value: unknown, expiresMs?: number): Promise<boolean>;
  setMany(entries: readonly { key: string; value: unknown; expires?: number }[]): Promise<boolean[]>;
  has(key: string): Promise<boolean>;
  hasMany(keys: readonly string[]): Promise<boolean[]>;
  delete(key: string): Promise<boolean>;
  deleteMany(keys: readonly string[]): Promise<boolean[]>;
  clear(): Promise<void>;
  disconnect(): Promise<void>;
}

interface Write {
  readonly key: string;
  readonly value: string | Uint8Array;
  readonly expiresMs: number | null;
  readonly resolve: (stored: true) => void;
  readonly reject: (error: unknown) => void;
}

/** "regA" in the file's header: a database of another program is left alone. */
const APPLICATION_ID = 0x72656741;

/** Another process may be writing; it holds the lock for one batch only. */
const BUSY_TIMEOUT_MS = 15_000;

/**
 * A keyv store in one SQLite file, by the SQLite that comes with Node.
 *
 * Serialised values are kept as text and `{ value: Uint8Array }` (keyv with `serialization: false`) as a blob. Writes of one turn of the
 * event loop share a transaction and resolve after its commit. Throws what node:sqlite throws, and for a database that is not ours.
 */
export function openSqliteStore(file: string): SqliteStore {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    return storeOver(prepared(database));
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * A rowid table appends values and sorts only keys: 2 to 3 times the writes of WITHOUT ROWID at 300 B to 4 KB. The write-ahead log lets
 * others read meanwhile; NORMAL loses nothing when the process is killed, at most the last commits when the power goes.
 */
function prepared(database: DatabaseSync): DatabaseSync {
  const id = numberIn(database.prepare('PRAGMA application_id').get(), 'application_id');
  const tables = numberIn(database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get(), 'tables');
  if (id !== APPLICATION_ID && tables > 0) throw new Error('it is a database of another program');
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA application_id = ${APPLICATION_ID};
    CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, value NOT NULL, expiresMs INTEGER);
  `);
  return database;
}

function storeOver(database: DatabaseSync): SqliteStore {
  const select = database.prepare('SELECT value, expiresMs FROM entry WHERE key = ?');
  const insert = database.prepare('INSERT OR REPLACE INTO entry (key, value, expiresMs) VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM entry WHERE key = ?');
  const removeAll = database.prepare('DELETE FROM entry WHERE substr(key, 1, length(?1)) = ?1');
  let waiting: Write[] = [];

  function flush(): void {
    const batch = waiting;
    waiting = [];
    try {
      inTransaction(database, () => batch.forEach(({ key, value, expiresMs }) => insert.run(key, value, expiresMs)));
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const { resolve } of batch) resolve(true);
  }

  const store: SqliteStore = {
    namespace: undefined,
    capabilities: { expires: true },

    async get(key) {
      return read(select, prefix(store) + key);
    },
    async getMany(keys) {
      return keys.map((key) => read(select, prefix(store) + key));
    },
    set(key, value, expiresMs) {
      return new Promise<boolean>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({
          key: prefix(store) + key,
          value: storable(value),
          expiresMs: expiresMs ?? null,
          resolve,
          reject,
        });
      });
    },
    setMany(entries) {
      return Promise.all(entries.map(({ key, value, expires }) => store.set(key, value, expires)));
    },
    async has(key) {
      return (await store.get(key)) !== undefined;
    },
    async hasMany(keys) {
      return keys.map((key) => read(select, prefix(store) + key) !== undefined);
    },
    async delete(key) {
      return remove.run(prefix(store) + key).changes > 0;
    },
    async deleteMany(keys) {
      return keys.map((key) => remove.run(prefix(store) + key).changes > 0);
    },
    async clear() {
      removeAll.run(prefix(store));
    },
    async disconnect() {
      flush();
      if (database.isOpen) database.close();
    },
  };
  return store;
}

function prefix({ namespace }: SqliteStore): string {
  return namespace === undefined ? '' : `${namespace}:`;
}

function inTransaction(database: DatabaseSync, run: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    run();
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function read(select: StatementSync, key: string): Text | Blob | undefined {
  const row = select.get(key);
  if (row === undefined) return undefined;
  const { value, expiresMs } = row;
  if (typeof expiresMs === 'number' && expiresMs <= Date.now()) return undefined;
  if (typeof value === 'string') return value;
  return value instanceof Uint8Array ? { value } : undefined;
}

function storable(value: unknown): string | Uint8Array {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'value' in value && value.value instanceof Uint8Array)
    return value.value;
  throw new TypeError('this store takes serialised text or { value: Uint8Array }');
}

function numberIn(row: Record<string, unknown> | undefined, column: string): number {
  return Number(row?.[column]);
}
