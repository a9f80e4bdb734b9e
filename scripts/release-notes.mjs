// Prints what the list of changes says of one version: the notes of its release. `--is-prerelease` prints whether it is of that channel.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./lib/paths.mjs";
import { isPreRelease } from "./lib/release-address.mjs";

const { values, positionals } = parseArgs({
  options: { "is-prerelease": { type: "boolean" } },
  allowPositionals: true,
});
const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
const tag = positionals[0] ?? `v${version}`;
if (tag !== `v${version}`) {
  console.error(`The tag is ${tag}, and package.json has version ${version}.`);
  process.exit(2);
}
if (values["is-prerelease"]) console.log(isPreRelease(version));
else {
  const changes = await readFile(join(root, "CHANGELOG.md"), "utf8");
  const notes = changes.split(/^## /m).find((entry) => entry.startsWith(`[${version}]`));
  if (notes === undefined) {
    console.error(`CHANGELOG.md has no entry for ${version}.`);
    process.exit(2);
  }
  console.log(notes.slice(notes.indexOf("\n")).trim());
}
