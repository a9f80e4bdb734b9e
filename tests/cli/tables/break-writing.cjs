// Loaded before a program: at the so-many-th call that changes a folder the process is killed, or the disk is full from there on.
const fs = require("node:fs");

const at = Number(process.env.BREAK_AT ?? "0");
const how = process.env.BREAK_HOW ?? "count";
const CHANGING = ["appendFileSync", "linkSync", "mkdirSync", "renameSync", "rmSync", "symlinkSync", "writeFileSync"];

let calls = 0;
for (const name of CHANGING) {
  const original = Reflect.get(fs, name);
  Reflect.set(fs, name, (/** @type {unknown[]} */ ...args) => {
    calls++;
    if (at > 0 && calls >= at) {
      if (how === "kill") process.kill(process.pid, "SIGKILL");
      if (how === "full" && name !== "rmSync" && name !== "linkSync") {
        throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
      }
    }
    return Reflect.apply(original, fs, args);
  });
}
if (how === "count") process.on("exit", () => process.stderr.write(`calls: ${calls}\n`));
