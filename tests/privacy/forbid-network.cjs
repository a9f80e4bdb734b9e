// Loaded before a program: whatever of Node reaches for a network says so on standard error and fails.
/** @type {[object, string[]][]} */
const forbidden = [
  [require("node:net"), ["connect", "createConnection", "createServer"]],
  [require("node:net").Socket.prototype, ["connect"]],
  [require("node:net").Server.prototype, ["listen"]],
  [require("node:tls"), ["connect"]],
  [require("node:dgram"), ["createSocket"]],
  [require("node:dns"), ["lookup", "resolve"]],
  [require("node:http"), ["request", "get"]],
  [require("node:https"), ["request", "get"]],
  [require("node:http2"), ["connect"]],
  [globalThis, ["fetch", "WebSocket"]],
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
