/** Lists of rows that share a column. */

import { expect, test } from "vitest";
import { RowLists } from "../../server/src/corpus/search/posting-lists.ts";

test("lists that grow side by side keep their own rows, each once", () => {
  const lists = new RowLists();
  const short = lists.addList();
  const long = lists.addList();
  const never = lists.addList();
  const rows = Array.from({ length: 5000 }, (_, row) => row);
  for (const row of rows) {
    lists.add(long, row);
    if (row % 1000 === 999) lists.add(short, row);
    lists.add(long, row);
  }
  const of = (list: number) => [...lists.of(list)].flatMap((stretch) => [...stretch]).sort((one, other) => one - other);
  expect(of(long)).toEqual(rows);
  expect(of(short)).toEqual([999, 1999, 2999, 3999, 4999]);
  expect(of(never)).toEqual([]);
});
