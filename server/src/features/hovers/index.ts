/** All hovers, by kind. Written by scripts/generate-lists.mjs from the files of this folder: do not edit. */

import { abbreviation } from "./abbreviation.ts";
import { addressee } from "./addressee.ts";
import { archiveLine } from "./archive-line.ts";
import { attributeValue } from "./attribute-value.ts";
import { caption } from "./caption.ts";
import { classification } from "./classification.ts";
import { classifiedBy } from "./classified-by.ts";
import { dateTimeGroup } from "./date-time-group.ts";
import { distribution } from "./distribution.ts";
import { draftingOffice } from "./drafting-office.ts";
import { executiveOrder } from "./executive-order.ts";
import { headerKey } from "./header-key.ts";
import { headerWord } from "./header-word.ts";
import type { HoverProvider } from "./hover.ts";
import { mention } from "./mention.ts";
import { originator } from "./originator.ts";
import { ownMrn } from "./own-mrn.ts";
import { pageBreak } from "./page-break.ts";
import { passingOffice } from "./passing-office.ts";
import { portionMark } from "./portion-mark.ts";
import { precedence } from "./precedence.ts";
import { reasonCode } from "./reason-code.ts";
import { reference } from "./reference.ts";
import { routingIndicator } from "./routing-indicator.ts";
import { securityLine } from "./security-line.ts";
import { stationLine } from "./station-line.ts";
import { tag } from "./tag.ts";
import { tagPerson } from "./tag-person.ts";
import { transmissionId } from "./transmission-id.ts";
import { transmissionSection } from "./transmission-section.ts";

export const HOVER_PROVIDERS: readonly HoverProvider[] = [
  abbreviation,
  addressee,
  archiveLine,
  attributeValue,
  caption,
  classification,
  classifiedBy,
  dateTimeGroup,
  distribution,
  draftingOffice,
  executiveOrder,
  headerKey,
  headerWord,
  mention,
  originator,
  ownMrn,
  pageBreak,
  passingOffice,
  portionMark,
  precedence,
  reasonCode,
  reference,
  routingIndicator,
  securityLine,
  stationLine,
  tag,
  tagPerson,
  transmissionId,
  transmissionSection,
];
