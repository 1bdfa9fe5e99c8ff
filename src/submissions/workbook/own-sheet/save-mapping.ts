import type { Db } from '../../../../db/connection.ts'
import type { Person } from '../../../access/person.ts'
import type { Partner } from '../../../partners/partner.ts'
import { record } from '../../../trail/store.ts'
import type { OwnMapping } from './reading/mapping.ts'
import { insertMapping, mappingsOf } from './store.ts'

/**
 * Remembers how a partner's sheet is read, in the place of the one it was made from. What is the same as before is not written again;
 * where somebody else has replaced that one meanwhile, the new one stands beside theirs, the newer one first.
 * @returns the one that stands now
 */
export function saveMapping(
  db: Db,
  { by, now }: { by: Person; now: number },
  { id: partnerId, slug }: Partner,
  { sheet, mapping, replaces }: { sheet: string; mapping: OwnMapping; replaces: number | null },
): number {
  return db.tx(() => {
    const before = mappingsOf(db, partnerId).find(({ id }) => id === replaces)
    if (before && JSON.stringify(before.mapping) === JSON.stringify(mapping)) return before.id
    const id = insertMapping(db, { partnerId, sheet, mapping, at: now, byId: by.id, replacesId: before?.id ?? null })
    record(db, { at: now, by, verb: 'partner.sheet-mapped', subject: ['partner', slug], detail: {} })
    return id
  })
}
