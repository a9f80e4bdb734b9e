/** All completions, by kind. Written by scripts/generate-lists.mjs from the files of this folder: do not edit. */

import { abbreviation } from "./abbreviation.ts";
import { addressee } from "./addressee.ts";
import { cable } from "./cable.ts";
import { caption } from "./caption.ts";
import { classification } from "./classification.ts";
import type { CompletionProvider } from "./completion.ts";
import { executiveOrder } from "./executive-order.ts";
import { fieldName } from "./field-name.ts";
import { heading } from "./heading.ts";
import { label } from "./label.ts";
import { portionMark } from "./portion-mark.ts";
import { reference } from "./reference.ts";
import { tag } from "./tag.ts";

export const COMPLETION_PROVIDERS: readonly CompletionProvider[] = [
  abbreviation,
  addressee,
  cable,
  caption,
  classification,
  executiveOrder,
  fieldName,
  heading,
  label,
  portionMark,
  reference,
  tag,
];
