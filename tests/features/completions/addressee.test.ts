/** Addressees: by routing indicator or by words of the name, inserted as both. */

import { expect, test } from "vitest";
import { completionsOf, labels, taken } from "../../support/completions.ts";

const HEAD = "R 280903Z AUG 09\nFM AMCONSUL SHANGHAI\n";

test("by words of the name in any order", () => {
  expect(taken(`${HEAD}TO RUEHC/SECSTATE WASHDC\nINFO guangz$0`, "AMCONSUL GUANGZHOU")).toBe(
    "INFO RUEHGZ/AMCONSUL GUANGZHOU|",
  );
  expect(labels(`${HEAD}TO embassy bei$0`)).toEqual([]);
  expect(labels(`${HEAD}TO beij amemb$0`)).toEqual(["AMEMBASSY BEIJING"]);
});

test("by routing indicator, on a line that goes on with the list", () => {
  expect(taken(`${HEAD}TO RUEHC/SECSTATE WASHDC\nRUEHGZ$0`, "AMCONSUL GUANGZHOU")).toBe("RUEHGZ/AMCONSUL GUANGZHOU|");
});

test("the Department before all others; nobody twice", () => {
  expect(labels(`${HEAD}TO $0`)[0]).toBe("SECSTATE WASHDC");
  expect(labels(`${HEAD}TO RUEHC/SECSTATE WASHDC\nINFO $0`)).not.toContain("SECSTATE WASHDC");
});

test("the originator without its indicator", () => {
  expect(taken("R 280903Z AUG 09\nFM shang$0", "AMCONSUL SHANGHAI")).toBe("FM AMCONSUL SHANGHAI|");
});

test("what is compared here is not compared again, and another letter asks again", () => {
  const { items, isIncomplete } = completionsOf(`${HEAD}TO beij amemb$0`);
  expect(items[0]?.filter).toBe("beij amemb");
  expect(isIncomplete).toBe(true);
});
