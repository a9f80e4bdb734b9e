// Brings VS Code's own server (as code-server ships it on the npm registry) and starts it: the real editor without a download.
import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { root } from "./paths.mjs";
import { atEnd, freePort, run, runOrFail, startGroup, waitUntil } from "./processes.mjs";
import { needTools } from "./tools.mjs";

/** Raised when the steps of the install change, so that what older steps installed is not taken. */
const recipe = 1;

const quiet = ["--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund"];

/** The folder that installs are kept in: shared by all clones on the machine, so that a fresh clone need not build again. */
async function cacheFolder() {
  const wanted =
    process.env.REFTEL_VSCODE_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "reftel");
  for (const folder of [wanted, join(root, ".vscode-test")]) {
    try {
      await mkdir(folder, { recursive: true });
      const probe = await mkdtemp(join(folder, "probe-"));
      await rm(probe, { recursive: true });
      return folder;
    } catch {
      // Not ours to write in: the next one.
    }
  }
  throw new Error(`No folder to install VS Code's server in: neither ${wanted} nor .vscode-test can be written`);
}

/**
 * The settings for building native parts: with Node's own headers where they lie beside the program, so that nothing is fetched, and
 * without optimizing, which would take most of the time and serve nobody.
 * @param {string} node the program that will run what is built.
 */
function buildEnvironment(node) {
  const prefix = dirname(dirname(node));
  const headers = existsSync(join(prefix, "include", "node", "node.h"));
  return {
    // Scripts of packages that say `node` get this one.
    PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
    CFLAGS: "-O0",
    CXXFLAGS: "-O0",
    JOBS: "max",
    npm_config_build_from_source: "true",
    ...(headers ? { npm_config_nodedir: prefix } : {}),
  };
}

/**
 * Installs VS Code's server, or finds it installed.
 * @param {string} [usual] which VS Code, where REFTEL_VSCODE_VERSION names none.
 * @returns {Promise<{ node: string, entry: string, version: string }>} the Node to run it with, code-server's entry, and which VS Code
 *   it is.
 */
