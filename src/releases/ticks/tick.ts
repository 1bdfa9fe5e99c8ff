import { z } from 'zod'
import { readForm } from '../../forms/read.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { countsPeople, tellsCount } from '../../privacy/counts-in-words.ts'
import { tracesIn } from '../../privacy/personal-data.ts'
import type { Release } from '../release.ts'

/** What somebody wrote, and a manager may put into a report: comments, names of files, reasons. */
export type TickableKind = 'explanations' | 'evidence' | 'reasons'

/** Numbers of those that are in a report, of each kind; nothing else of what anybody wrote leaves. */
export type Ticked = Readonly<Record<TickableKind, readonly number[]>>

export const NOTHING_TICKED: Ticked = { explanations: [], evidence: [], reasons: [] }

/** Of one of them: what it is about, and what would be read. */
export type Tickable = {
  id: number
  /** Code of the indicator beside which it would stand. */
  indicator: string
  /** Counts of it may be hidden from whoever reads the report. */
  sensitive: boolean
  /** What it counts is people, hidden or not. */
  aboutPeople: boolean
  text: string
}

/** Why something that was written needs a second look before it may leave the context. */
export type Doubt = 'names' | 'numbers' | 'few'

export type TickProblem = 'unknown' | 'unchecked' | 'too-much'
export type ReadTicks = {
  chosen: number[]
  /** Those of the chosen about which there was a doubt, and the word of the manager that there is none. */
  confirmed: number[]
  problem: TickProblem | null
}

/** What one cell of a workbook holds (Excel specifications and limits: 32,767 characters), less room for places and quarters. */
const LONGEST_CELL = 30_000

/**
 * What has to be minded in a text about an indicator.
 * @param indicator undefined: nobody had defined it by then, and it is taken for one that has something to hide
 */
export function mindedIn(
  indicator: Pick<Indicator, 'sensitivity' | 'countingUnit' | 'baseUnit'> | undefined,
): Pick<Tickable, 'sensitive' | 'aboutPeople'> {
  const units = [indicator?.countingUnit, indicator?.baseUnit].flatMap((unit) => (unit ? [unit.vi, unit.en] : []))
  return { sensitive: indicator?.sensitivity !== 0, aboutPeople: units.some(countsPeople) }
}

/**
 * Personal data as `tracesIn` sees it; any digit about a sensitive indicator, since what a writer says in words is not among the
 * figures that small counts are hidden from; and small numbers of people in words or digits, whatever the indicator.
 */
export function doubtsAbout({
  text,
  sensitive,
  aboutPeople,
}: Pick<Tickable, 'text' | 'sensitive' | 'aboutPeople'>): Doubt[] {
  const doubts: Doubt[] = []
  if (tracesIn(text).length > 0) doubts.push('names')
  if (sensitive && /\p{Nd}/u.test(text)) doubts.push('numbers')
  if (tellsCount(text, sensitive ? 'protected' : aboutPeople ? 'people' : 'others')) doubts.push('few')
  return doubts
}

/** While a report is being protected its workbook is being written; once issued it is frozen. */
export function mayTick({ state }: Pick<Release, 'state'>): boolean {
  return state !== 'protecting' && state !== 'issued'
}

/**
 * Which of those offered were ticked (by the name of the field) and which were looked at again (`checked`), each by its number.
 * @param field what the boxes of the form are called
 */
export function readTicks(body: unknown, offered: readonly Tickable[], field: string): ReadTicks {
  const { typed } = readForm(z.object({ [field]: z.array(z.string()), checked: z.array(z.string()) }), body)
  const sent = typed as Readonly<Record<string, string[]>>
  const [ticked, checked] = [new Set(sent[field]), new Set(sent.checked)]
  const found = offered.filter(({ id }) => ticked.has(String(id)))
  const doubtful = found.filter((one) => doubtsAbout(one).length > 0)
  const chosen = found.map(({ id }) => id)
  const confirmed = doubtful.flatMap(({ id }) => (checked.has(String(id)) ? [id] : []))
  return { chosen, confirmed, problem: problemOf() }

  function problemOf(): TickProblem | null {
    if (found.length < ticked.size) return 'unknown'
    if (confirmed.length < doubtful.length) return 'unchecked'
    return tooMuch(found) ? 'too-much' : null
  }
}

function tooMuch(chosen: readonly Tickable[]): boolean {
  const lengths = new Map<string, number>()
  for (const { indicator, text } of chosen) lengths.set(indicator, (lengths.get(indicator) ?? 0) + text.length + 100)
  return [...lengths.values()].some((length) => length > LONGEST_CELL)
}
