/** Addresses that may become links: of the web, and of the host that they show. */

/** A web address without a user in it, which could pass for its host; null for every other text. */
export function webAddress(text: string): URL | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.username === "" && url.password === "" && url.hostname !== "" ? url : null;
}

/** The host that an address opens, with its port where it has one; empty for what is no web address. */
export function hostOf(address: string): string {
  return webAddress(address)?.host ?? "";
}
