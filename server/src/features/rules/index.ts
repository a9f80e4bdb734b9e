/** All rules, by code. Written by scripts/generate-lists.mjs from the files of this folder: do not edit. */

import { addresseeKnownUnderAnotherName } from "./addressee-known-under-another-name.ts";
import { classifiedByWithoutClassification } from "./classified-by-without-classification.ts";
import { classifiedWithoutClassifiedBy } from "./classified-without-classified-by.ts";
import { countryTagMissing } from "./country-tag-missing.ts";
import { dateTimeGroupMalformed } from "./date-time-group-malformed.ts";
import { declassificationDateBeforeCable } from "./declassification-date-before-cable.ts";
import { declassificationDatePastSpan } from "./declassification-date-past-span.ts";
import { distributionCount } from "./distribution-count.ts";
import { draftDateDiffers } from "./draft-date-differs.ts";
import { executiveOrderContradictsClassification } from "./executive-order-contradicts-classification.ts";
import { executiveOrderMisprinted } from "./executive-order-misprinted.ts";
import { executiveOrderNotInForce } from "./executive-order-not-in-force.ts";
import { filingTimeDiffers } from "./filing-time-differs.ts";
import { fromDoesNotFitStation } from "./from-does-not-fit-station.ts";
import { headerOrder } from "./header-order.ts";
import { headingWithoutText } from "./heading-without-text.ts";
import { labelNeverMentioned } from "./label-never-mentioned.ts";
import { labelNotInReferences } from "./label-not-in-references.ts";
import { lineTooLong } from "./line-too-long.ts";
import { lostLineBreak } from "./lost-line-break.ts";
import { markdownRemains } from "./markdown-remains.ts";
import { missingExecutiveOrder } from "./missing-executive-order.ts";
import { missingPortionMark } from "./missing-portion-mark.ts";
import { missingSubject } from "./missing-subject.ts";
import { missingTags } from "./missing-tags.ts";
import { nonAsciiInOutgoing } from "./non-ascii-in-outgoing.ts";
import { obsoleteTag } from "./obsolete-tag.ts";
import { overmarked } from "./overmarked.ts";
import { pageBreakInParagraph } from "./page-break-in-paragraph.ts";
import { paragraphNumberRepeated } from "./paragraph-number-repeated.ts";
import { paragraphNumberRestarted } from "./paragraph-number-restarted.ts";
import { paragraphNumberSkipped } from "./paragraph-number-skipped.ts";
import { paragraphReferenceDangling } from "./paragraph-reference-dangling.ts";
import { portionAboveClassification } from "./portion-above-classification.ts";
import { precedenceDiffers } from "./precedence-differs.ts";
import { referenceLaterThanCable } from "./reference-later-than-cable.ts";
import { referenceNotInWorkspace } from "./reference-not-in-workspace.ts";
import { referenceNotUnderstood } from "./reference-not-understood.ts";
import { referencesOutOfOrder } from "./references-out-of-order.ts";
import { releaseBannerInText } from "./release-banner-in-text.ts";
import { repeatedTag } from "./repeated-tag.ts";
import type { Rule } from "./rule.ts";
import { securityLineDiffers } from "./security-line-differs.ts";
import { selfCitation } from "./self-citation.ts";
import { serialDiffers } from "./serial-differs.ts";
import { summaryNotEnded } from "./summary-not-ended.ts";
import { swallowedParagraphMark } from "./swallowed-paragraph-mark.ts";
import { trailingBlanks } from "./trailing-blanks.ts";
import { transmissionSectionsMiscounted } from "./transmission-sections-miscounted.ts";
import { unknownPortionMark } from "./unknown-portion-mark.ts";
import { unknownPrecedence } from "./unknown-precedence.ts";
import { unknownReasonCode } from "./unknown-reason-code.ts";
import { unknownTag } from "./unknown-tag.ts";
import { wrapperContradictsBody } from "./wrapper-contradicts-body.ts";

export const RULES: readonly Rule[] = [
  addresseeKnownUnderAnotherName,
  classifiedByWithoutClassification,
  classifiedWithoutClassifiedBy,
  countryTagMissing,
  dateTimeGroupMalformed,
  declassificationDateBeforeCable,
  declassificationDatePastSpan,
  distributionCount,
  draftDateDiffers,
  executiveOrderContradictsClassification,
  executiveOrderMisprinted,
  executiveOrderNotInForce,
  filingTimeDiffers,
  fromDoesNotFitStation,
  headerOrder,
  headingWithoutText,
  labelNeverMentioned,
  labelNotInReferences,
  lineTooLong,
  lostLineBreak,
  markdownRemains,
  missingExecutiveOrder,
  missingPortionMark,
  missingSubject,
  missingTags,
  nonAsciiInOutgoing,
  obsoleteTag,
  overmarked,
  pageBreakInParagraph,
  paragraphNumberRepeated,
  paragraphNumberRestarted,
  paragraphNumberSkipped,
  paragraphReferenceDangling,
  portionAboveClassification,
  precedenceDiffers,
  referenceLaterThanCable,
  referenceNotInWorkspace,
  referenceNotUnderstood,
  referencesOutOfOrder,
  releaseBannerInText,
  repeatedTag,
  securityLineDiffers,
  selfCitation,
  serialDiffers,
  summaryNotEnded,
  swallowedParagraphMark,
  trailingBlanks,
  transmissionSectionsMiscounted,
  unknownPortionMark,
  unknownPrecedence,
  unknownReasonCode,
  unknownTag,
  wrapperContradictsBody,
];
