/** Does work over and over, and tells how long each round of it took. */

/**
 * Microseconds of processor time that each round took, over `measured` milliseconds, after as many as `warmUp` in which the engine compiles:
 * what is measured before tells of that and not of the work.
 */
export function roundsFor(warmUp: number, measured: number, round: () => void): number[] {
  for (const began = processorTime(); processorTime() - began < warmUp * 1e3; ) round();
  const rounds: number[] = [];
  const began = processorTime();
  for (let before = began; before - began < measured * 1e3; ) {
    round();
    const after = processorTime();
    rounds.push(after - before);
    before = after;
  }
  return rounds;
}

/** In microseconds: what else runs on the machine takes none of it. The engine's own threads, its collector's say, are in it. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
