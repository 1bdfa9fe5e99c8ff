import { isPast } from '../../calendar/day.ts'
import { datesOf } from '../../calendar/span.ts'
import { typedValueText, valueText } from '../../figures/in-words.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import type { Words } from '../../language/words.ts'
import { type Section, sectionOf } from '../../vocabulary/component.ts'
import { rowAnchor } from '../entry.ts'
import type { EntryFormDefinition } from '../entry-form/definition.ts'
import { numbersInWords, partText, placeOf, problemInWords } from '../entry-form/in-words.ts'
import type { Problem } from '../entry-form/parsed-form.ts'
import { screenAddress } from '../page/address.ts'
import type { LoadedSubmission } from '../page-state.ts'
import { type Finding, findingId } from './finding.ts'
import type { Hard } from './hard.ts'
import { type Beside, type Soft, softFindings } from './soft.ts'

/** A problem or a doubt as a sentence, with a link to where it is. */
export type ProblemView = { href: string; where: string; text: string }
export type DoubtView = { id: string; href: string; where: string; name: string; sentence: string }

/** What the partner would be asked about when handing in; reviewers are told besides what others' numbers say. */
export function submissionDoubts(
  { stored, quarter, definition, entries, standing, now }: LoadedSubmission,
  beside: Beside,
): Finding<Soft>[] {
  // A partner's own quarter may end before the calendar's.
  const end = stored?.cutTo ?? datesOf({ from: quarter, to: quarter }).last
  const held = standing.role === 'manager' ? beside.held : beside.held.filter(({ isOwn }) => isOwn)
  return softFindings(definition, entries, { ...beside, held }, isPast(end, now))
}

/** @param here the screen on which the link stands, and whether that shows all that keeps it from being handed in */
export function problemView(
  problem: Problem | Finding<Hard>,
  loaded: LoadedSubmission,
  here: { section: Section | undefined; handingIn: boolean },
  words: Words,
): ProblemView {
  return {
    href: hrefOf(problem, loaded, here),
    where:
      problem.code === 'nothing'
        ? problem.indicator
        : placeOf(problem.field, loaded.definition, loaded.breakdowns, words),
    text: problemInWords(problem, words),
  }
}

/** Quotients are shown as their indicator shows them. */
export function doubtView(doubt: Finding<Soft>, loaded: LoadedSubmission, words: Words): DoubtView {
  const { definition, breakdowns } = loaded
  const indicator = definition.rows.find((row) => row.indicator.code === doubt.indicator)?.indicator
  const isOfRow = indicator !== undefined && doubt.field === rowAnchor(indicator.code)
  return {
    id: findingId(doubt),
    href: hrefOf(doubt, loaded, { section: undefined, handingIn: false }),
    where: isOfRow ? indicator.code : doubt.field && placeOf(doubt.field, definition, breakdowns, words),
    name: indicator ? words.of(indicator.name) : '',
    sentence: doubtInWords(doubt, indicator, loaded, words),
  }
}

/** A value of one cell is written as it was typed, one of the row as the indicator is shown; of two indicators the numbers are amounts. */
function doubtInWords(
  { code, numbers, rule }: Finding<Soft>,
  indicator: DefinedIndicator | undefined,
  { place }: LoadedSubmission,
  words: Words,
): string {
  if (!rule) {
    const isOfCell = code === 'negative-mean' || code === 'more-than-total'
    const inWords = (value: number, of: DefinedIndicator) =>
      isOfCell ? typedValueText(value, of, words.language) : valueText(value, of, words)
    const written = Object.entries(numbers).map(([name, value]) => [
      name,
      indicator ? inWords(value, indicator) : value,
    ])
    return words.t(`submissions:doubt.${code}`, Object.fromEntries(written))
  }
  const { lesser, part, greater, within, why } = rule
  const what = part === 'base' && indicator?.code === lesser ? partText(indicator.measure, 'd', words) : ''
  const two = { lesser: what || lesser, greater, ...numbersInWords(numbers, words) }
  const sentence = `${words.t(`submissions:doubt.${code}`, two)} ${words.of(why)}`
  return within === 'place' ? `${words.of(place.name)}: ${sentence}` : sentence
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
  { section, handingIn }: Parameters<typeof problemView>[2],
): string {
  const own = sectionOfFirst(loaded.definition, [problem])
  const anchor = `#${encodeURIComponent(problem.field)}`
  return own === undefined || own === section ? anchor : screenAddress(loaded, own, handingIn) + anchor
}
