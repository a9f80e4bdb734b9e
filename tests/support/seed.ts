/** Property tests take the same inputs in every run, so that a run can be repeated; `REFTEL_SEED` names others. */

import { configureGlobal } from "fast-check";

configureGlobal({ seed: Number(process.env.REFTEL_SEED ?? 374) });