export async function installVscodeServer(usual = "1.100") {
  if (process.platform === "win32") {
    throw new Error("VS Code's server is not set up for Windows: use the desktop VS Code");
  }
  // 1.93.1 is in the folder 1.93; `stable` names no number.
  const version = /^\d+\.\d+/.exec(process.env.REFTEL_VSCODE_VERSION ?? "")?.[0] ?? usual;
  const source = join(root, "tests", "vscode", "host", version);
  const lock = await readFile(join(source, "package-lock.json")).catch(() => {
    throw new Error(`No VS Code ${version} under tests/vscode/host`);
  });
  const { ripgrep } = await needTools(["ripgrep"]);
  const hash = createHash("sha256")
    .update(`${recipe} ${process.version} ${process.platform} ${process.arch} `)
    .update(lock);
  const cache = await cacheFolder();
  const home = join(cache, `vscode-${version}-${hash.digest("hex").slice(0, 16)}`);
  const entry = join(home, "node_modules", "code-server", "out", "node", "entry.js");
  const wantedNode = JSON.parse(await readFile(join(source, "package.json"), "utf8")).reftel?.node;
  const node = wantedNode === undefined ? process.execPath : join(home, "node_modules", nodePackage(), "bin", "node");
  if (!existsSync(home)) {
    await removeLeftovers(cache);
    // Built beside its place and moved there whole: a half-finished install is never taken for one, and two at once don't meet.
    const partial = await mkdtemp(join(cache, "partial-"));
    try {
      const started = Date.now();
      console.log(`Installing VS Code ${version} as a server (once, about a minute) into ${home}`);
      await build(source, partial, { ripgrep, wantedNode });
      await rename(partial, home).catch((error) => {
        if (!existsSync(home)) {
          throw error;
        }
      });
      console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s`);
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  }
  return { node, entry, version };
}

/**
 * Removes what runs that were cut off left behind.
 * @param {string} cache
 */
async function removeLeftovers(cache) {
  const yesterday = Date.now() - 24 * 3600 * 1000;
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    if (name.startsWith("partial-") && (await stat(path)).mtimeMs < yesterday) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

/** The package of the registry that holds a Node for this system, with its headers. */
function nodePackage() {
  return `node-${process.platform}-${process.arch}`;
}

/**
 * The install itself; its order is that of docs/vscode-host.md.
 * @param {string} source
 * @param {string} home
 * @param {{ ripgrep: string, wantedNode: string | undefined }} tools `wantedNode`: the version of Node that this VS Code needs, where
 *   it is not the one that runs this.
 */
async function build(source, home, { ripgrep, wantedNode }) {
  await needTools(["python", "make", "compiler"]);
  await cp(source, home, { recursive: true });
  await runOrFail("npm", ["ci", ...quiet], { cwd: home });
  if (wantedNode !== undefined) {
    await runOrFail("npm", ["install", "--no-save", ...quiet, `${nodePackage()}@${wantedNode}`], { cwd: home });
  }
  const own = join(home, "node_modules", nodePackage(), "bin", "node");
  const env = buildEnvironment(wantedNode === undefined ? process.execPath : own);
  const vscode = join(home, "node_modules", "code-server", "lib", "vscode");
  // Not npm ci: the lists of versions that come with them are not always whole.
  await runOrFail("npm", ["install", "--omit=dev", ...quiet], { cwd: vscode, env });
  await runOrFail("npm", ["install", "--omit=dev", ...quiet], { cwd: join(vscode, "extensions"), env });
  await addWatcher(vscode, env);

  // Names and places that changed between one VS Code and another: what is there is built.
  const watchdog = existsSync(join(vscode, "node_modules", "native-watchdog"))
    ? "native-watchdog"
    : "@vscode/native-watchdog";
  await Promise.all([
    rebuild(vscode, "@vscode/spdlog", "build/Release/spdlog.node", env),
    rebuild(vscode, watchdog, "build/Release/watchdog.node", env),
    rebuild(vscode, "node-pty", "build/Release/pty.node", env),
    rebuild(home, "argon2", null, env),
  ]);

  const older = join(vscode, "node_modules", "@vscode", "ripgrep");
  if (existsSync(older)) {
    await mkdir(join(older, "bin"), { recursive: true });
    await symlink(ripgrep, join(older, "bin", "rg"));
  }
  await symlink("node_modules", join(vscode, "node_modules.asar"));
}

/**
 * Adds the ready-made binary of the file watcher for this system, where the install above did not bring it.
 * @param {string} vscode
 * @param {NodeJS.ProcessEnv} env
 */
async function addWatcher(vscode, env) {
  const watcher = join(vscode, "node_modules", "@parcel", "watcher");
  const { version, optionalDependencies } = JSON.parse(await readFile(join(watcher, "package.json"), "utf8"));
  const system = `${process.platform}-${process.arch}${process.platform === "linux" ? "-glibc" : ""}`;
  const name = `@parcel/watcher-${system}`;
  // Older ones carry the binaries of all systems themselves.
  if (optionalDependencies?.[name] && !existsSync(join(vscode, "node_modules", name))) {
    await runOrFail("npm", ["install", "--no-save", ...quiet, `${name}@${version}`], { cwd: vscode, env });
  }
}

/**
 * Builds the native part of one package. Some of their scripts end with an error after the binary is there, so that counts.
 * @param {string} folder
 * @param {string} name
 * @param {string | null} binary null where its place is not known: then the script's exit code counts.
 * @param {NodeJS.ProcessEnv} env
 */
async function rebuild(folder, name, binary, env) {
  const { code, output } = await run("npm", ["rebuild", name], { cwd: folder, env });
  if (binary === null ? code !== 0 : !existsSync(join(folder, "node_modules", name, binary))) {
    throw new Error(`npm rebuild ${name} ended with exit code ${code} and no binary\n${output}`);
  }
}

/** What keeps the editor still: nothing asks, greets, updates or reports. */
const calmSettings = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "security.workspace.trust.enabled": false,
  "git.enabled": false,
  "chat.commandCenter.enabled": false,
  "chat.disableAIFeatures": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  // The tooltip of one row lies over the next, and takes its clicks.
  "workbench.hover.delay": 60_000,
};

/**
 * Starts VS Code's server on a free port of this machine alone, with data folders of its own.
 * @param {{ node: string, entry: string }} install
 * @param {{ settings?: Record<string, unknown>, packed?: string }} [options] `packed`: a .vsix file to install first.
 */
export async function startVscodeServer({ node, entry }, { settings = {}, packed } = {}) {
  const data = await mkdtemp(join(tmpdir(), "reftel-vscode-"));
  const user = join(data, "user");
  await mkdir(join(user, "User"), { recursive: true });
  await writeFile(join(user, "User", "settings.json"), JSON.stringify({ ...calmSettings, ...settings }, null, 2));
  const folders = ["--user-data-dir", user, "--extensions-dir", join(data, "extensions")];
  // Its configuration, socket and logs go where they are removed again.
  const env = { XDG_CONFIG_HOME: join(data, "config"), XDG_DATA_HOME: join(data, "share") };
  if (packed) {
    await runOrFail(node, [entry, "--install-extension", packed, ...folders], { env });
  }
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const server = startGroup(
    node,
    [
      entry,
      ...["--auth", "none", "--bind-addr", address, "--disable-telemetry", "--disable-update-check"],
      ...["--disable-workspace-trust", "--disable-getting-started-override"],
      ...folders,
    ],
    { env },
  );
  const forget = atEnd(() => rmSync(data, { recursive: true, force: true }));
  const stop = async () => {
    await server.stop();
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
    forget();
  };
  try {
    await waitUntil(
      "VS Code's server to answer",
      async () => {
        if (server.ended()) {
          throw new Error(`VS Code's server ended at once:\n${server.output()}`);
        }
        const response = await fetch(`http://${address}/`).catch(() => undefined);
        return response?.status === 200 ? true : undefined;
      },
      60_000,
    );
  } catch (error) {
    await stop();
    throw error;
  }

  /**
   * The address of a window on a folder, with the extension of this project loaded.
   * @param {{ folder: string, tests?: string, file?: string, extension?: string | null, inBrowser?: boolean }} window `tests`: a module
   *   to run in the extension host. `file`: one to open. `extension`: the folder of the extension under development, by default this
   *   project; null where it is installed. `inBrowser`: as a web extension, in a worker of the page.
   */
  const windowAddress = ({ folder, tests, file, extension = root, inBrowser = false }) => {
    const remote = (/** @type {string} */ path) => `vscode-remote://${address}${encodeURI(path)}`;
    const payload = [["skipWelcome", "true"]];
    if (extension !== null) {
      payload.push(["extensionDevelopmentPath", remote(extension)]);
      if (inBrowser) payload.push(["extensionDevelopmentKind", "web"]);
    }
    if (tests) {
      payload.push(["extensionTestsPath", remote(tests)]);
    }
    if (file) {
      payload.push(["openFile", remote(file)]);
    }
    return `http://${address}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
  };

  return { windowAddress, stop, closed: server.closed, output: server.output, ended: server.ended };
}
