import { z } from 'zod'
import type { Key, Words } from '../language/words.ts'

/** What can be asked for in the address of a page, by what it is called there. Those of pages of figures are theirs (`src/dashboards/parameters`). */
const LABELS = {
  from: 'trail:from',
  to: 'trail:to',
  component: 'submissions:board.component',
  place: 'submissions:board.place',
  partner: 'charts:scope.partner',
  order: 'submissions:board.order',
  page: 'common:asked.page',
  by: 'trail:by',
  verb: 'trail:verb',
  subject: 'trail:subject',
  before: 'common:asked.page',
  indicator: 'charts:indicator',
  talk: 'charts:indicator',
  row: 'charts:indicator',
  version: 'common:asked.version',
  only: 'charts:overview.only.label',
  sheet: 'common:asked.sheet',
  report: 'common:asked.report',
  first: 'submissions:own-sheet.first',
  last: 'submissions:own-sheet.last',
  donor: 'releases:audience.donor',
  project: 'releases:form.layout',
  province: 'releases:form.layout',
  breakdown: 'releases:form.layout',
  years: 'releases:form.layout',
  of: 'indicators:handovers.of',
  area: 'indicators:handovers.area',
} as const satisfies Record<string, Key>
export type AskedName = keyof typeof LABELS

/** What an address asks for and is not there, as it was written: the usual stands in its place. */
export type Misread = { parameter: AskedName; value: string; why?: 'empty-span' }

/** The same in words, for people and for programs; `why`: a code for programs. */
export type NotShown = { parameter: string; label: string; why: string; sentence: string }

type Shape = Partial<Record<AskedName, z.ZodType>>

/**
 * What a page is asked for in its address, as the `querystring` of a route. Something that makes no sense is as if it were not asked for,
 * and is named in `misread`: the page says so, and a program gets 400. Nothing written asks for nothing.
 * @param shape each must take `undefined`, which is the usual
 */
export function inAddress<S extends Shape>(shape: S) {
  return z.record(z.string(), z.unknown()).transform((query) => {
    const misread: Misread[] = []
    const values = Object.entries(shape).map(([name, schema]) => {
      const given = query[name] === '' ? undefined : query[name]
      const read = schema.safeParse(given)
      if (!read.success) misread.push(misreadAs(name as AskedName, given))
      return [name, read.success ? read.data : schema.parse(undefined)]
    })
    return { ...(Object.fromEntries(values) as { [N in keyof S]: z.output<S[N]> }), misread }
  })
}

/** Letters of what makes no sense that are said again. */
const LONGEST_NAMED = 40

export function misreadAs(parameter: AskedName, given: unknown): Misread {
  return { parameter, value: String(given).slice(0, LONGEST_NAMED) }
}

/** A span that ends before it begins, as it was written. */
export function emptySpan(first: string, last: string): Misread {
  return { ...misreadAs('from', `${first} – ${last}`), why: 'empty-span' }
}

/** What was read in an address and is not in the list that it is looked for in. */
export function notAmong(parameter: AskedName, given: string | null | undefined, list: readonly unknown[]): Misread[] {
  return given === undefined || given === null || given === '' || list.includes(given)
    ? []
    : [misreadAs(parameter, given)]
}

export function notShownInWords({ parameter, value, ...misread }: Misread, { t }: Words): NotShown {
  const why = misread.why ?? 'not-offered'
  return { parameter, label: t(LABELS[parameter]), why, sentence: t(`common:asked.${why}`, { value }) }
}
