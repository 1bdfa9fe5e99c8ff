import type { Db } from '../../../db/connection.ts'
import { insertRow } from '../../../db/insert-row.ts'
import { baseline, target } from '../../../db/schema.ts'
import type { BaselineRow } from '../lists/baselines.ts'
import type { TargetRow } from '../lists/targets.ts'

type Ids = { indicators: ReadonlyMap<string, number>; places: ReadonlyMap<string, number> }

export function insertTargets(db: Db, rows: readonly TargetRow[], { indicators, places }: Ids): void {
  for (const { indicator, place, kind, phase, from, to, value, reason, validFrom, validTo } of rows)
    insertRow(db, target, {
      indicatorId: indicators.get(indicator)!,
      placeId: place === null ? null : places.get(place)!,
      kind,
      phase,
      fromQuarter: from,
      toQuarter: to,
      value,
      reasonVi: reason?.vi ?? null,
      reasonEn: reason?.en ?? null,
      validFrom,
      validTo,
    })
}

export function insertBaselines(db: Db, rows: readonly BaselineRow[], { indicators, places }: Ids): void {
  for (const { indicator, place, phase, quarter, value, base, source, setOn } of rows)
    insertRow(db, baseline, {
      indicatorId: indicators.get(indicator)!,
      placeId: place === null ? null : places.get(place)!,
      phase,
      quarter,
      value,
      base,
      sourceVi: source.vi,
      sourceEn: source.en,
      validFrom: setOn,
    })
}
