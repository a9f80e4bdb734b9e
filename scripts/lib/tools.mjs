// Finds the programs that a real VS Code in the browser needs, and installs them where that is ours to do.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { isProgram, run, runOrFail, which } from "./processes.mjs";

/** Where a Chromium may be, the one that was asked for by name first. */
function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    return isProgram(named) ? named : undefined;
  }
  for (const name of ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]) {
    const path = which(name);
    if (path) {
      return path;
    }
  }
  const candidates = [chromium.executablePath(), "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
  return candidates.find(isProgram);
}

/**
 * One row a tool: what it is called, how it is found, the Debian package that brings it.
 * @satisfies {Record<string, { name: string, find: () => string | undefined, debian: string }>}
 */
const tools = {
  chromium: { name: "Chromium", find: findChromium, debian: "chromium" },
  ripgrep: { name: "ripgrep", find: () => which("rg"), debian: "ripgrep" },
  python: { name: "Python 3", find: () => which("python3"), debian: "python3" },
  make: { name: "make", find: () => which("make"), debian: "make" },
  postgresql: {
    name: "PostgreSQL",
    find: () => (existsSync("/usr/lib/postgresql") ? "/usr/lib/postgresql" : undefined),
    debian: "postgresql",
  },
  dask: {
    name: "Dask",
    find: () => {
      const path = "/usr/lib/python3/dist-packages/distributed";
      return existsSync(path) ? path : undefined;
    },
    debian: "python3-distributed",
  },
  r: { name: "R", find: () => which("Rscript"), debian: "r-base-core" },
  compiler: { name: "a C++ compiler", find: () => which("g++") ?? which("clang++"), debian: "g++" },
};

/**
 * Makes sure that tools are there: installs what is missing from Debian's packages when run as root on such a system.
 * @template {keyof typeof tools} K
 * @param {K[]} wanted
 * @returns {Promise<Record<K, string>>} the path of each; throws one clear line that names what is missing.
 */
export async function needTools(wanted) {
  const missing = () => wanted.filter((key) => tools[key].find() === undefined);
  const first = missing();
  if (first.length > 0 && process.getuid?.() === 0 && which("apt-get")) {
    const packages = first.map((key) => tools[key].debian);
    console.log(`Installing from Debian's packages: ${packages.join(", ")}`);
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    // Old lists may still do; what counts is whether the install works.
    await run("apt-get", ["update", "-qq"], { env });
    await runOrFail("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { env });
  }
  const still = missing();
  if (still.length > 0) {
    const names = still.map((key) => `${tools[key].name} (Debian package: ${tools[key].debian})`);
    throw new Error(`Missing on this machine: ${names.join(", ")}`);
  }
  return /** @type {Record<K, string>} */ (Object.fromEntries(wanted.map((key) => [key, tools[key].find()])));
}
