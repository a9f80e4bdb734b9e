/** Finds captions of a second channel, and captions beside a channel that stands alone. */

import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";

/** Channels that take no other caption of distribution. */
const ALONE: ReadonlySet<string> = new Set(["AGREMENT CHANNEL", "DIRGEN CHANNEL"]);

export const severalChannels: Rule = {
  code: "several-channels",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "A message has at most one channel; AGREMENT CHANNEL and DIRGEN CHANNEL take no other caption.",
  why: "Each channel has readers of its own. Two of them, or a channel with a wider distribution beside it, contradict each other. Captions of control, such as SENSITIVE, limit and do not widen.",
  source: "5 FAH-2 H-442, CT:TEL-97 10-18-2023; 5 FAH-2 H-442.1, CT:TEL-29 07-16-2008",
  check({ tree: { header }, vocabulary: { captions } }) {
    const all = header.captions.map((caption) => ({ caption, known: captions.find(caption.value) }));
    const channel = all.find(({ known }) => known?.kind === "channel");
    if (channel?.known === undefined) return [];
    const isAlone = all.find(({ known }) => known !== undefined && ALONE.has(known.code))?.known?.code;
    return all.flatMap(({ caption: { span }, known }): readonly Finding[] => {
      if (known === undefined || known.code === channel.known?.code) return [];
      if (known.kind === "channel")
        return [{ span, message: `The message is of the ${channel.caption.value} already.` }];
      if (isAlone === undefined || known.kind === "control") return [];
      return [{ span, message: `${isAlone} takes no other caption.` }];
    });
  },
};
