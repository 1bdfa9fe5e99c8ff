import { datesOf } from '../../calendar/span.ts'
import { number } from '../../language/format.ts'
import { hasAreas } from '../../language/terms.ts'
import { NOTHING } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'
import { nameOn } from '../../partners/partner.ts'
import { CROSS_CUTTING, componentOf, type Section } from '../../vocabulary/component.ts'
import type { BoardState } from './board.ts'
import { groupedBy, type Slot } from './slot.ts'

/** k of n: how many of the expected submissions have been handed in, and how many of those are approved. */
export type SubmissionCounts = { expected: number; handedIn: number; approved: number }

export function submissionCounts(slots: readonly Slot[]): SubmissionCounts {
  const approved = slots.filter((slot) => slot.state === 'approved').length
  const waiting = slots.filter((slot) => slot.state === 'submitted').length
  return { expected: slots.length, handedIn: approved + waiting, approved }
}

/** The slots that report on a component; null is what belongs to none. */
export function slotsOn(slots: readonly Slot[], component: string | null): Slot[] {
  return slots.filter((slot) => slot.components.includes(component))
}

/** Completeness component by component, of those that anything is expected on. */
export function completenessByComponent(
  slots: readonly Slot[],
  { terms }: Pick<Words, 'terms'>,
): (SubmissionCounts & { section: Section })[] {
  return sectionsIn(terms)
    .map((section) => ({ section, ...submissionCounts(slotsOn(slots, componentOf(section))) }))
    .filter(({ expected }) => expected > 0)
}

/** Every section there can be: what belongs to no component, then the components in their order. */
export function sectionsIn({ components }: Words['terms']): Section[] {
  return [CROSS_CUTTING, ...components.map(({ code }) => code)]
}

/** How far one row of the table is, in words: component by component, then altogether. */
type TableRow = { cells: { text: string; tone: string }[]; approved: string }

export type CompletenessTable = {
  columns: Section[]
  rows: (TableRow & { name: string })[]
  all: TableRow
}

/** Areas down or, in a project without any, its partners; components across. */
export function completenessTable(
  slots: readonly Slot[],
  { places, partners, span }: Pick<BoardState, 'places' | 'partners' | 'span'>,
  words: Words,
): CompletenessTable {
  const columns = completenessByComponent(slots, words).map(({ section }) => section)
  const rowOf = (own: readonly Slot[]): TableRow => {
    const all = submissionCounts(own)
    const cells = [...columns.map((section) => submissionCounts(slotsOn(own, componentOf(section)))), all]
    return { cells: cells.map((one) => kOfN(one, words)), approved: number(all.approved, words.language) }
  }
  const day = span ? datesOf(span).last : null
  const isByArea = hasAreas(words.terms) || day === null
  const areas = isByArea ? places.list : partners.map((one) => ({ id: one.id, name: nameOn(one, day).name }))
  const byArea = groupedBy(slots, ({ placeId, partnerId }) => (isByArea ? places.rootOf(placeId) : partnerId))
  const rows = areas
    .filter(({ id }) => byArea.has(id))
    .map(({ id, name }) => ({ name: words.of(name), ...rowOf(byArea.get(id)!) }))
  return { columns, rows, all: rowOf(slots) }
}

/** "3 of 4", with how complete that is. */
function kOfN({ handedIn, expected }: SubmissionCounts, { t, language }: Words): { text: string; tone: string } {
  if (expected === 0) return { text: NOTHING, tone: '' }
  const text = t('submissions:completeness.of', { k: number(handedIn, language), n: number(expected, language) })
  return { text, tone: handedIn === expected ? 'full' : handedIn === 0 ? 'none' : 'partly' }
}
