import type { Db } from '../../../../db/connection.ts'
import { datesOf } from '../../../calendar/span.ts'
import { correctionsBetween, correctionsOf } from '../../../figures/provenance/restated-store.ts'
import { cells } from '../../../indicators/cell-store.ts'
import { nameOn } from '../../../partners/partner.ts'
import { partners } from '../../../partners/store.ts'
import { notesOn, reasonsOn, type SaidIn } from '../../../submissions/review/notes-store.ts'
import type { PageState } from '../../page-state.ts'
import type { SaidOfIndicators } from '../view.ts'

/**
 * What was said of the values of a span until an instant: notes, why something did not apply, corrections, each with who said it. A donor
 * sees of it what somebody put into a report: nothing of it is known of one that is not made.
 */
export function loadSaid(db: Db, { seenThrough }: Pick<PageState, 'seenThrough'>, asked: SaidIn): SaidOfIndicators {
  const { span, until, indicatorId } = asked
  if (seenThrough) return { notes: [], corrections: [], partners: new Map() }
  const notes = notesOn(db, asked).map((note) => ({ ...note, isReason: false }))
  const reasons = reasonsOn(db, asked).map((note) => ({ ...note, isReason: true }))
  const everCorrected =
    indicatorId === undefined ? correctionsBetween(db, { after: 0, at: until }) : correctionsOf(db, indicatorId, until)
  const corrected = everCorrected.filter(({ quarter }) => quarter >= span.from && quarter <= span.to)
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
