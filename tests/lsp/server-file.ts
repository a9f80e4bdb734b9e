/** The server as tests start it: the same bundle that ships, made anew from the sources, once for all tests of a run. */

import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** The path of the bundled program. */
    readonly serverProgram: string;
  }
}

export const bundle = { program: inject("serverProgram") };
