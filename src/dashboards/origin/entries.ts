import type { Reporter } from '../../assignments/assignment.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { datesOf, type NamedSpan } from '../../calendar/span.ts'
import { gapInWords, markWord } from '../../figures/in-words.ts'
import type {
  Awaited,
  Contribution,
  FigureContributions,
  RecordedActs,
} from '../../figures/provenance/contributions.ts'
import { type Categories, namedOver } from '../../indicators/breakdown.ts'
import { valueSpanIn } from '../../indicators/definitions/value-spans.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { dates, instant, periodName } from '../../language/format.ts'
import type { Text } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'
import { nameOn, type Partner } from '../../partners/partner.ts'
import { address } from '../addresses.ts'
import type { PageState } from '../page-state.ts'
import { type PartColumn, type ValueModel, valuesIn } from './sum.ts'

/** One entry behind a figure, in words. */
export type EntryModel = {
  partner: string
  place: string
  period: string
  dates: string
  cell: string
  values: ValueModel[]
  state: string
  approved: string
  submissionHref: string | null
  trailHref: string | null
}

/** What the entries are told with. */
export type EntryContext = { state: PageState; partners: readonly Partner[] }

/** Values that count, then quarters declared not applicable, then those still missing. */
export function entryRows(
  context: EntryContext & { acts: ReadonlyMap<string, RecordedActs> },
  indicator: DefinedIndicator,
  behind: FigureContributions,
  columns: PartColumn[],
): EntryModel[] {
  const { state } = context
  const { words } = state
  const named = naming(context, indicator.code)
  const given = [...behind.values, ...behind.notApplicable].map((one) => ({
    ...named(one),
    cell: cellName(state, one.categories, one.quarter),
    values: valuesIn(one, indicator, columns, words),
    state: markWord(one.state, words),
    approved: approvedText(one, context.acts.get(one.key), words),
    submissionHref: one.submissionId === null ? null : `/submissions/${one.submissionId}`,
    trailHref: one.submissionId === null ? null : address('/trail', { subject: `submission:${one.submissionId}` }),
  }))
  const missing = behind.missing.map((one) => ({
    ...named(one),
    cell: '',
    values: columns.map(() => gapInWords('not reported', words)),
    state: markWord('not reported', words),
    approved: '',
    submissionHref: null,
    trailHref: null,
  }))
  return [...given, ...missing]
}

/** Partners by the name they went by at the end of the quarter. */
export function naming({ state, partners }: EntryContext, code: string) {
  const { words, histories } = state
  const history = histories.get(code)!
  const byId = new Map(partners.map((partner) => [partner.id, partner]))
  return ({ quarter: q, partnerId, placeId }: Awaited) => ({
    ...namesOf(state, byId.get(partnerId), { partnerId, placeId }, datesOf({ from: q, to: q }).last),
    ...spanInWords(valueSpanIn(history, q), words),
  })
}

function namesOf({ words, places }: PageState, partner: Partner | undefined, reporter: Reporter, day: string) {
  const { partnerId, placeId } = reporter
  const name: Text | undefined = partner && nameOn(partner, day).name
  const place = places.byId.get(placeId)
  return {
    partner: name ? words.of(name) : String(partnerId),
    place: place ? words.of(place.name) : String(placeId),
  }
}

/** "Hội Phụ nữ (Hà Tĩnh)", by the name the partner went by on a day. */
export function reporterIn({ state, partners }: EntryContext, reporter: Reporter, day: string): string {
  const found = partners.find(({ id }) => id === reporter.partnerId)
  const { partner, place } = namesOf(state, found, reporter, day)
  return `${partner} (${place})`
}

/** A value stands under its own span. */
function spanInWords(span: NamedSpan, { language }: Words): Pick<EntryModel, 'period' | 'dates'> {
  return { period: periodName(span, language), dates: dates(span, language) }
}

function approvedText(one: Contribution, acts: RecordedActs | undefined, { t, language }: Words): string {
  if (one.provisional) {
    const by = acts?.handedIn?.by
    if (!by) return t('charts:origin.unapproved')
    return t('charts:origin.handed-in-by', { name: by, instant: instant(acts.handedIn!.at, language) })
  }
  const at = acts?.approved?.at ?? one.approvedFrom
  if (at === null) return ''
  const when = instant(at, language)
  return acts?.approved?.by ? t('charts:origin.approved-by', { name: acts.approved.by, instant: when }) : when
}

/**
 * "Giới tính: Nữ; Nhóm tuổi: 16–17 tuổi".
 * @param quarter by whose names; absent = those of the span that was chosen
 */
export function cellName(
  { breakdowns, words }: Pick<PageState, 'breakdowns' | 'words'>,
  categories: Categories,
  quarter?: Quarter,
): string {
  const parts = Object.entries(categories).map(([code, chosen]) => {
    const found = breakdowns.find((one) => one.code === code)
    const breakdown = found && quarter !== undefined ? namedOver(found, { from: quarter, to: quarter }) : found
    const category = breakdown?.categories.find((one) => one.code === chosen)
    return breakdown && category ? `${words.of(breakdown.name)}: ${words.of(category.name)}` : `${code}=${chosen}`
  })
  return parts.length === 0 ? words.t('charts:origin.all') : parts.join('; ')
}
