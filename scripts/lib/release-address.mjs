// Where a release is made from, as the workflow's environment tells it: addresses that packages carry. Elsewhere there are none yet.

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ repository: string, pages: string, pictures: string } | null} the repository, as npm wants it for a statement of where a
 *   package comes from; what stands before the README's links and pictures.
 */
export function releaseAddress({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_REF_NAME }) {
  if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY || !GITHUB_REF_NAME) return null;
  const project = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`;
  return {
    repository: `git+${project}.git`,
    pages: `${project}/blob/${GITHUB_REF_NAME}`,
    pictures: `${project}/raw/${GITHUB_REF_NAME}`,
  };
}
