/** What the runner calls to run the tests that use the editor as a person does. */
import { runTests } from "../run-in-node.ts";

export function run(): Promise<number> {
  return runTests(__dirname);
}
