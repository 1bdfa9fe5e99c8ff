import type { Db } from '../../db/connection.ts'
import { cells } from '../../src/indicators/cell-store.ts'
import { indicatorsAsAt } from '../../src/indicators/store.ts'

/**
 * The sums of the overview as one statement written for it alone, straight from the facts: per indicator and province the
 * last quarter and to date, flows summed, stocks by the last quarter of each reporter, with how many came. It knows nothing
 * of what was asked, of states, flags, rules or definitions.
 */
export const OVERVIEW_BY_HAND = `
  with extra(i, c) as materialized (select value ->> 0, value ->> 1 from json_each(:extra)), mine as materialized (
    select f.indicator_id as i, f.place_id as place, f.partner_id as partner, f.quarter as q,
      sum(f.value) as value, sum(f.base) as base, sum(f.value * f.base) as product
    from fact f
    where f.quarter between :first and :last and f.approved_to is null and f.state = 'reported'
      and (f.indicator_id, f.cell_id) not in extra
    group by f.indicator_id, f.quarter, f.place_id, f.partner_id),
  ends as (select i, place, partner, max(q), value, base, product from mine group by i, place, partner)
  select i, place, sum(iif(q = :last, value, 0)), sum(iif(q = :last, base, 0)), sum(iif(q = :last, product, 0)), sum(q = :last),
    sum(value), sum(base), sum(product), count(*) from mine group by i, place
  union all
  select i, place, null, null, null, null, sum(value), sum(base), sum(product), count(*) from ends group by i, place`

/** The same sums by hand from the tally that the program keeps: as fast as it can be read at all. */
export const OVERVIEW_FROM_TALLY = `
  with ends as (
    select indicator_id as i, place_id as place, partner_id, max(quarter), value, base, product from tally_reporter
    where indicator_id in (select value from json_each(:latest)) and quarter between :first and :last and state = 'reported'
    group by indicator_id, place_id, partner_id)
  select indicator_id, province_id, sum(iif(quarter = :last, value, 0)), sum(iif(quarter = :last, base, 0)),
    sum(iif(quarter = :last, product, 0)), sum(iif(quarter = :last, reported, 0)), sum(value), sum(base), sum(product), sum(reported)
  from tally_province where quarter between :first and :last group by indicator_id, province_id
  union all
  select i, place, null, null, null, null, sum(value), sum(base), sum(product), count(*) from ends group by i, place`

/** One flow by quarter and province. */
export const TREND_BY_HAND = `
  select f.place_id, f.quarter, sum(f.value), count(distinct f.partner_id) from fact f
  where f.indicator_id = :indicator and f.quarter between :first and :last and f.approved_to is null and f.state = 'reported'
    and (f.indicator_id, f.cell_id) not in (select value ->> 0, value ->> 1 from json_each(:extra))
  group by f.place_id, f.quarter`

/** Pairs of indicator and cell that say a total again, as JSON. */
export function extraCells(db: Db): string {
  const pairs = indicatorsAsAt(db).flatMap(({ id, schemes }) =>
    schemes.flatMap(({ kind, breakdowns }) =>
      kind === 'primary'
        ? []
        : [...cells(db).values()].flatMap((cell) =>
            Object.keys(cell.categories).sort().join() === [...breakdowns].sort().join() ? [[id, cell.id]] : [],
          ),
    ),
  )
  return JSON.stringify(pairs)
}
