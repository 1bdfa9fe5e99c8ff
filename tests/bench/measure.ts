/** One line of the printed table: what was measured, what came out, and the bar it is held to, if there is one. */
export type Line = { what: string; result: string; bar?: string; met?: boolean }

/** Milliseconds of the middle run, after some that do not count; ratios of these are compared, never the times. */
export function median(work: () => unknown, runs = 31, warm = 10): number {
  for (let i = 0; i < warm; i++) work()
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    work()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!
}

/** Two works taken in turn, so that what else the machine does falls on both. */
export function medians(one: () => unknown, other: () => unknown, runs = 31): [number, number] {
  const times: [number[], number[]] = [[], []]
  for (let i = 0; i < runs + 10; i++) {
    for (const [which, work] of [one, other].entries()) {
      const start = performance.now()
      work()
      if (i >= 10) times[which as 0 | 1].push(performance.now() - start)
    }
  }
  const middle = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(runs / 2)]!
  return [middle(times[0]), middle(times[1])]
}

/** Milliseconds as they pass. */
export const asTheyPass = (): number => performance.now()

/** Milliseconds on the processor, of everything in this process: what else the machine does counts little. */
export function onProcessor(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The middle run of each of several works taken in turn, by a clock. */
export async function inTurn(
  works: readonly (() => unknown)[],
  clock: () => number,
  runs = 61,
  warm = 10,
): Promise<number[]> {
  const times: number[][] = works.map(() => [])
  for (let i = 0; i < runs + warm; i++) {
    for (const [which, work] of works.entries()) {
      const start = clock()
      await work()
      if (i >= warm) times[which]!.push(clock() - start)
    }
  }
  return times.map((list) => list.sort((a, b) => a - b)[Math.floor(runs / 2)]!)
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}

export function ms(time: number): string {
  return time < 10
    ? `${time.toFixed(2)} ms`
    : time < 10_000
      ? `${Math.round(time)} ms`
      : `${(time / 1000).toFixed(1)} s`
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`
}

export function atMost(what: string, ratio: number, bar: number, times: string): Line {
  return { what, result: `${ratio.toFixed(2)} × (${times})`, bar: `≤ ${bar} ×`, met: ratio <= bar }
}

export function print(title: string, lines: readonly Line[]): void {
  const width = (of: (line: Line) => string) => Math.max(...lines.map((line) => of(line).length))
  const [whats, results] = [width((line) => line.what), width((line) => line.result)]
  console.log(`\n${title}`)
  for (const { what, result, bar, met } of lines) {
    const mark = met === undefined ? '' : met ? 'met' : 'MISSED'
    console.log(
      `  ${what.padEnd(whats)}  ${result.padEnd(results)}  ${[bar, mark].filter(Boolean).join('  ')}`.trimEnd(),
    )
  }
}
