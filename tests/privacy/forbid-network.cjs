// Loaded before a program: whatever of Node reaches for a network says so on standard error and fails.
/** All that asks for the address or the name of a machine. @param {object} holder @returns {string[]} */
function names(holder) {
  return Object.getOwnPropertyNames(holder).filter((name) => /^(?:lookup|resolve|reverse)/.test(name));
}

/** @type {[object, string[]][]} */
const forbidden = [
  [require("node:net"), ["connect", "createConnection", "createServer"]],
  [require("node:net").Socket.prototype, ["connect"]],
  [require("node:net").Server.prototype, ["listen"]],
  [require("node:tls"), ["connect"]],
  [require("node:dgram"), ["createSocket"]],
  [require("node:dns"), names(require("node:dns"))],
  [require("node:dns").promises, names(require("node:dns").promises)],
  [require("node:dns").Resolver.prototype, names(require("node:dns").Resolver.prototype)],
  [require("node:http"), ["request", "get"]],
  [require("node:https"), ["request", "get"]],
  [require("node:http2"), ["connect"]],
  [globalThis, ["fetch", "WebSocket", "EventSource"]],
  // Another program would reach for it in place of this one.
  [require("node:child_process"), ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"]],
];
for (const [holder, names] of forbidden) {
  for (const name of names) {
    if (!(name in holder)) continue;
    Object.defineProperty(holder, name, {
      value: () => {
        process.stderr.write(`network: ${name}\n`);
        throw new Error(`There is no network: ${name}`);
      },
    });
  }
}
