import { columnsOf } from '../../../db/columns.ts'
import type { RunRow } from './assemble.ts'

/*
 * What a question reads from the tally, as parts of its one statement; `want` and `keyed` are made there.
 */

/** What every part of the statement gives. */
export const RUNS = columnsOf<RunRow>()([
  'indicator',
  'place',
  'partner',
  'from',
  'key',
  'reported',
  'stray',
  'notApplicable',
  'latest',
  'value',
  'base',
  'product',
  'cells',
  'provisional',
  'unsure',
])

/** How reporters are read, as a number in the statement: pooled, each apart, or each by its latest quarter alone. */
export const MODES = { pooled: 0, apart: 1, latest: 2 } as const

/**
 * Places to read; null = all. Pooled by province, or each by itself.
 * @property together a place that stands for all of them, where they are read as one: what came of them is added up where it is read
 */
export type Where = { places: readonly number[] | null; byProvince: boolean; together: number | null }

/** Joins only the places asked for, when not all are. */
export const HERE = ({ places }: Where) => (places === null ? '' : 'cross join here h')
export const AT = ({ places }: Where, column: string) => (places === null ? '' : `and ${column} = h.place`)

/** The same where quarters are read in runs: a seek for each place would go through the whole run for each of them. */
export const AMONG = ({ places }: Where, column: string) =>
  places === null ? '' : `and ${column} in (select place from here)`

/** What sums of provinces stand under, and by what they are apart: each by itself, or all under one place. */
const pooledIn = ({ together }: Where, province: string) =>
  together === null ? { place: province, apart: `${province},` } : { place: String(together), apart: '' }

/** Sums over the quarters of a run or, in the mode `latest`, what stands in the row with the latest of them. */
export function overRun(
  mode: string,
  latest: string,
): Pick<Record<keyof RunRow, string>, 'value' | 'base' | 'product'> {
  const over = (column: string) => `iif(${mode} = ${MODES.latest}, ${latest}${column}, sum(${latest}${column}))`
  return { value: over('value'), base: over('base'), product: over('product') }
}

const PLAIN = {
  cells: '0',
  provisional: '0',
  unsure: '0',
  stray: '0',
  notApplicable: '0',
  latest: 'null',
  partner: '0',
}

/** Each reporter of indicators whose reporters or quarters do not simply sum, or of its latest quarter alone. */
export function eachIn(where: Where): string {
  const columns = RUNS.select({
    ...PLAIN,
    indicator: 't.indicator_id',
    place: 't.place_id',
    partner: 't.partner_id',
    from: 'w.run',
    key: '0',
    reported: "sum(t.state = 'reported')",
    stray: "sum(t.state = 'reported' and not t.due)",
    notApplicable: "sum(t.state <> 'reported' and t.due)",
    latest: "max(iif(t.state = 'reported', t.quarter, null))",
    ...overRun('w.mode', 't.'),
    cells: 't.cells',
  })
  return `select ${columns}
    from want w
    cross join tally_reporter t on t.indicator_id = w.indicator and t.quarter between w.quarter and w.upTo ${AMONG(where, 't.place_id')}
    where w.source = 'each'
    group by t.indicator_id, t.place_id, t.partner_id, w.run`
}

/** Sums by province: all that there is to an undivided question, and what came at all beside categories. */
export function provinceSumsSql(where: Where, source: 'provinces' | 'cells', key: number): string {
  const { place, apart } = pooledIn(where, 't.province_id')
  const columns = RUNS.select({
    ...PLAIN,
    indicator: 'w.indicator',
    place,
    from: 'w.run',
    key: String(key),
    reported: 'sum(t.reported)',
    stray: 'sum(t.stray)',
    notApplicable: 'sum(t.not_applicable)',
    value: 'sum(t.value)',
    base: 'sum(t.base)',
    product: 'sum(t.product)',
  })
  return `select ${columns}
    from want w ${HERE(where)}
    cross join tally_province t on t.indicator_id = w.indicator and t.quarter between w.quarter and w.upTo ${AT(where, 't.province_id')}
    where w.source = '${source}'
    group by w.indicator, ${apart} w.run`
}

/**
 * Sums by province and category. Of several cells in one category the tally knows how many reporters gave each, not how
 * many gave any: that is plain when one cell was given by all who reported, or by all who gave any; else it is unsure.
 */
export function cellsIn(where: Where): string {
  const { place, apart } = pooledIn(where, 'c.province')
  const columns = RUNS.select({
    ...PLAIN,
    indicator: 'c.indicator',
    place,
    from: 'c.run',
    key: 'c.key',
    reported: 'sum(c.most)',
    value: 'sum(c.value)',
    base: 'sum(c.base)',
    product: 'sum(c.product)',
    unsure: 'sum(c.most < p.reported and c.most < c.every)',
  })
  return `select ${columns}
    from (select w.indicator as indicator, w.run as run, w.quarter as quarter, t.province_id as province, k.key as key,
        max(t.reported) as most, sum(t.reported) as every,
        sum(t.value) as value, sum(t.base) as base, sum(t.product) as product
      from want w cross join keyed k on k.split = w.split and k.key >= 0 ${HERE(where)}
      cross join tally_cell t on t.indicator_id = w.indicator and t.quarter = w.quarter and t.cell_id = k.cell ${AT(where, 't.province_id')}
      where w.source = 'cells'
      group by w.indicator, w.quarter, t.province_id, k.key) c
    left join tally_province p on p.indicator_id = c.indicator and p.quarter = c.quarter and p.province_id = c.province
    group by c.indicator, ${apart} c.run, c.key`
}
