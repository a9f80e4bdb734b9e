/** All rules, by code. Written by scripts/generate-lists.mjs from the files of this folder: do not edit. */

import { addresseeKnownUnderAnotherName } from "./addressee-known-under-another-name.ts";
import { addresseeMalformed } from "./addressee-malformed.ts";
import { addresseePrecedenceAbove } from "./addressee-precedence-above.ts";
import { agrementUnprotected } from "./agrement-unprotected.ts";
import { captionNotAlone } from "./caption-not-alone.ts";
import { captionOrder } from "./caption-order.ts";
import { classifiedByWithoutClassification } from "./classified-by-without-classification.ts";
import { classifiedWithoutClassifiedBy } from "./classified-without-classified-by.ts";
import { commentNotEnded } from "./comment-not-ended.ts";
import { countryTagMissing } from "./country-tag-missing.ts";
import { dateTimeGroupMalformed } from "./date-time-group-malformed.ts";
import { declassificationDateBeforeCable } from "./declassification-date-before-cable.ts";
import { declassificationDatePastSpan } from "./declassification-date-past-span.ts";
import { distributionCount } from "./distribution-count.ts";
import { draftDateDiffers } from "./draft-date-differs.ts";
import { executiveOrderContradictsClassification } from "./executive-order-contradicts-classification.ts";
import { executiveOrderMisprinted } from "./executive-order-misprinted.ts";
import { executiveOrderNotInForce } from "./executive-order-not-in-force.ts";
import { executiveOrderWithoutMark } from "./executive-order-without-mark.ts";
import { filingTimeDiffers } from "./filing-time-differs.ts";
import { flashJoined } from "./flash-joined.ts";
import { fromDoesNotFitStation } from "./from-does-not-fit-station.ts";
import { headerOrder } from "./header-order.ts";
import { headingWithoutText } from "./heading-without-text.ts";
import { labelNeverMentioned } from "./label-never-mentioned.ts";
import { labelNotInReferences } from "./label-not-in-references.ts";
import { lineTooLong } from "./line-too-long.ts";
import { lostLineBreak } from "./lost-line-break.ts";
import { markdownRemains } from "./markdown-remains.ts";
import { missingClassification } from "./missing-classification.ts";
import { missingExecutiveOrder } from "./missing-executive-order.ts";
import { missingPortionMark } from "./missing-portion-mark.ts";
import { missingSubject } from "./missing-subject.ts";
import { missingTags } from "./missing-tags.ts";
import { niactNotJustified } from "./niact-not-justified.ts";
import { nonAsciiInOutgoing } from "./non-ascii-in-outgoing.ts";
import { notalWithoutParentheses } from "./notal-without-parentheses.ts";
import { obsoleteTag } from "./obsolete-tag.ts";
import { overmarked } from "./overmarked.ts";
import { pageBreakInParagraph } from "./page-break-in-paragraph.ts";
import { paragraphNotFlushLeft } from "./paragraph-not-flush-left.ts";
import { paragraphNumberRepeated } from "./paragraph-number-repeated.ts";
import { paragraphNumberRestarted } from "./paragraph-number-restarted.ts";
import { paragraphNumberSkipped } from "./paragraph-number-skipped.ts";
import { paragraphReferenceDangling } from "./paragraph-reference-dangling.ts";
import { passingInstructionMalformed } from "./passing-instruction-malformed.ts";
import { personInTagsMalformed } from "./person-in-tags-malformed.ts";
import { portionAboveClassification } from "./portion-above-classification.ts";
import { precedenceDiffers } from "./precedence-differs.ts";
import { referenceLaterThanCable } from "./reference-later-than-cable.ts";
import { referenceNotInWorkspace } from "./reference-not-in-workspace.ts";
import { referenceNotUnderstood } from "./reference-not-understood.ts";
import { referenceStationUnknown } from "./reference-station-unknown.ts";
import { referencesOutOfOrder } from "./references-out-of-order.ts";
import { releaseBannerInText } from "./release-banner-in-text.ts";
import { repeatedTag } from "./repeated-tag.ts";
import type { Rule } from "./rule.ts";
import { sectionClassificationDiffers } from "./section-classification-differs.ts";
import { securityLineDiffers } from "./security-line-differs.ts";
import { selfCitation } from "./self-citation.ts";
import { sensitiveWithoutPortion } from "./sensitive-without-portion.ts";
import { serialDiffers } from "./serial-differs.ts";
import { severalChannels } from "./several-channels.ts";
import { signatureNotInCapitals } from "./signature-not-in-capitals.ts";
import { singleParagraphNumbered } from "./single-paragraph-numbered.ts";
import { subjectEndsInPeriod } from "./subject-ends-in-period.ts";
import { subjectNotInCapitals } from "./subject-not-in-capitals.ts";
import { subjectTagMissing } from "./subject-tag-missing.ts";
import { subjectTooLong } from "./subject-too-long.ts";
import { summaryMissing } from "./summary-missing.ts";
import { summaryNotEnded } from "./summary-not-ended.ts";
import { superfluousPunctuation } from "./superfluous-punctuation.ts";
import { swallowedParagraphMark } from "./swallowed-paragraph-mark.ts";
import { tagsOutOfOrder } from "./tags-out-of-order.ts";
import { tagsSeparator } from "./tags-separator.ts";
import { textNotSetOff } from "./text-not-set-off.ts";
import { trailingBlanks } from "./trailing-blanks.ts";
import { transmissionSectionsMiscounted } from "./transmission-sections-miscounted.ts";
import { unknownPortionMark } from "./unknown-portion-mark.ts";
import { unknownPrecedence } from "./unknown-precedence.ts";
import { unknownReasonCode } from "./unknown-reason-code.ts";
import { unknownTag } from "./unknown-tag.ts";
import { wrapperContradictsBody } from "./wrapper-contradicts-body.ts";
import { zenAddresseeRouted } from "./zen-addressee-routed.ts";

