/** What is left of a cable without its header: a REF line, some paragraphs. The form of last resort. */

import type { Form } from "./form.ts";

export const fragment: Form = {
  name: "fragment",
  hasHeadAlone: true,
  openings: [],
  recognise: () => 0.1,
};
