/** The engine that needs a driver: whoever keeps files alone does not load it. */
export { migrateDatabase, openPostgresStore, type PostgresOptions } from './postgres/open.ts'
