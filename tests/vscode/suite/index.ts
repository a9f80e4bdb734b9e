/** What VS Code calls to run the tests inside its extension host. */
import { runTests } from "../run-in-node.ts";

export async function run(): Promise<void> {
  const failed = await runTests(__dirname);
  if (failed > 0) {
    throw new Error(`${failed} failed`);
  }
}
