import { staffTableOf } from '../../charts/staff-table.ts'
import type { PublishableTable } from '../../disclosure/publishable.ts'
import { both, type Text } from '../../language/text.ts'
import type { Axis } from '../../targets/compared-table.ts'
import type { Heading } from '../../targets/figure-table.ts'
import type { PageState } from '../page-state.ts'
import { periodHeading, sourceIn } from '../tables/axes.ts'
import { ALL_PERIODS, type ComparedKind, type ComparedSide } from './side.ts'

/** One side as a table: its periods down, one column. */
export function sideTable(side: ComparedSide, nth: number, rows: readonly Heading[], title: Text): PublishableTable {
  const { state, indicator, group, answer, periods } = side
  const down: Axis = {
    are: 'periods',
    headings: rows,
    keys: [...periods.map(({ key }) => key), ALL_PERIODS].slice(0, rows.length),
  }
  const across: Axis = { are: 'places', headings: [{ key: sideKey(nth), label: side.name }], keys: [group.key] }
  const wish = { id: `compare-${sideKey(nth)}`, title, indicator, rows: down, columns: across, at: {} }
  return staffTableOf(answer, { ...wish, source: sourceIn(state.words) }, state.compare)
}

/** Both in one table beside each other. */
export function joined(one: PublishableTable, other: PublishableTable): PublishableTable {
  return {
    ...one,
    id: 'compare',
    columns: [...one.columns, ...other.columns],
    cells: one.cells.map((row, nth) => [...row, ...other.cells[nth]!]),
    breaks: [...one.breaks, ...other.breaks.filter(({ en }) => !one.breaks.some((known) => known.en === en))],
  }
}

/** What the periods of both are called: of two years by their place in the year. */
export function rowHeadings(
  { periods }: ComparedSide,
  kind: ComparedKind,
  { words }: Pick<PageState, 'words'>,
): Heading[] {
  return periods.map((span, nth) => {
    const heading = periodHeading(span)
    if (kind !== 'years' || periods.length === 1) return heading
    const key = span.grain === 'half-year' ? 'charts:compare.half-year' : 'charts:compare.quarter'
    return { key: heading.key, label: both((language) => words.in(language).t(key, { nth: nth + 1 })) }
  })
}

export function sideKey(nth: number): string {
  return nth === 0 ? 'first' : 'second'
}
