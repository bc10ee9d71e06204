export { sql } from 'kysely';
export * from './columns.ts';
export { type Db, openDatabase } from './database.ts';
export { type DoTogether, gather } from './gather.ts';
export { groupCommits, type WriteTogether } from './group-commit.ts';
export { insertRows, pointText, type RowToInsert } from './insert-rows.ts';
export { isDatabaseAway } from './is-database-away.ts';
export { type MigrationFolder, migrate } from './migrate.ts';
export { type Tx, tables } from './transaction.ts';
