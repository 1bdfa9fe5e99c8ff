import { index, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'
import { idOf } from '../id-of.ts'
import { knownCheck, knownColumns, quarterChecks, quarterColumns } from '../span.ts'
import { indicator } from './indicator.ts'
import { partner } from './partner.ts'
import { place } from './place.ts'

/** This partner reports this indicator for this place from this quarter (to that one), as known from an instant to an instant. */
export const assignment = sqliteTable(
  'assignment',
  {
    indicatorId: idOf('indicator_id', () => indicator.id),
    placeId: idOf('place_id', () => place.id),
    partnerId: idOf('partner_id', () => partner.id),
    ...quarterColumns,
    ...knownColumns,
  },
  (t) => [
    primaryKey({ columns: [t.indicatorId, t.placeId, t.partnerId, t.fromQuarter, t.knownFrom] }),
    index('assignment_partner').on(t.partnerId, t.placeId),
    ...quarterChecks('assignment', t),
    knownCheck('assignment', t),
  ],
)
