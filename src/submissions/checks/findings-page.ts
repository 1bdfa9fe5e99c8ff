import { isPast } from '../../calendar/day.ts'
import { datesOf } from '../../calendar/span.ts'
import { numberStyleOf } from '../../indicators/measure.ts'
import type { Words } from '../../language/words.ts'
import { type Section, sectionOf } from '../../vocabulary/component.ts'
import type { EntryFormDefinition } from '../entry-form/definition.ts'
import { numbersInWords, placeOf, problemInWords } from '../entry-form/in-words.ts'
import type { Problem } from '../entry-form/parsed-form.ts'
import { screenAddress } from '../page/address.ts'
import type { LoadedSubmission } from '../page-state.ts'
import { type Finding, findingId } from './finding.ts'
import type { Hard } from './hard.ts'
import type { Previous } from './previous.ts'
import { type Soft, softFindings } from './soft.ts'

/** A problem or a doubt as a sentence, with a link to where it is. */
export type ProblemView = { href: string; where: string; text: string }
export type DoubtView = { id: string; href: string; where: string; name: string; sentence: string }

/** What the partner would be asked about when handing in. */
export function submissionDoubts(
  { stored, quarter, definition, entries, now }: LoadedSubmission,
  previous: ReadonlyMap<string, Previous>,
): Finding<Soft>[] {
  // A partner's own quarter may end before the calendar's.
  const end = stored?.cutTo ?? datesOf({ from: quarter, to: quarter }).last
  return softFindings(definition, entries, previous, isPast(end, now))
}

/** @param section the screen on which the link stands */
export function problemView(
  problem: Problem | Finding<Hard>,
  loaded: LoadedSubmission,
  section: Section | undefined,
  words: Words,
): ProblemView {
  return {
    href: hrefOf(problem, loaded, section),
    where: placeOf(problem.field, loaded.definition, loaded.breakdowns, words),
    text: problemInWords(problem, words),
  }
}

/** Quotients are shown as their indicator shows them. */
export function doubtView(doubt: Finding<Soft>, loaded: LoadedSubmission, words: Words): DoubtView {
  const { definition, breakdowns } = loaded
  const indicator = definition.rows.find((row) => row.indicator.code === doubt.indicator)?.indicator
  const scale = indicator ? numberStyleOf(indicator).scale : 1
  const numbers = Object.fromEntries(Object.entries(doubt.numbers).map(([name, value]) => [name, value * scale]))
  return {
    id: findingId(doubt),
    href: hrefOf(doubt, loaded, undefined),
    where: doubt.field ? placeOf(doubt.field, definition, breakdowns, words) : '',
    name: indicator ? words.of(indicator.name) : '',
    sentence: words.t(`submissions:doubt.${doubt.code}`, numbersInWords(numbers, words)),
  }
}

/** The screen of the first problem, which is the one to show. */
export function sectionOfFirst(
  definition: EntryFormDefinition,
  problems: readonly { indicator: string }[],
): Section | undefined {
  const row = definition.rows.find((one) => one.indicator.code === problems[0]?.indicator)
  return row && sectionOf(row.indicator.component)
}

/** A field of this screen, or of another screen of the same submission. */
function hrefOf(
  problem: { field: string; indicator: string },
  loaded: LoadedSubmission,
  section: Section | undefined,
): string {
  const own = sectionOfFirst(loaded.definition, [problem])
  const anchor = `#${encodeURIComponent(problem.field)}`
  return own === undefined || own === section ? anchor : screenAddress(loaded, own) + anchor
}
