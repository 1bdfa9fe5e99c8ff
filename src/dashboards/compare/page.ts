import type { Span } from '../../calendar/span.ts'
import { type CellModel, cellModel } from '../../charts/card.ts'
import { downloadsAt } from '../../charts/export/downloads.ts'
import type { ColourRole } from '../../charts/model/chart-data.ts'
import { type PictureModel, pictureOf } from '../../charts/picture.ts'
import { signsOf } from '../../charts/signs.ts'
import type { PublishableCell, PublishableTable } from '../../disclosure/publishable.ts'
import { unitText } from '../../indicators/in-words.ts'
import { dates } from '../../language/format.ts'
import { both, type Text } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'
import { comparedFigure } from '../../targets/compared-table.ts'
import type { Heading } from '../../targets/figure-table.ts'
import { carried, originIn } from '../addresses.ts'
import { pageFacts } from '../facts.ts'
import { placeRole } from '../tables/axes.ts'
import { outletOf } from '../tables/tables.ts'
import { writeComparison } from './address.ts'
import { type SideDifference, sideDifference } from './difference.ts'
import { compareFilters } from './fields.ts'
import { comparisonText } from './in-words.ts'
import { ALL_PERIODS, COMPARED, type ComparedKind, isOfOneUnit } from './side.ts'
import { joined, rowHeadings, sideKey, sideTable } from './table.ts'
import type { CompareView } from './view.ts'

type RowModel = {
  label: string
  dates: string | null
  cells: CellModel[]
  difference: SideDifference
  isWhole: boolean
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'dashboards/compare/compare': ReturnType<typeof comparePage>
  }
}

export const COMPARE = '/compare'

/** Two beside each other: in a sentence, in one picture (two where they count different things), in one table with the difference. */
export function comparePage(view: CompareView) {
  const { state, asked, sides } = view
  const { words } = state
  const { t, of } = words
  const [one, other] = sides
  const headings = rowHeadings(one, asked.kind, state)
  const whole: Heading = { key: ALL_PERIODS, label: both((language) => words.in(language).t('charts:compare.whole')) }
  const title = titleOf(view)
  const isOneUnit = isOfOneUnit(one.indicator, other.indicator)
  const rows = rowsOf(view, [...headings, whole], title)
  const sentence = comparisonText(
    rows.map(({ label, cells, difference, isWhole }) => ({
      period: label,
      values: cells.map(({ text, exact, says }) => ({ text: says ?? text, isNumber: exact !== null })),
      difference,
      isWhole,
    })),
    [of(one.name), of(other.name)],
    words,
  )
  return {
    ...pageFacts(state, one.answer, view.wrong),
    facts: pageFacts({ ...state, choice: { ...state.choice, ...comparedSpan(view) } }, one.answer).facts,
    title: t('charts:compare.title'),
    kinds: COMPARED.map((kind) => ({
      label: t(`charts:compare.kind.${kind}`),
      href: carried(state, COMPARE, writeComparison(asked, kind)),
      here: kind === asked.kind,
    })),
    filters: compareFilters(view),
    heading: of(title),
    about: asked.kind === 'indicators' ? null : `${one.indicator.code}. ${of(one.indicator.name)}`,
    sentence,
    // A picture of no number says less than the sentence above it.
    pictures: rows.some(({ cells }) => cells.some(({ exact }) => exact !== null))
      ? picturesOf(view, headings, title, sentence)
      : [],
    columns: sides.map((side) => ({
      label: of(side.name),
      unit: unitText(side.indicator, words),
      dates: asked.kind === 'years' ? dates(side.whole, words.language) : null,
      href: carried(side.state, `/indicators/${encodeURIComponent(side.indicator.code)}`),
    })),
    rows,
    isOneUnit,
    note: isOneUnit ? null : t('charts:compare.two-units'),
    legend: signsOf(words),
  }
}

