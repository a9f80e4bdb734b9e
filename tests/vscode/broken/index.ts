/** What the runner calls to run the tests on an extension whose server does not start. */
import { runTests } from "../run-in-node.ts";

export function run(): Promise<number> {
  return runTests(__dirname);
}
