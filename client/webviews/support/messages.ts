/** The extension's messages, by their kind. */

/** Calls the handler of each message's `kind`, given the message. Messages of other kinds are passed over. */
export function onMessages<Messages extends { readonly [Kind in keyof Messages]: object }>(
  handlers: { readonly [Kind in keyof Messages]: (message: Messages[Kind]) => void },
): void {
  window.addEventListener(
    "message",
    ({ data }: MessageEvent<{ readonly kind: keyof Messages } & Messages[keyof Messages]>) => {
      if (Object.hasOwn(handlers, data.kind)) handlers[data.kind](data);
    },
  );
}