export const RULES: readonly Rule[] = [
  addresseeKnownUnderAnotherName,
  addresseeMalformed,
  addresseePrecedenceAbove,
  agrementUnprotected,
  captionNotAlone,
  captionOrder,
  classifiedByWithoutClassification,
  classifiedWithoutClassifiedBy,
  commentNotEnded,
  countryTagMissing,
  dateTimeGroupMalformed,
  declassificationDateBeforeCable,
  declassificationDatePastSpan,
  distributionCount,
  draftDateDiffers,
  executiveOrderContradictsClassification,
  executiveOrderMisprinted,
  executiveOrderNotInForce,
  executiveOrderWithoutMark,
  filingTimeDiffers,
  flashJoined,
  fromDoesNotFitStation,
  headerOrder,
  headingWithoutText,
  labelNeverMentioned,
  labelNotInReferences,
  lineTooLong,
  lostLineBreak,
  markdownRemains,
  missingClassification,
  missingExecutiveOrder,
  missingPortionMark,
  missingSubject,
  missingTags,
  niactNotJustified,
  nonAsciiInOutgoing,
  notalWithoutParentheses,
  obsoleteTag,
  overmarked,
  pageBreakInParagraph,
  paragraphNotFlushLeft,
  paragraphNumberRepeated,
  paragraphNumberRestarted,
  paragraphNumberSkipped,
  paragraphReferenceDangling,
  passingInstructionMalformed,
  personInTagsMalformed,
  portionAboveClassification,
  precedenceDiffers,
  referenceLaterThanCable,
  referenceNotInWorkspace,
  referenceNotUnderstood,
  referenceStationUnknown,
  referencesOutOfOrder,
  releaseBannerInText,
  repeatedTag,
  sectionClassificationDiffers,
  securityLineDiffers,
  selfCitation,
  sensitiveWithoutPortion,
  serialDiffers,
  severalChannels,
  signatureNotInCapitals,
  singleParagraphNumbered,
  subjectEndsInPeriod,
  subjectNotInCapitals,
  subjectTagMissing,
  subjectTooLong,
  summaryMissing,
  summaryNotEnded,
  superfluousPunctuation,
  swallowedParagraphMark,
  tagsOutOfOrder,
  tagsSeparator,
  textNotSetOff,
  trailingBlanks,
  transmissionSectionsMiscounted,
  unknownPortionMark,
  unknownPrecedence,
  unknownReasonCode,
  unknownTag,
  wrapperContradictsBody,
  zenAddresseeRouted,
];
