import type { PageFacts } from '../facts.ts'
import { type CodedNote, saidOf, saidOfReports } from '../indicators/said/notes.ts'
import { type LateItem, lateItems, toApprove } from '../overview/lists/late.ts'
import type { IndicatorStanding } from '../overview/standing.ts'
import { reportsFrom } from '../provinces/reports.ts'
import { type Fitted, firstThatFit, linesTaken, type TextColumn } from './fitting.ts'
import type { BriefView } from './view.ts'

/** What stands in the two columns under the pictures: whose reports are late, and what was said in those of the quarter. */
export type BriefSaid = {
  waiting: string | null
  late: Fitted<LateItem>
  /** What has to be known of the map, the phase or the scope before figures are read. */
  facts: string[]
  notes: Fitted<CodedNote>
  /** How many lines the longer of the two columns has. */
  lines: number
}

const COLUMN: TextColumn = { width: 256, size: 8, lines: 26 }

export function saidInBrief(view: BriefView, current: readonly IndicatorStanding[], facts: PageFacts): BriefSaid {
  const { state, place, reports, said } = view
  const { words, now } = state
  const waiting = toApprove(reports.slots, words)?.text ?? null
  const indicators = new Map(current.map(({ indicator }) => [indicator.id, indicator]))
  const known = factsIn(facts)
  const lines = (text: string) => linesTaken(text, COLUMN)
  const ofLate = ({ name, late, detail }: LateItem) => lines(`${name} ${late}`) + lines(detail)
  const ofNote = ({ code, note: { text, of, when } }: CodedNote) => lines(`${code} ${text}`) + lines(`${of} ${when}`)
  const beforeNotes = sumOf(known, lines)
  const late = firstThatFit(lateItems(reports, now, words, place.id), COLUMN.lines - lines(waiting ?? ''), ofLate)
  const isOfIts = reportsFrom(state, place)
  const ofReports = saidOfReports(view.saidOfReports, { state }, isOfIts).map((note): CodedNote => ({ code: '', note }))
  const notes = firstThatFit(
    [...saidOf({ ...said, state, indicators }, isOfIts), ...ofReports],
    COLUMN.lines - beforeNotes,
    ofNote,
  )
  return {
    waiting,
    late,
    facts: known,
    notes,
    lines: Math.max(sumOf(late.shown, ofLate) + lines(waiting ?? ''), beforeNotes + sumOf(notes.shown, ofNote)),
  }
}

function sumOf<T>(all: readonly T[], linesOf: (one: T) => number): number {
  return all.reduce((sum, one) => sum + linesOf(one), 0)
}

function factsIn({ empty, scopeNote, pauses, mapNote, endedPlaces }: PageFacts): string[] {
  return [
    empty?.sentence ?? null,
    scopeNote,
    ...pauses,
    mapNote,
    ...endedPlaces.map(({ sentence, next }) => `${sentence} ${next}`),
  ].filter((one) => one !== null)
}
