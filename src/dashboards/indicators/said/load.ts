import type { Db } from '../../../../db/connection.ts'
import type { Quarter } from '../../../calendar/quarter.ts'
import { datesOf } from '../../../calendar/span.ts'
import { correctionsBetween, correctionsOf } from '../../../figures/provenance/restated-store.ts'
import type { Text } from '../../../language/text.ts'
import { nameOn, type Partner } from '../../../partners/partner.ts'
import { partners } from '../../../partners/store.ts'
import { evidenceBehind } from '../../../submissions/evidence/behind-store.ts'
import { notesOn, notesOnReports, reasonsOn, remarksIn, type SaidIn } from '../../../submissions/review/notes-store.ts'
import { withCategories } from '../../origin/corrections-load.ts'
import type { PageState } from '../../page-state.ts'
import type { NamedEvidence, ReportNote, SaidOfIndicators } from '../view.ts'

/**
 * What was said of the values of a span until an instant: remarks, notes, why something did not apply, corrections, each with who said it. A donor
 * sees of it what somebody put into a report: nothing of it is known of one that is not made.
 */
export function loadSaid(db: Db, { seenThrough }: Pick<PageState, 'seenThrough'>, asked: SaidIn): SaidOfIndicators {
  const { span, until, indicatorId } = asked
  if (seenThrough) return { notes: [], corrections: [], partners: new Map() }
  const notes = [...remarksIn(db, asked), ...notesOn(db, asked)].map((note) => ({ ...note, isReason: false }))
  const reasons = reasonsOn(db, asked).map((note) => ({ ...note, isReason: true }))
  const everCorrected =
    indicatorId === undefined ? correctionsBetween(db, { after: 0, at: until }) : correctionsOf(db, indicatorId, until)
  const corrected = everCorrected.filter(({ quarter }) => quarter >= span.from && quarter <= span.to)
  const said = [...notes, ...reasons]
  const all = new Map(said.length + corrected.length === 0 ? [] : partners(db).map((partner) => [partner.id, partner]))
  return {
    notes: said.map((note) => ({ ...note, partner: nameThen(all, note) })),
    corrections: withCategories(db, corrected),
    partners: all,
  }
}

/** What was said of whole reports, of which a donor knows nothing either. */
export function loadSaidOfReports(
  db: Db,
  { seenThrough }: Pick<PageState, 'seenThrough'>,
  asked: Omit<SaidIn, 'indicatorId'>,
): ReportNote[] {
  const notes = seenThrough ? [] : notesOnReports(db, asked)
  const all = new Map(notes.length === 0 ? [] : partners(db).map((partner) => [partner.id, partner]))
  return notes.map((note) => ({ ...note, partner: nameThen(all, note) }))
}

/** The files behind the values of a span; a donor knows of none. */
export function loadFiles(db: Db, { seenThrough }: Pick<PageState, 'seenThrough'>, asked: SaidIn): NamedEvidence[] {
  const files = seenThrough ? [] : evidenceBehind(db, asked)
  const all = new Map(files.length === 0 ? [] : partners(db).map((partner) => [partner.id, partner]))
  return files.map((file) => ({ ...file, partner: nameThen(all, file) }))
}

function nameThen(
  all: ReadonlyMap<number, Partner>,
  { partnerId, quarter }: { partnerId: number; quarter: Quarter },
): Text {
  return nameOn(all.get(partnerId)!, datesOf({ from: quarter, to: quarter }).last).name
}
