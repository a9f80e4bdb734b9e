/** reftel/search and what belongs to it: cables by a query, with progress and the first of them early, page by page, by date or fit. */

import type { CancellationToken } from "vscode-languageserver";
import { CableRows } from "../../corpus/facets/cable-rows.ts";
import { Distinct } from "../../corpus/facets/distinct.ts";
import { groupsOf } from "../../corpus/facets/facet-counts.ts";
import { type CompiledQuery, type Condition, compileQuery } from "../../corpus/query/compile-query.ts";
import { withCited } from "../../corpus/query/with-cited.ts";
import { listedCable, titleOfValue } from "../../features/cable-list.ts";
import { foundCable } from "../../features/search/found-cable.ts";
import { bestFirst } from "../../features/search/order.ts";
import type { FoundRows, SearchProgress } from "../../host/cable-search.ts";
import { Slices } from "../../host/time-slicer.ts";
import { PositionConverter } from "../../text/position-encoding.ts";
import {
  QueryCheckRequest,
  type SearchAnswer,
  type SearchedCable,
  type SearchFacet,
  type SearchMatch,
  SearchPageRequest,
  SearchProgressNotification,
  SearchRequest,
  StopSearchNotification,
} from "../protocol.ts";
import { searchSession } from "../search-rows.ts";
import type { Session } from "../session.ts";
import { cableRow } from "./cable-list.ts";
import type { RequestHandler } from "./served.ts";

const FACETS: readonly SearchFacet[] = ["year", "station", "tag", "classification"];
/** More groups of a facet nobody chooses from. */
const MOST_GROUPS = 60;
/** A page of results where the client does not say how long it wants it, and the longest. */
const PAGE = 50;
const LONGEST_PAGE = 200;
/** Lines that are shown of one cable. */
const MOST_LINES = 6;
/** So many cables are shown before the search is done. */
const FIRST = 10;
/** The client is told how far a search is so often, in milliseconds. */
const EVERY = 100;
/** Whose results are kept for their next pages. */
const KEPT = 4;

/** What a search found, for its next pages. */
interface Kept {
  readonly condition: Condition;
  readonly found: FoundRows;
  /** When the index was compacted since, its rows are others. */
  readonly rows: number;
}

/** By session and key. A session that is gone takes its own along. */
const keptBySession = new WeakMap<Session, Map<number, Kept>>();
/** Searches that were told to end. */
const stoppedBySession = new WeakMap<Session, Set<number>>();

export const search: RequestHandler = {
  capabilities: () => ({}),
  register: (router) => {
    router.answer(SearchRequest, { nothing: null }, (session, params, token) => {
      const { query, key, sort } = params;
      if (typeof query !== "string" || !Number.isInteger(key)) return null;
      return answerSearch(session, { query, key, isByFit: sort === "fit", limit: pageLength(params.limit) }, token);
    });
    router.take(StopSearchNotification, (session, { key }) => {
      const stopped = stoppedBySession.get(session) ?? new Set();
      // Of searches that had ended before they were told to.
      if (stopped.size > KEPT) stopped.clear();
      stoppedBySession.set(session, stopped.add(key));
    });
  },
};

export const searchPage: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(SearchPageRequest, { nothing: null }, (session, { key, sort, from, limit }) => {
      const kept = keptBySession.get(session)?.get(key);
      if (kept === undefined || kept.rows > session.indexer.index.rows) return null;
      return pageOf(session, kept, sort === "fit", Number.isInteger(from) ? from : 0, pageLength(limit));
    }),
};

export const checkQuery: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(QueryCheckRequest, { nothing: null }, (session, { query, isTyping }) => {
      if (typeof query !== "string") return null;
      return told(compileQuery(query, { ...session.queryEnvironment, isTyping: isTyping === true }));
    }),
};

function told({ problems, meanings }: CompiledQuery): Pick<SearchAnswer, "problems" | "meanings"> {
  return {
    problems: problems.map(({ message, span, suggestions }) => ({ message, ...span, suggestions })),
    meanings,
  };
}

interface Asked {
  readonly query: string;
  readonly key: number;
  readonly isByFit: boolean;
  readonly limit: number;
}

async function answerSearch(
  session: Session,
  { query, key, isByFit, limit }: Asked,
  token: CancellationToken,
): Promise<SearchAnswer> {
  const { index } = session.indexer;
  const compiled = compileQuery(query, session.queryEnvironment);
  const nothing = { cables: [], total: 0, facets: facetsOf(session, new Int32Array()), unread: 0 };
  const indexing = !session.indexer.isReady;
  if (compiled.problems.length > 0) return { ...told(compiled), ...nothing, isWhole: true, indexing };
  const condition = withCited(compiled.condition, index);
  const isCancelled = (): boolean => token.isCancellationRequested || stoppedBySession.get(session)?.has(key) === true;
  const progress = new Progress(session, key, condition);
  const found = await searchSession(session, condition, {
    isCancelled,
    found: (rows, how) => progress.note(rows, how),
  });
  const kept = keep(session, key, { condition, found, rows: index.rows });
  const isWhole = !found.isCancelled;
  stoppedBySession.get(session)?.delete(key);
  return {
    ...told(compiled),
    cables: await pageOf(session, kept, isByFit, 0, limit),
    total: new Places(session, found.rows).all().length,
    facets: facetsOf(session, found.rows),
    unread: found.unread,
    isWhole,
    indexing,
  };
}

