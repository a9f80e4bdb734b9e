/** Puts handlers on the connection so that no fault of one reaches the client or the process. */

import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type ProtocolNotificationType,
  type RequestType,
  ResponseError,
} from "vscode-languageserver";
import type { Log } from "./log.ts";
import type { Precedence } from "./request-priority.ts";
import type { Session } from "./session.ts";
import type { WrittenJson } from "./written-json.ts";

/** Where the life of the server stands: requests are answered only in the middle. */
export type Life =
  | { readonly kind: "waiting" }
  | { readonly kind: "running"; readonly session: Session }
  | { readonly kind: "shut-down" };

/** What the library hands to a handler: the parameters, where there are any, and the token. */
type Received<Params> = [Params, CancellationToken] | [CancellationToken];

export class Router {
  readonly connection: Connection;
  readonly log: Log;
  readonly #precedence: Precedence;
  readonly #life: () => Life;

  constructor(connection: Connection, log: Log, precedence: Precedence, life: () => Life) {
    this.connection = connection;
    this.log = log;
    this.#precedence = precedence;
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

  /** Like `answer`, for a request whose handler writes the answer as JSON itself. */
  write<Params, Answer, Fault>(
    type: RequestType<Params, Answer, Fault>,
    { nothing }: { readonly nothing: NoInfer<Answer> },
    handler: (session: Session, params: Params, token: CancellationToken) => Promise<WrittenJson | NoInfer<Answer>>,
  ): void {
    this.#handle<Params, Answer | WrittenJson>(type.method, nothing, undefined, handler);
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
      let answer: Answer | ResponseError;
      try {
        answer = await this.#precedence.answer(() => handler(life.session, params, token));
      } catch (error) {
        this.log.fault(method, error);
        answer = nothing;
      }
      return token.isCancellationRequested
        ? new ResponseError(LSPErrorCodes.RequestCancelled, `${method} was cancelled`)
        : answer;
    });
  }

  /** Takes a notification. One that comes before `initialize` or after `shutdown` is passed over, a fault in the handler logged. */
  take<Params, Options>(
    type: ProtocolNotificationType<Params, Options>,
    handler: (session: Session, params: Params) => void,
  ): void {
    this.connection.onNotification(type, (params) => {
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
