// Runs other programs: to their end with their output kept or shown, or in the background as a group that dies with us.
import { spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";

const windows = process.platform === "win32";

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options] `show`: let it write to our own output.
 * @returns {Promise<{ code: number, output: string }>} its exit code, and what it wrote where that was not shown.
 */
export function run(command, args, { cwd, env, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString("utf8");
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a program whose failure is ours, too.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options]
 * @returns {Promise<string>} what it wrote.
 */
export async function runOrFail(command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) {
    throw new Error(`${command} ${args.join(" ")} ended with exit code ${code}\n${lastLines(output, 40)}`);
  }
  return output;
}

/**
 * @param {string} text
 * @param {number} count
 */
export function lastLines(text, count) {
  return text.trimEnd().split("\n").slice(-count).join("\n");
}

/**
 * Finds a program as a shell would.
 * @param {string} name
 * @returns {string | undefined} its path.
 */
export function which(name) {
  const endings = windows ? (process.env.PATHEXT ?? ".EXE;.CMD").split(";") : [""];
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      if (isProgram(path)) {
        return path;
      }
    }
  }
  return undefined;
}

/** @param {string} path */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Waits until a question has an answer, asking again and again.
 * @template T
 * @param {string} what names the thing waited for, for the message when it never comes.
 * @param {() => T | undefined | Promise<T | undefined>} ask
 * @param {number} milliseconds how long at most.
 * @returns {Promise<T>}
 */
export async function waitUntil(what, ask, milliseconds) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(`Waited ${Math.round(milliseconds / 1000)} s in vain for ${what}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What is to be stopped when this process ends, whichever way it does. @type {Set<() => void>} */
const endings = new Set();
let watching = false;

/**
 * Has something done when this process ends, also by Ctrl-C or a kill.
 * @param {() => void} ending must not wait for anything.
 * @returns {() => void} takes it back.
 */
export function atEnd(ending) {
  endings.add(ending);
  if (!watching) {
    watching = true;
    process.on("exit", () => {
      for (const each of endings) {
        each();
      }
    });
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
      process.on(signal, () => process.exit(signal === "SIGINT" ? 130 : 143));
    }
  }
  return () => endings.delete(ending);
}

/**
 * Starts a program in the background, in a process group of its own so that its children can be stopped with it.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function startGroup(command, args, { cwd, env } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: !windows,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let ended = false;
  const keep = (/** @type {Buffer} */ chunk) => {
    output += chunk.toString("utf8");
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  /** @type {Promise<void>} */
  const closed = new Promise((resolve) => {
    const end = () => {
      ended = true;
      resolve();
    };
    child.on("error", (error) => {
      output += `${error.message}\n`;
      end();
    });
    child.on("exit", end);
  });
  const kill = () => {
    if (child.pid === undefined) {
      return;
    }
    try {
      process.kill(windows ? child.pid : -child.pid, "SIGKILL");
    } catch {
      // It has ended by itself already.
    }
  };
  const forget = atEnd(kill);
  const stop = async () => {
    kill();
    await closed;
    forget();
  };
  return { closed, stop, output: () => output, ended: () => ended };
}

/** A port that was free a moment ago. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
