export { sql } from 'kysely';
export * from './columns.ts';
export { type Db, openDatabase } from './database.ts';
export { type MigrationFolder, migrate } from './migrate.ts';
export { type Tx, tables } from './transaction.ts';
