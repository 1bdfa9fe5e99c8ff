import { z } from 'zod'
import type { Quarter } from '../../calendar/quarter.ts'
import { readForm } from '../../forms/read.ts'
import type { Text } from '../../language/text.ts'
import { tellsCount } from '../../privacy/counts-in-words.ts'
import { tracesIn } from '../../privacy/personal-data.ts'
import type { Role } from '../../vocabulary/access.ts'
import type { Release } from '../release.ts'

/** A comment on an indicator that may explain a figure of a report. Who wrote it is known by role alone. */
export type Explanation = {
  id: number
  indicator: string
  /** Counts of it may be hidden from whoever reads the report. */
  sensitive: boolean
  /** What it counts is people, hidden or not. */
  aboutPeople: boolean
  partner: Text
  place: Text
  quarter: Quarter
  role: Role
  text: string
}

/** Why an explanation needs a second look before it may leave the context. */
export type Doubt = 'names' | 'numbers' | 'few'

export type ExplanationProblem = 'unknown' | 'unchecked' | 'too-much'
export type ReadExplanations = {
  chosen: number[]
  /** Those of the chosen about which there was a doubt, and the word of the manager that there is none. */
  confirmed: number[]
  problem: ExplanationProblem | null
}

/** What one cell of a workbook holds (Excel specifications and limits: 32,767 characters), less room for places and quarters. */
const LONGEST_CELL = 30_000

/**
 * Personal data as `tracesIn` sees it; any digit about a sensitive indicator, since what a writer says in words is not among the
 * figures that small counts are hidden from; and small numbers of people in words or digits, whatever the indicator.
 */
export function doubtsAbout({
  text,
  sensitive,
  aboutPeople,
}: Pick<Explanation, 'text' | 'sensitive' | 'aboutPeople'>): Doubt[] {
  const doubts: Doubt[] = []
  if (tracesIn(text).length > 0) doubts.push('names')
  if (sensitive && /\p{Nd}/u.test(text)) doubts.push('numbers')
  if (tellsCount(text, sensitive ? 'protected' : aboutPeople ? 'people' : 'others')) doubts.push('few')
  return doubts
}

/** While a report is being protected its workbook is being written; once issued it is frozen. */
export function mayExplain({ state }: Pick<Release, 'state'>): boolean {
  return state !== 'protecting' && state !== 'issued'
}

/** Which explanations were ticked (`explanation`) and which were looked at again (`checked`), each by its number. */
const explanationsForm = z.object({ explanation: z.array(z.string()), checked: z.array(z.string()) })

export function readExplanations(body: unknown, offered: readonly Explanation[]): ReadExplanations {
  const { typed } = readForm(explanationsForm, body)
  const [ticked, checked] = [new Set(typed.explanation), new Set(typed.checked)]
  const found = offered.filter(({ id }) => ticked.has(String(id)))
  const doubtful = found.filter((one) => doubtsAbout(one).length > 0)
  const chosen = found.map(({ id }) => id)
  const confirmed = doubtful.flatMap(({ id }) => (checked.has(String(id)) ? [id] : []))
  return { chosen, confirmed, problem: problemOf() }

  function problemOf(): ExplanationProblem | null {
    if (found.length < ticked.size) return 'unknown'
    if (confirmed.length < doubtful.length) return 'unchecked'
    return tooMuch(found) ? 'too-much' : null
  }
}

function tooMuch(chosen: readonly Explanation[]): boolean {
  const lengths = new Map<string, number>()
  for (const { indicator, text } of chosen) lengths.set(indicator, (lengths.get(indicator) ?? 0) + text.length + 100)
  return [...lengths.values()].some((length) => length > LONGEST_CELL)
}
