/** The engines as `npm run test:engines` installed them: packages with a binary part each, and so no dependencies of the project. */

import { createRequire } from "node:module";

const home = createRequire(new URL("../../.cache/engines/package.json", import.meta.url));

export interface DuckDb {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckDbConnection> }> };
}

export interface DuckDbConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): unknown }>;
  closeSync(): void;
}

export interface ChDb {
  readonly Session: new () => { query(sql: string, format?: string): string; close(): void };
}

export const duckdb = (): DuckDb => home("@duckdb/node-api");
export const chdb = (): ChDb => home("chdb");
