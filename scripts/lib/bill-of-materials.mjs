// The software bill of materials: what a release is made of, in the CycloneDX form.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bundledPackages } from "./bundled-packages.mjs";
import { root } from "./paths.mjs";

/** The bill as JSON text: the same for the same sources, so without a time or a number of its own. */
export async function billOfMaterials() {
  const { name, version, license, description } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const components = await bundledPackages();
  const bill = {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: component({ name, version, license }, "application", description) },
    components: components.map((each) => component(each, "library")),
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

/**
 * @param {{ name: string, version: string, license: string }} of
 * @param {"application" | "library"} type
 * @param {string} [description]
 */
function component({ name, version, license }, type, description) {
  const address = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  return {
    type,
    "bom-ref": address,
    name,
    version,
    ...(description ? { description } : {}),
    purl: address,
    // Several licences make an expression.
    licenses: [/ /.test(license) ? { expression: license } : { license: { id: license } }],
  };
}
