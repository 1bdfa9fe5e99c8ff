import type { Db } from '../../../../db/connection.ts'
import { datesOf, type Span } from '../../../calendar/span.ts'
import { correctionsOf } from '../../../figures/provenance/restated-store.ts'
import { cells } from '../../../indicators/cell-store.ts'
import { nameOn } from '../../../partners/partner.ts'
import { partners } from '../../../partners/store.ts'
import { notesOn, reasonsOn } from '../../../submissions/review/notes-store.ts'
import type { SaidOfIndicator } from '../view.ts'

/** What was said of an indicator in a span until an instant: notes, why it did not apply, corrections, each with who said it. */
export function loadSaid(db: Db, indicatorId: number, span: Span, until: number): SaidOfIndicator {
  const notes = notesOn(db, indicatorId, span, until).map((note) => ({ ...note, isReason: false }))
  const reasons = reasonsOn(db, indicatorId, span, until).map((note) => ({ ...note, isReason: true }))
  const corrected = correctionsOf(db, indicatorId, until).filter(
    ({ quarter }) => quarter >= span.from && quarter <= span.to,
  )
  const known = corrected.length === 0 ? new Map() : cells(db)
  const said = [...notes, ...reasons]
  const all = new Map(said.length + corrected.length === 0 ? [] : partners(db).map((partner) => [partner.id, partner]))
  return {
    notes: said.map((note) => {
      const { last } = datesOf({ from: note.quarter, to: note.quarter })
      return { ...note, partner: nameOn(all.get(note.partnerId)!, last).name }
    }),
    corrections: corrected.map((one) => ({ ...one, categories: known.get(one.cell)!.categories })),
    partners: all,
  }
}
