/** reftel/openCable: what stands beside an open cable. */

import { cableCard } from "../../features/cable-card.ts";
import { OpenCableRequest } from "../protocol.ts";
import { cablePlace, range } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

export const openCable: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(OpenCableRequest, { nothing: null }, (session, { textDocument }) => {
      const document = session.documents.get(textDocument.uri);
      if (document === null) return null;
      const card = cableCard(document, session.workspace.index, session.vocabulary);
      return {
        ...card,
        indexing: !session.indexer.isReady,
        cites: card.cites.map(({ span, hits, ...entry }) => ({
          ...entry,
          range: range(document.positions, span),
          target: hits[0] === undefined ? null : target(hits[0]),
        })),
        citedBy: {
          total: card.citedBy.total,
          cables: card.citedBy.cables.map(({ mrn, subject, classification, file, place }) => ({
            mrn,
            subject,
            classification,
            // What stands before an entry is plain but for the rarest of texts.
            ...cablePlace(session, file, place, ""),
          })),
        },
        paragraphs: card.paragraphs.map(({ span, ...paragraph }) => ({
          ...paragraph,
          range: range(document.positions, span),
        })),
      };

      function target({ file, place, subject, classification }: (typeof card.cites)[number]["hits"][number]) {
        return { ...cablePlace(session, file, place, subject ?? ""), subject, classification };
      }
    }),
};
