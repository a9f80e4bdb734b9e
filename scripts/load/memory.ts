/** What a process takes: its memory over time and how fast that grows, the time of the processor, and the time that it waited for one. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export interface Sample {
  /** Seconds since the load began. */
  readonly at: number;
  /** Resident memory in MB. */
  readonly megabytes: number;
}

/** Resident memory of a process in MB; null where the system does not tell. */
export function memoryOf(pid: number | undefined): number | null {
  if (pid === undefined) return null;
  const kilobytes = fromProc(pid) ?? fromPs(pid);
  return kilobytes === null ? null : kilobytes / 1024;
}

/** The most resident memory that a process ever had, in MB; null where the system does not tell. */
export function mostMemoryOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

/** Seconds of the processor that a process has had, all its threads; null where the system does not tell. */
export function processorTimeOf(pid: number | undefined): number | null {
  try {
    // Behind the name in parentheses, which may hold blanks: user and system time are the 12th and 13th, in hundredths.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

/**
 * Milliseconds that a process's first thread, which answers, was ready and had to wait for a processor; null where the system does not tell.
 * What a request took less this is what it takes on a machine with nothing else to do.
 */
export function waitedForProcessor(pid: number | undefined): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, "utf8").split(" ")[1]) / 1e6;
  } catch {
    return null;
  }
}

/** The slope of the line that fits samples best, in MB a minute; 0 for fewer than two. */
export function slope(samples: readonly Sample[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const time = mean(samples.map(({ at }) => at));
  const level = mean(samples.map(({ megabytes }) => megabytes));
  const spread = samples.reduce((sum, { at }) => sum + (at - time) ** 2, 0);
  if (spread === 0) return 0;
  return (60 * samples.reduce((sum, { at, megabytes }) => sum + (at - time) * (megabytes - level), 0)) / spread;
}

function fromProc(pid: number): number | null {
  try {
    const found = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return found === null ? null : Number(found[1]);
  } catch {
    return null;
  }
}

function fromPs(pid: number): number | null {
  try {
    const kilobytes = Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }));
    return Number.isFinite(kilobytes) && kilobytes > 0 ? kilobytes : null;
  } catch {
    return null;
  }
}
