import { createRequire } from 'node:module';

/**
 * Node 24 needs 209 MB and half a second to import drizzle-orm 0.45 as ES modules, but 21 MB and 0.06 s
 * through `require` (measured). So it is loaded here, once, as CommonJS, with its own types.
 */
const require = createRequire(import.meta.url);

const core = require('drizzle-orm/sqlite-core') as typeof import('drizzle-orm/sqlite-core');
const operators = require('drizzle-orm') as typeof import('drizzle-orm');
const driver = require('drizzle-orm/better-sqlite3') as typeof import('drizzle-orm/better-sqlite3');
const migrator =
  require('drizzle-orm/better-sqlite3/migrator') as typeof import('drizzle-orm/better-sqlite3/migrator');

export type { SQL } from 'drizzle-orm';
export type { SelectedFields, SQLiteColumn, SQLiteSelectBuilder, SQLiteTable } from 'drizzle-orm/sqlite-core';
export const {
  alias,
  blob,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} = core;
export const {
  and,
  asc,
  Column,
  desc,
  eq,
  getTableColumns,
  getTableName,
  gt,
  gte,
  inArray,
  is,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  ne,
  notInArray,
  or,
  Param,
  Placeholder,
  sql,
  Table,
} = operators;
export type Placeholder = InstanceType<typeof operators.Placeholder>;
export const { drizzle } = driver;
export const { migrate } = migrator;
