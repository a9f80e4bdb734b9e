// The addresses that packages carry, all made from the one in the manifest's `repository`.

/**
 * @param {{ repository: { url: string }, version: string }} manifest package.json
 * @returns {{ repository: string, pages: string, pictures: string }} the repository, as npm wants it for a statement of where a package
 *   comes from; what stands before the README's links and pictures, at the version's tag.
 */
export function releaseAddress({ repository, version }) {
  const project = repository.url.replace(/\.git$/, "");
  return {
    repository: `git+${project}.git`,
    pages: `${project}/blob/v${version}`,
    pictures: `${project}/raw/v${version}`,
  };
}

/**
 * Whether a version is one of the pre-release channel. The registry of VS Code takes no `-beta` behind a version, so the minor number
 * tells: an odd one is of the pre-release channel, an even one of the stable channel.
 * @param {string} version `1.3.0`
 */
export function isPreRelease(version) {
  return Number(version.split(".")[1]) % 2 === 1;
}
