import { defineConfig } from 'prisma/config';

// `prisma generate` would download a native schema engine it does not use. Any existing executable keeps it from trying;
// migrations go through the WASM engine (libs/platform/db/migrate.ts, prisma/new-migration.mjs).
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
});
