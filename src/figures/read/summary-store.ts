/*
 * What a question reads from the tally, as parts of its one statement; `want` and `keyed` are made there.
 */

/** Places to read; null = all. Pooled by province, or each by itself. */
export type Where = { places: readonly number[] | null; byProvince: boolean }

/** Joins only the places asked for, when not all are. */
export const HERE = ({ places }: Where) => (places === null ? '' : 'cross join here h')
export const AT = ({ places }: Where, column: string) => (places === null ? '' : `and ${column} = h.place`)

/** Each reporter of indicators whose reporters or quarters do not simply sum (mode 1), or of its latest quarter alone (2). */
export function eachIn(where: Where): string {
  return `select t.indicator_id, t.place_id, t.partner_id, w.run, 0, sum(t.state = 'reported'),
      sum(t.state = 'reported' and not t.due), sum(t.state <> 'reported' and t.due),
      max(iif(t.state = 'reported', t.quarter, null)),
      iif(w.mode = 2, t.value, sum(t.value)), iif(w.mode = 2, t.base, sum(t.base)),
      iif(w.mode = 2, t.product, sum(t.product)), t.cells, 0, 0
    from want w ${HERE(where)}
    cross join tally_reporter t on t.indicator_id = w.i and t.quarter between w.q and w.q_to ${AT(where, 't.place_id')}
    where w.source = 'each'
    group by t.indicator_id, t.place_id, t.partner_id, w.run`
}

/** Sums by province: all that there is to an undivided question, and what came at all beside categories. */
export function provincesIn(where: Where, source: 'provinces' | 'cells', key: number): string {
  return `select w.i, t.province_id, 0, w.run, ${key}, sum(t.reported), sum(t.stray), sum(t.not_applicable), null,
      sum(t.value), sum(t.base), sum(t.product), 0, 0, 0
    from want w ${HERE(where)}
    cross join tally_province t on t.indicator_id = w.i and t.quarter between w.q and w.q_to ${AT(where, 't.province_id')}
    where w.source = '${source}'
    group by w.i, t.province_id, w.run`
}

/**
 * Sums by province and category. Of several cells in one category the tally knows how many reporters gave each, not how
 * many gave any: that is plain when one cell was given by all who reported, or by all who gave any; else it is unsure.
 */
export function cellsIn(where: Where): string {
  return `select i, province, 0, run, key, sum(most), 0, 0, null, sum(value), sum(base), sum(product), 0, 0,
      sum(most < reported and most < every)
    from (select w.i as i, w.run as run, t.province_id as province, k.key as key, max(t.reported) as most,
        sum(t.reported) as every, p.reported as reported, sum(t.value) as value, sum(t.base) as base, sum(t.product) as product
      from want w cross join keyed k on k.split = w.split and k.key >= 0 ${HERE(where)}
      cross join tally_cell t on t.indicator_id = w.i and t.quarter = w.q and t.cell_id = k.cell ${AT(where, 't.province_id')}
      left join tally_province p on p.indicator_id = t.indicator_id and p.quarter = t.quarter and p.province_id = t.province_id
      where w.source = 'cells'
      group by w.i, w.q, t.province_id, k.key)
    group by i, province, run, key`
}
