import type { Db } from '../../db/connection.ts'
import { quarterOf } from '../../src/calendar/quarter.ts'
import type { Preview } from '../../src/releases/protection/preview.ts'
import { DEFAULT_LAYOUT } from '../../src/releases/release.ts'
import { previewOf } from '../../src/releases/store.ts'
import type { Layout } from '../../src/vocabulary/release.ts'
import { issue, SO_FAR } from '../releases/making.ts'
import { demoDb } from '../support/demo.ts'
import type { Line } from './measure.ts'

/** A report three weeks after each quarter of 2021, on the year so far, as the story had come by then. */
const RHYTHM = ['2021-04-20', '2021-07-20', '2021-10-20', '2022-01-20'].map((day, nth) => ({
  now: Date.parse(`${day}T09:00:00+07:00`),
  from: quarterOf(2021, 1),
  to: quarterOf(2021, nth + 1),
}))

/**
 * What a donor sees in each report of a quarterly rhythm, after all those before it, and in the last one by itself: in the usual layout,
 * and in that which has the running year as far as it has come.
 */
export async function benchRhythm(): Promise<Line[]> {
  return [...(await rhythmIn('usual layout', DEFAULT_LAYOUT)), ...(await rhythmIn('year so far', SO_FAR))]
}

async function rhythmIn(name: string, layout: Layout): Promise<Line[]> {
  const db = demoDb()
  const lines: Line[] = []
  for (const [nth, report] of RHYTHM.entries())
    lines.push(await seen(`Quarterly reports, ${name}, no. ${nth + 1}`, db, layout, report))
  return [...lines, await seen(`The last one alone, ${name}`, demoDb(), layout, RHYTHM.at(-1)!)]
}

async function seen(what: string, db: Db, layout: Layout, { now, from, to }: (typeof RHYTHM)[number]): Promise<Line> {
  const before = process.cpuUsage()
  const { id } = await issue(db, { from, to, layout, asAt: now }, now)
  const { user, system } = process.cpuUsage(before)
  const { figures, sensitive, hidden } = previewOf(db, id) as Preview
  const held = hidden.filter(({ earlier }) => earlier).length
  const share = (of: number) => `${(100 * (1 - hidden.length / of)).toFixed(1)} %`
  const seconds = ((user + system) / 1e6).toFixed(1)
  return {
    what,
    result: `${share(figures)} of ${figures} figures shown as they are, ${share(sensitive)} of ${sensitive} about people: ${sensitive - hidden.length} (${held} held, ${hidden.length - held} hidden; ${seconds} s of the processor)`,
  }
}
