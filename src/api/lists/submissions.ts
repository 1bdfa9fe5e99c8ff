import { z } from 'zod'
import { parseQuarter, type Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import { markCode } from '../../figures/marks.ts'
import { categoriesOf } from '../../indicators/breakdown.ts'
import { lastName, type Partner } from '../../partners/partner.ts'
import type { Place } from '../../places/place.ts'
import type { SlotsSeen } from '../../submissions/board/board.ts'
import { daysLate } from '../../submissions/board/lateness.ts'
import type { Slot } from '../../submissions/board/slot.ts'
import type { Entry } from '../../submissions/entry.ts'
import { STATUSES, type Submission } from '../../submissions/submission.ts'
import { ENTRY_STATES, SUBMISSION_STATES } from '../../vocabulary/submission.ts'
import {
  dateFields,
  datesIn,
  dayField,
  formatField,
  instantField,
  instantOf,
  listField,
  paging,
  quarterText,
  textField,
  textOf,
} from '../fields.ts'
import { ordered } from './list.ts'

export const submissionsQuery = z.strictObject({
  from: quarterText,
  to: quarterText,
  status: z.enum(STATUSES).optional(),
  place: listField,
  partner: listField,
  ...paging,
  format: formatField,
})
export type SubmissionsQuery = z.output<typeof submissionsQuery>

const named = z.object({ code: z.string(), name: textField })

/** Who reports for what place and when, of whatever there is of it besides. */
const reportedBy = { partner: named, place: named, ...dateFields.shape }

function reporterFields(partner: Partner, place: Place, quarter: Quarter) {
  return {
    partner: { code: partner.slug, name: textOf(lastName(partner)) },
    place: { code: place.slug, name: textOf(place.name) },
    ...datesIn({ from: quarter, to: quarter }),
  }
}

/** A submission that is expected, with where it stands; without id until it is begun. */
export const submissionRow = z.object({
  id: z.int().nullable(),
  ...reportedBy,
  components: z.array(z.string()),
  state: z.enum(['due', ...SUBMISSION_STATES]),
  /** The same as it stands to its due day and to the closing of its quarter. */
  status: z.enum(STATUSES),
  due_on: dayField,
  days_late: z.int().nullable(),
  changed_at: instantField.nullable(),
})
export const submissionsDocument = z.object({ submissions: z.array(submissionRow) })

/** Codes of what belongs to no component. */
const NO_COMPONENT = 'project'

export function submissionRowOf(slot: Slot, board: SlotsSeen): z.output<typeof submissionRow> {
  const { id, partnerId, placeId, quarter, components, state, status, changedAt } = slot
  const partner = board.partners.find((one) => one.id === partnerId)!
  const place = board.places.byId.get(placeId)!
  return {
    id,
    ...reporterFields(partner, place, quarter),
    components: components.map((one) => one ?? NO_COMPONENT),
    state,
    status,
    due_on: board.dueOn.get(quarter)!,
    days_late: daysLate(slot, board),
    changed_at: changedAt === null ? null : instantOf(changedAt),
  }
}

/** By quarter, then by who reports: what was answered once keeps its place. */
export function slotKey({ quarter, partnerId, placeId }: Slot): string {
  return [quarter, partnerId, placeId].map(ordered).join('-')
}

/** Those that are asked for, in their order. */
export function slotsAsked(board: SlotsSeen, { status, place, partner }: SubmissionsQuery): Slot[] {
  const places = place && new Set(place.map((slug) => board.places.bySlug.get(slug)?.id))
  const partners = partner && new Set(board.partners.filter(({ slug }) => partner.includes(slug)).map(({ id }) => id))
  return board.slots
    .filter(
      (one) =>
        (status === undefined || one.status === status) &&
        (!places || places.has(one.placeId)) &&
        (!partners || partners.has(one.partnerId)),
    )
    .sort((one, other) => (slotKey(one) < slotKey(other) ? -1 : 1))
}

/** The quarters asked for, of those that the project has had. */
export function quartersAsked({ from, to }: SubmissionsQuery, soFar: Span): Span {
  const [first, last] = [from, to].map((given) => (given === undefined ? null : parseQuarter(given)))
  return { from: Math.max(first ?? soFar.from, soFar.from), to: Math.min(last ?? soFar.to, soFar.to) }
}

/** What was reported of one indicator and cell; `base`: denominator, or n. Why something does not apply is free text, and stays on its page. */
const valueRow = z.object({
  indicator: z.string(),
  categories: z.record(z.string(), z.string()),
  state: z.enum(ENTRY_STATES.map(markCode) as [string, ...string[]]),
  value: z.number().nullable(),
  base: z.number().nullable(),
})

export const submissionDocument = z.object({
  id: z.int(),
  ...reportedBy,
  state: z.enum(SUBMISSION_STATES),
  version: z.int(),
  /** Of the partner's own quarter, where it is not the calendar's. */
  cut_from: dayField.nullable(),
  cut_to: dayField.nullable(),
  changed_at: instantField,
  values: z.array(valueRow),
})

/** A submission with its values, as it is stored. */
type Loaded = { stored: Submission; partner: Partner; place: Place; entries: readonly Entry[] }

export function submissionDocumentOf({ stored, partner, place, entries }: Loaded): z.output<typeof submissionDocument> {
  return {
    id: stored.id,
    ...reporterFields(partner, place, stored.quarter),
    state: stored.state,
    version: stored.version,
    cut_from: stored.cutFrom,
    cut_to: stored.cutTo,
    changed_at: instantOf(stored.changedAt),
    values: entries.map(({ indicator, cell, state, value, base }) => ({
      indicator,
      categories: { ...categoriesOf(cell) },
      state: markCode(state),
      value,
      base,
    })),
  }
}
