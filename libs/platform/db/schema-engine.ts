import fs from 'node:fs';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { packageRoot, resolveDependency } from './package-root.js';

/** Prisma's schema engine as WebAssembly: the native one would have to be downloaded. */
export type SchemaEngine = engineModule.SchemaEngine;

/** All tables and enums are ours; nothing is managed from outside. */
export const NO_FILTER = { externalTables: [], externalEnums: [] };

let isLoaded = false;

/** Opens an engine on a database. Its connections end with `pool`, which the caller ends. */
export async function openSchemaEngine(pool: pg.Pool): Promise<SchemaEngine> {
  loadEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(new MendedAdapterFactory(pool));
  const datamodels = readSchemaFiles().map((file): [string, string] => [file.path, file.content]);
  return engineModule.SchemaEngine.new({ datamodels }, () => undefined, adapter);
}

/** The schema files of prisma/schema, in order of name. */
export function readSchemaFiles(): { path: string; content: string }[] {
  const folder = path.join(packageRoot(), 'prisma', 'schema');
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: fs.readFileSync(path.join(folder, name), 'utf8') }));
}

/** What prisma/migrations holds, as the engine wants it told. */
export function readMigrations() {
  const baseDir = path.join(packageRoot(), 'prisma', 'migrations');
  const names = fs
    .readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: fs.readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  };
}

/** PostgreSQL's own one-letter type: its catalogues use it, the adapter does not know it. */
const CHAR_OID = 18;
const TEXT_OID = 25;

/**
 * Prisma's adapter with two faults mended that keep the engine from working:
 * it splits a script at every semicolon, which breaks the bodies of functions, and runs the pieces one by one (sent
 * whole, PostgreSQL takes a script as one transaction: a migration is applied entirely or not at all); and it refuses
 * the one-letter type, without which the engine cannot look at a database that has tables in it.
 */
class MendedAdapterFactory extends PrismaPg {
  constructor(private readonly pool: pg.Pool) {
    super(pool);
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script: string) => {
      await this.pool.query(script);
    };
    const charColumns = presentCharAsText(this.pool);
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const index of charColumns()) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  }
}

/**
 * Makes a pool say "text" where the server says "char". The returned function tells which columns of the last result
 * that concerned; the engine asks one question at a time.
 */
function presentCharAsText(pool: pg.Pool): () => readonly number[] {
  let charColumns: number[] = [];
  const send = pool.query.bind(pool) as (query: unknown) => Promise<pg.QueryResult | pg.QueryResult[]>;
  const query = async (what: unknown) => {
    const result = await send(what);
    charColumns = [];
    // Several results: a script, whose results nobody reads.
    if (Array.isArray(result)) return result;
    result.fields.forEach((field, index) => {
      if (field.dataTypeID !== CHAR_OID) return;
      field.dataTypeID = TEXT_OID;
      charColumns.push(index);
    });
    return result;
  };
  pool.query = query as typeof pool.query;
  return () => charColumns;
}

/** The engine leaves a timer of 10 s behind; it must not keep a finished command from ending. */
function setIdleTimeout(work: () => void, delayMs: number): NodeJS.Timeout {
  return setTimeout(work, delayMs).unref();
}

function loadEngine(): void {
  if (isLoaded) return;
  const script = resolveDependency('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = fs.readFileSync(path.join(path.dirname(script), 'schema_engine_bg.wasm'));
  // The WASM's imports are the functions of the module itself.
  const imports = { ...engineModule } as unknown as WebAssembly.ModuleImports;
  for (const name of Object.keys(imports))
    if (name.startsWith('__wbg_setTimeout_')) imports[name] = setIdleTimeout;
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), {
    './schema_engine_bg.js': imports,
  });
  const exported = instance.exports as { __wbindgen_start?: () => void };
  (engineModule as unknown as { __wbg_set_wasm: (exports: unknown) => void }).__wbg_set_wasm(exported);
  exported.__wbindgen_start?.();
  isLoaded = true;
}
