/** Puts handlers on the connection so that no fault of one reaches the client or the process. */

import {
  type CancellationToken,
  CodeLensRequest,
  type Connection,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  FoldingRangeRequest,
  InlayHintRequest,
  LSPErrorCodes,
  type ProtocolNotificationType,
  type RequestType,
  ResponseError,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from "vscode-languageserver";
import { type Arrivals, uriIn } from "./arrivals.ts";
import type { Log } from "./log.ts";
import type { Precedence } from "./request-priority.ts";
import type { Session } from "./session.ts";

/** Where the life of the server stands: requests are answered only in the middle. */
export type Life =
  | { readonly kind: "waiting" }
  | { readonly kind: "running"; readonly session: Session }
  | { readonly kind: "shut-down" };

/** Requests that clients ask again by themselves after each change of a text, so that an answer for the text before is of no use. */
const ASKED_AGAIN: ReadonlySet<string> = new Set([
  CodeLensRequest.method,
  DocumentHighlightRequest.method,
  DocumentLinkRequest.method,
  DocumentSymbolRequest.method,
  FoldingRangeRequest.method,
  InlayHintRequest.method,
  SemanticTokensDeltaRequest.method,
  SemanticTokensRangeRequest.method,
  SemanticTokensRequest.method,
]);

function cancelled(method: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, `${method} was cancelled`);
}

/** What the library hands to a handler: the parameters, where there are any, and the token. */
type Received<Params> = [Params, CancellationToken] | [CancellationToken];

export class Router {
  readonly connection: Connection;
  readonly log: Log;
  readonly #precedence: Precedence;
  readonly #arrivals: Arrivals;
  readonly #life: () => Life;

  constructor(connection: Connection, log: Log, precedence: Precedence, arrivals: Arrivals, life: () => Life) {
    this.connection = connection;
    this.log = log;
    this.#precedence = precedence;
    this.#arrivals = arrivals;
    this.#life = life;
  }

  /**
   * Answers a request. A fault in the handler is logged and answered with `nothing`; a request that was cancelled meanwhile, comes
   * before `initialize` or after `shutdown`, or lacks its parameters, with the error that the protocol has for that.
   */
  answer<Params, Answer, Fault>(
    type: RequestType<Params, Answer, Fault>,
    { nothing, withoutParams }: { readonly nothing: NoInfer<Answer>; readonly withoutParams?: NoInfer<Params> },
    handler: (session: Session, params: Params, token: CancellationToken) => NoInfer<Answer> | Promise<NoInfer<Answer>>,
  ): void {
    this.#handle(type.method, nothing, withoutParams, handler);
  }

  /** Like `answer`, for a request whose handler may refuse it with words for people. */
  refuse<Params, Answer, Fault>(
    type: RequestType<Params, Answer, Fault>,
    { nothing }: { readonly nothing: NoInfer<Answer> },
    handler: (session: Session, params: Params) => NoInfer<Answer> | ResponseError,
  ): void {
    this.#handle(type.method, nothing, undefined, handler);
  }

  /** To the library a refusal is an answer like any other. */
  #handle<Params, Answer>(
    method: string,
    nothing: Answer,
    withoutParams: Params | undefined,
    handler: (
      session: Session,
      params: Params,
      token: CancellationToken,
    ) => Answer | ResponseError | Promise<Answer | ResponseError>,
  ): void {
    // By the name of the method: given the type, the library refuses requests without parameters by itself, even where none are needed.
    this.connection.onRequest(method, async (...received: Received<Params>) => {
      const [sent, token] = received.length === 1 ? [undefined, received[0]] : received;
      const params = sent ?? withoutParams;
      const life = this.#life();
      if (life.kind === "waiting") {
        return new ResponseError(ErrorCodes.ServerNotInitialized, `${method} came before initialize`);
      }
      if (life.kind === "shut-down") {
        return new ResponseError(ErrorCodes.InvalidRequest, `${method} came after shutdown`);
      }
      if (params === undefined || params === null) {
        return new ResponseError(ErrorCodes.InvalidParams, `${method} came without parameters`);
      }
      if (typeof params !== "object" || Array.isArray(params)) {
        return new ResponseError(ErrorCodes.InvalidParams, `${method} came with parameters that are no object`);
      }
      const refused = this.#refusalOf(method, params, token);
      if (refused !== null) return refused;
      let answer: Answer | ResponseError;
      try {
        answer = await this.#precedence.answer(() => handler(life.session, params, token));
      } catch (error) {
        this.log.fault(method, error);
        answer = nothing;
      }
      return token.isCancellationRequested ? cancelled(method) : answer;
    });
  }

  /** Why a request is not worked on: nobody waits for it, or the client will ask it again of the text that it has sent meanwhile. */
  #refusalOf(method: string, params: object, token: CancellationToken): ResponseError | null {
    if (token.isCancellationRequested) return cancelled(method);
    const uri = ASKED_AGAIN.has(method) ? uriIn(params) : null;
    if (uri === null || !this.#arrivals.hasChange(uri)) return null;
    return new ResponseError(LSPErrorCodes.ContentModified, `${method} is asked of a text that has changed`);
  }

  /** Takes a notification. One that comes before `initialize` or after `shutdown` is passed over, a fault in the handler logged. */
  take<Params, Options>(
    type: ProtocolNotificationType<Params, Options>,
    handler: (session: Session, params: Params) => void,
  ): void {
    this.connection.onNotification(type, (params) => {
      this.#arrivals.taken(type.method, params);
      const life = this.#life();
      if (life.kind !== "running") return;
      this.#precedence.take();
      try {
        handler(life.session, params);
      } catch (error) {
        this.log.fault(type.method, error);
      }
    });
  }
}
