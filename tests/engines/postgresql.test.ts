/** The recipes for PostgreSQL: the generated tables, filled from CSV, and full text by paragraph. */

import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Program } from "../cli/program.ts";
import { bundle } from "../lsp/server-file.ts";
import { reftelOnPath } from "../support/reftel-on-path.ts";
import { FIRST, recipes, SECOND } from "./recipes.ts";

/** Where Debian puts the server's programs. */
const HOME = "/usr/lib/postgresql";
const programs = join(HOME, readdirSync(HOME).sort().at(-1) ?? "", "bin");

/** The server refuses to run for root: then it runs for the user that its package made. */
const isRoot = process.getuid?.() === 0;
const user = isRoot ? Number(execFileSync("id", ["-u", "postgres"])) : undefined;

const folder = mkdtempSync(join(tmpdir(), "reftel-postgresql-"));
let program: Program;

function server(name: string, args: readonly string[]): void {
  const done = spawnSync(join(programs, name), args, {
    encoding: "utf8",
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  if (done.status !== 0) throw new Error(`${name}: ${done.stderr}`);
}

/** What `psql` reads to find the server: by a socket in the folder, so that no port is taken. */
const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${program.folder}/bin:${programs}:${process.env.PATH}`,
  PGHOST: folder,
  PGUSER: "cables",
  PGDATABASE: "postgres",
});

function psql(sql: string): string {
  const done = spawnSync("psql", ["-v", "ON_ERROR_STOP=1", "-qAt", "-f", "-"], {
    input: sql,
    encoding: "utf8",
    env: environment(),
  });
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout;
}

beforeAll(async () => {
  program = await Program.build();
  if (user !== undefined) chownSync(folder, user, user);
  server("initdb", ["-D", join(folder, "data"), "-U", "cables", "-A", "trust", "-E", "UTF8", "--no-sync"]);
  const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`;
  server("pg_ctl", ["-D", join(folder, "data"), "-w", "-l", join(folder, "log"), "-o", options, "start"]);
  // As it is called in the recipes.
  reftelOnPath(program.folder, bundle.program);
});
afterAll(async () => {
  server("pg_ctl", ["-D", join(folder, "data"), "-m", "immediate", "stop"]);
  await program.dispose();
  rmSync(folder, { recursive: true, force: true });
});

test("the tables are filled and searched", async () => {
  for (const [path, text] of Object.entries({ ...FIRST, ...SECOND })) await program.write(path, text);
  const [schema = "", index = "", search = ""] = recipes("docs/beyond-one-machine.md", "PostgreSQL", "sql");
  const [fill = ""] = recipes("docs/beyond-one-machine.md", "PostgreSQL", "sh");
  psql(schema);
  writeFileSync(join(program.folder, "fill.sh"), `set -e\n${fill}`);
  execFileSync("sh", ["fill.sh"], { cwd: program.folder, env: environment(), stdio: ["ignore", "ignore", "inherit"] });
  psql(index);
  // The second paragraph speaks of fish, the first says that nobody does.
  expect(psql(search.replace("-fish", "-alone"))).toBe(
    "09RIGA99012|2009-08-02 09:00:00+00|1|U|<b>Harbor</b> <b>fees</b> rise, and nobody speaks of fish.\n",
  );
  expect(psql(search)).toBe("");
  expect(psql("SELECT mrn, tags->>0, jsonb_array_length(persons) FROM cables WHERE mrn = '09RIGA99012';")).toBe(
    "09RIGA99012|PGOV|1\n",
  );
  expect(psql("SELECT count(*) FROM cables WHERE mrn = '09BONN99100';")).toBe("2\n");
});
