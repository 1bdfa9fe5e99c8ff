import type { Reporter } from '../../assignments/assignment.ts'
import { type NamedHandovers, type NamedReporter, reporterText } from '../../assignments/handovers-in-words.ts'
import { dayAt } from '../../calendar/day.ts'
import { quarterAt, quarterCode } from '../../calendar/quarter.ts'
import { datesOf, heldIn, quartersIn, type Span } from '../../calendar/span.ts'
import type { Option } from '../../forms/option.ts'
import { pagerOf, rowsOfPage } from '../../forms/pager.ts'
import type { FieldErrors, Typed } from '../../forms/read.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { day, quarterWithDates } from '../../language/format.ts'
import type { Key, Words } from '../../language/words.ts'
import { nameOn, type Partner } from '../../partners/partner.ts'
import type { Place } from '../../places/place.ts'
import { type HandoverForm, reporterSlug } from './form.ts'

/** Somebody who is asked for something, with the indicators. */
export type AskedReporter = NamedReporter & Reporter & { slug: string; indicators: readonly DefinedIndicator[] }

/** What the page of hand-overs is shaped from. */
export type HandoversState = {
  recorded: readonly NamedHandovers[]
  reporters: readonly AskedReporter[]
  partners: readonly Partner[]
  places: readonly Place[]
  /** From which a duty can pass: never the first of the project, nobody had it before; and not long after today. */
  quarters: Span
  /** Of a project with many reporters, what it is shown by; `chosen`: the id of one, null where none is yet. */
  areas?: { all: readonly Place[]; chosen: number | null }
}

/** What was typed and what is wrong with it; `values` go into the sentences. */
export type HandoversShown = {
  of: string
  page?: number
  typed?: Partial<Typed<HandoverForm>>
  errors?: FieldErrors<HandoverForm>
  values?: Readonly<Record<string, string>>
  /** Why one was not withdrawn. */
  stands?: Key
}

/** Hand-overs recorded on one page: an area of the country has hundreds. */
const PAGE_ROWS = 50

/** What has been handed over, and the form for one more: first whose duty it is, then which indicators, to whom, from when. */
export function handoversPage(state: HandoversState, shown: HandoversShown, now: number, words: Words) {
  const today = dayAt(now)
  const predecessor = state.reporters.find(({ slug }) => slug === shown.of) ?? null
  const recorded = rowsOfPage(state.recorded, shown.page ?? 1, PAGE_ROWS)
  const area = state.areas?.all.find(({ id }) => id === state.areas?.chosen)?.slug ?? ''
  return {
    areas: state.areas && {
      options: [
        { value: '', label: words.t('indicators:handovers.choose-area') },
        ...state.areas.all.map((one): Option => ({ value: one.slug, label: words.of(one.name) })),
      ],
      chosen: area,
    },
    recorded: recorded.rows.map((one) => rowOf(one, words)),
    pager: pagerOf(
      recorded,
      (page) => `/handovers?${new URLSearchParams({ of: shown.of, area, page: `${page}` })}`,
      words,
    ),
    reporters: state.reporters.map((one): Option => ({ value: one.slug, label: reporterText(one, today, words) })),
    of: predecessor && {
      slug: predecessor.slug,
      name: reporterText(predecessor, today, words),
      indicators: predecessor.indicators.map(
        ({ code, name }): Option => ({ value: code, label: `${code}. ${words.of(name)}` }),
      ),
    },
    partners: [
      { value: '', label: words.t('indicators:handovers.choose') },
      ...state.partners.map((one): Option => ({ value: one.slug, label: words.of(nameOn(one, today).name) })),
    ],
    places: state.places.map((one): Option => ({ value: one.slug, label: words.of(one.name) })),
    quarters: quartersIn(state.quarters)
      .reverse()
      .map((quarter): Option => ({ value: quarterCode(quarter), label: quarterWithDates(quarter, words.language) })),
    assigns: (['yes', 'no'] as const).map(
      (value): Option => ({ value, label: words.t(`indicators:handovers.ask.${value}`) }),
    ),
    typed: { place: predecessor?.place.slug ?? '', ...(predecessor ? nowIn(state.quarters, now) : {}), ...shown.typed },
    errors: shown.errors ?? {},
    values: shown.values ?? {},
    stands: shown.stands ?? null,
  }
}

/** The running quarter is the usual one to begin with, where it can be chosen. */
function nowIn(quarters: Span, now: number): { from?: string } {
  const running = quarterAt(now)
  return heldIn(quarters, running) ? { from: quarterCode(running) } : {}
}

/** A reporter as addresses and forms name it. */
export function namedReporterSlug({ partner, place }: NamedReporter): string {
  return reporterSlug({ partner: partner.slug, place: place.slug })
}

function rowOf({ since, from, to, indicators }: NamedHandovers, words: Words) {
  const { first } = datesOf({ from: since, to: since })
  return {
    since: day(first, words.language),
    heir: reporterText(to, first, words),
    predecessor: reporterText(from, first, words),
    indicators: indicators.join(', '),
    withdrawal: { of: namedReporterSlug(from), heir: namedReporterSlug(to), since: quarterCode(since) },
  }
}

declare module '../../web/views/models.ts' {
  interface Views {
    'framework/handovers': ReturnType<typeof handoversPage>
  }
  interface Parts {
    'framework/handover-form': ReturnType<typeof handoversPage> & { csrf: () => string }
  }
}