function keep(session: Session, key: number, kept: Kept): Kept {
  const all = keptBySession.get(session) ?? new Map<number, Kept>();
  keptBySession.set(session, all);
  all.delete(key);
  all.set(key, kept);
  for (const oldest of all.keys()) {
    if (all.size <= KEPT) break;
    all.delete(oldest);
  }
  return kept;
}

/** Tells the client how far a search is, and of the first cables as soon as they are found. */
class Progress {
  readonly #session: Session;
  readonly #key: number;
  readonly #condition: Condition;
  #found = 0;
  #told = Number.NEGATIVE_INFINITY;
  #isFirst = true;

  constructor(session: Session, key: number, condition: Condition) {
    this.#session = session;
    this.#key = key;
    this.#condition = condition;
  }

  note(rows: Int32Array, { done, total }: SearchProgress): void {
    this.#found += rows.length;
    if (this.#isFirst && rows.length > 0) {
      this.#isFirst = false;
      const first = rows.slice(0, FIRST);
      const kept = {
        condition: this.#condition,
        found: { rows: first, counts: new Uint8Array(), unread: 0, isCancelled: false },
      };
      const send = async (): Promise<void> => {
        const cables = await pageOf(this.#session, { ...kept, rows: 0 }, false, 0, FIRST);
        await this.#send({ done, total, cables });
      };
      this.#session.inBackground("show the first cables", send());
      return;
    }
    const now = this.#session.turns.now();
    if (now - this.#told < EVERY) return;
    this.#told = now;
    this.#session.inBackground("show how far a search is", this.#send({ done, total }));
  }

  #send(part: SearchProgress & { readonly cables?: readonly SearchedCable[] }): Promise<void> {
    return this.#session.connection.sendNotification(SearchProgressNotification, {
      key: this.#key,
      found: this.#found,
      ...part,
    });
  }
}

/** Rows in their order, one for each cable. */
class Places {
  readonly #rows: Int32Array;
  readonly #distinct: Distinct;
  readonly #cables: CableRows;

  constructor(session: Session, rows: Int32Array) {
    this.#rows = rows;
    this.#cables = new CableRows(session.indexer.index.columns());
    this.#distinct = new Distinct(this.#cables);
  }

  all(): Int32Array {
    return this.#rows.filter((row) => this.#cables.isCable(row) && this.#distinct.isFirst(row));
  }
}

async function pageOf(
  session: Session,
  { condition, found }: Kept,
  isByFit: boolean,
  from: number,
  limit: number,
): Promise<readonly SearchedCable[]> {
  const { index } = session.indexer;
  const ordered = isByFit ? bestFirst(condition, found, new CableRows(index.columns())) : found.rows;
  const slices = new Slices(session.turns);
  const cables: SearchedCable[] = [];
  for (const row of new Places(session, ordered).all().slice(Math.max(0, from), Math.max(0, from) + limit)) {
    const hit = index.hitOfRow(row);
    const one = foundCable(hit, await session.workspace.text(hit.file), condition, MOST_LINES);
    await slices.next();
    // It changed since it was looked into, and is none any more.
    if (one === null) continue;
    const positions = one.lines === null ? null : new PositionConverter(one.lines, session.flags.positionEncoding);
    const matches = one.matches.map(
      ({ span, marks, ...match }): SearchMatch => ({
        ...match,
        marks: marks.map(({ start, end }) => [start, end] as const),
        position: positions?.positionAt(span.start) ?? { line: 0, character: 0 },
      }),
    );
    cables.push({ ...cableRow(session, listedCable(hit, index)), matches, lines: one.total });
  }
  return cables;
}

function facetsOf(session: Session, found: Int32Array): SearchAnswer["facets"] {
  const rows = new CableRows(session.indexer.index.columns());
  const groups = (facet: SearchFacet): SearchAnswer["facets"][SearchFacet] =>
    groupsOf(rows, found, facet)
      .toSorted((one, other) => other.cables - one.cables)
      .slice(0, MOST_GROUPS)
      .map((group) => ({ ...group, title: titleOfValue(group.value, facet, session.vocabulary) }));
  const [year, station, tag, classification] = FACETS.map(groups);
  return { year: year ?? [], station: station ?? [], tag: tag ?? [], classification: classification ?? [] };
}

function pageLength(limit: unknown): number {
  return Number.isInteger(limit) ? Math.min(LONGEST_PAGE, Math.max(1, Number(limit))) : PAGE;
}