function rowsOf({ state, asked, sides }: CompareView, headings: readonly Heading[], title: Text): RowModel[] {
  const { words } = state
  const tables = sides.map((side, nth) => sideTable(side, nth, headings, title))
  return headings.map((heading, r) => {
    const isWhole = heading.key === ALL_PERIODS
    const cells = tables.map((table) => table.cells[r]![0]!)
    const span = isWhole && asked.kind !== 'years' ? dates(sides[0].whole, words.language) : null
    return {
      label: words.of(heading.label),
      dates: span ?? (heading.dates ? words.of(heading.dates) : null),
      cells: cells.map((cell, nth) => {
        const { state: known, answer } = sides[nth]!
        const model = cellModel(cell, tables[nth]!, { words, originOf: originIn(known, answer) })
        // The heading says the unit; what is partial says its coverage.
        return { ...model, unit: '', coverage: model.notes.length > 0 ? null : model.coverage }
      }),
      difference: differenceIn(asked.kind, sides, cells, words),
      isWhole,
    }
  })
}

function differenceIn(
  kind: ComparedKind,
  [one, other]: CompareView['sides'],
  [first, second]: readonly PublishableCell[],
  words: Words,
): SideDifference {
  const [a, b] = [first!.ref, second!.ref]
  const isOfOne = kind === 'years' || kind === 'days'
  return sideDifference(
    kind,
    comparedFigure(one.answer, one.indicator, a, one.state.compare),
    comparedFigure(other.answer, other.indicator, b, other.state.compare),
    isOfOne && one.answer.hasSameReporters(a.indicator, a.group, a.span, b.span, other.answer),
    words,
  )
}

/** All that is shown: of two years both. */
function comparedSpan({ sides: [one, other] }: CompareView): Span {
  return { from: Math.min(one.whole.from, other.whole.from), to: Math.max(one.whole.to, other.whole.to) }
}

/** One picture of both or, of two units, one of each: never two axes in one. */
function picturesOf(view: CompareView, headings: readonly Heading[], title: Text, sentence: string): PictureModel[] {
  const { sides } = view
  const { words } = view.state
  if (headings.length === 0) return []
  const tables = comparedTables(view, headings, title)
  return tables.map((table, nth) =>
    pictureOf(table, {
      ...outletOf(
        { table, shape: 'lines', roleOf: roleIn(view), answer: sides[nth]!.answer },
        { ...sides[nth]!, provinces: [], place: null },
      ),
      title: words.of(table.title),
      headingHref: () => null,
      periods: null,
      note: null,
      sentence,
      isTold: true,
      tableHref: '',
      downloads: downloadsAt((file) =>
        carried(view.state, `${COMPARE}/${file}`, {
          ...writeComparison(view.asked, view.asked.kind),
          panel: String(nth + 1),
        }),
      ),
    }),
  )
}

/** What is drawn, and goes into a file: both in one table or, of two units, each by itself. */
export function comparedTables(
  { sides }: Pick<CompareView, 'sides'>,
  headings: readonly Heading[],
  title: Text,
): PublishableTable[] {
  const [one, other] = sides.map((side, nth) => sideTable(side, nth, headings, title)) as [
    PublishableTable,
    PublishableTable,
  ]
  if (isOfOneUnit(sides[0].indicator, sides[1].indicator)) return [joined(one, other)]
  return [one, other].map((table, nth) => ({ ...table, title: sides[nth]!.name }))
}

/** Areas have their own colour; others one by their place. */
function roleIn({ state, asked, sides }: CompareView): (key: string) => ColourRole {
  return (key) => {
    const nth = key === sideKey(0) ? 0 : 1
    const own = asked.kind === 'areas' ? placeRole(state)(sides[nth]!.group.key) : 'figure'
    return own === 'figure' ? `category-${nth}` : own
  }
}

export function titleOf({ sides: [one, other], state }: Pick<CompareView, 'sides' | 'state'>): Text {
  return both((language) =>
    state.words.in(language).t('charts:compare.of', { first: one.name[language], second: other.name[language] }),
  )
}
