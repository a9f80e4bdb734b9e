// Measures the page of the citation graph in Chromium with two thousand cables: how long until they are drawn, and the longest task that
// held up a frame, both as processor time of the page's thread, so that other work on the machine counts for nothing.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { openBrowser } from "./lib/browser.mjs";
import { bundles } from "./lib/bundles.mjs";
import { needTools } from "./lib/tools.mjs";

const CABLES = 2000;
const CITATIONS = 4500;
const MOST_UNTIL_SHOWN = 2000;
const MOST_FOR_A_FRAME = 100;

/** A graph that is the same each time. */
function inventedGraph() {
  let seed = 20090828;
  const random = (/** @type {number} */ below) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  const stations = ["TALLINN", "RIGA", "VILNIUS", "LAPAZ", "SHANGHAI", "GUANGZHOU", "STATE", "BERLIN", "BONN"];
  const levels = ["UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "UNCLASSIFIED", null];
  const cables = Array.from({ length: CABLES }, (_, at) => {
    const isHere = random(10) > 0;
    const station = stations[random(stations.length)];
    const day = Math.floor((at / CABLES) * 2500);
    const sent = new Date(Date.UTC(2003, 0, 1) + day * 86_400_000);
    const mrn = `${String(sent.getUTCFullYear() % 100).padStart(2, "0")}${station}${at + 1}`;
    return {
      ...{ id: mrn, mrn, station, year: sent.getUTCFullYear(), steps: 1, cites: random(6), citedBy: random(6) },
      sent: isHere ? sent.toISOString() : null,
      classification: isHere ? levels[random(levels.length)] : null,
      subject: isHere ? "AN INVENTED SUBJECT ON HARBOR FEES" : null,
      at: isHere ? { uri: `file:///${mrn}.cable`, position: { line: 0, character: 0 } } : null,
    };
  });
  const citations = Array.from({ length: CITATIONS }, () => {
    const from = 1 + random(CABLES - 1);
    return { from: cables[from]?.id, to: cables[Math.max(0, from - 1 - random(120))]?.id };
  });
  return { root: cables[CABLES / 2]?.id, cables, citations, isCut: false, indexing: false };
}

const { chromium } = await needTools(["chromium"]);
const outdir = await mkdtemp(join(tmpdir(), "reftel-graph-"));
const browser = await openBrowser(chromium);
try {
  await build({ ...bundles({ production: true, outdir }).webviews, logLevel: "error" });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.setContent(
    `<body data-words="{}"><style>${await readFile(join(outdir, "webviews", "graph.css"), "utf8")}</style></body>`,
  );
  await page.evaluate("globalThis.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} })");
  await page.addScriptTag({ path: join(outdir, "webviews", "graph.js") });
  const session = await page.context().newCDPSession(page);

  /**
   * The processor time of the page's thread in milliseconds while something is done: each task's.
   * @param {() => Promise<void>} act
   * @returns {Promise<number[]>}
   */
  const tasksOf = async (act) => {
    /** @type {{ name: string, ph: string, tid: number, pid: number, tdur?: number, args?: { name?: string } }[]} */
    const events = [];
    const collect = (/** @type {{ value: any[] }} */ { value }) => events.push(...value);
    session.on("Tracing.dataCollected", collect);
    await session.send("Tracing.start", {
      transferMode: "ReportEvents",
      traceConfig: { includedCategories: ["toplevel", "disabled-by-default-devtools.timeline", "__metadata"] },
    });
    await act();
    const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
    await session.send("Tracing.end");
    await complete;
    session.off("Tracing.dataCollected", collect);
    const main = events.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
    return events
      .filter(({ name, tid, pid }) => name === "RunTask" && main.some((one) => one.tid === tid && one.pid === pid))
      .map(({ tdur = 0 }) => tdur / 1000);
  };
  const frames = (/** @type {number} */ count) =>
    page.evaluate(
      `new Promise((done) => { let left = ${count}; const next = () => (left-- > 0 ? requestAnimationFrame(next) : done()); next(); })`,
    );

  const shown = await tasksOf(async () => {
    const message = JSON.stringify({ kind: "graph", graph: inventedGraph(), grown: null });
    await page.evaluate(`postMessage(${message}, "*")`);
    await page.locator(`[role="option"]:nth-child(${CABLES})`).waitFor({ state: "attached" });
    await frames(5);
  });
  const used = await tasksOf(async () => {
    await page.mouse.move(500, 400);
    await page.mouse.down();
    for (let step = 0; step < 20; step++) await page.mouse.move(500 - step * 12, 400 + step * 5);
    await page.mouse.up();
    for (let step = 0; step < 15; step++) await page.mouse.wheel(0, step < 10 ? 240 : -240);
    await page.locator("button", { hasText: "fit" }).click();
    for (let step = 0; step < 20; step++) await page.mouse.move(300 + step * 20, 300);
    await page.locator("canvas").focus();
    for (let step = 0; step < 10; step++) await page.keyboard.press("ArrowRight");
    await page.locator("input").fill("RIGA");
    await frames(20);
  });
  const rows = [
    ["Until all is drawn and listed", shown.reduce((sum, task) => sum + task, 0), MOST_UNTIL_SHOWN],
    ["Longest task until then", Math.max(...shown), MOST_FOR_A_FRAME],
    ["Longest task when dragged, zoomed, walked through, searched", Math.max(...used), MOST_FOR_A_FRAME],
  ];
  console.log(`${CABLES} cables, ${CITATIONS} citations; processor time of the page's thread`);
  for (const [what, measured, most] of rows) {
    const isKept = Number(measured) <= Number(most);
    console.log(
      `${String(what).padEnd(60)}  ${Number(measured).toFixed(0).padStart(5)} ms  at most ${most} ms${isKept ? "" : "  NOT KEPT"}`,
    );
    if (!isKept) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await rm(outdir, { recursive: true, force: true });
}
