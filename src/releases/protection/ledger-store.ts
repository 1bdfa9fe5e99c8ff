import { createHash } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { releaseAtom, releaseFigure } from '../../../db/schema.ts'
import { type Atom, DamagedLedger, type LedgerFigure, type LedgerRelease } from '../../disclosure/ledger.ts'
import { countIn } from '../../disclosure/request.ts'
import { issuedReleases, previewOf } from '../store.ts'

/**
 * What every issued release showed and hid, oldest first.
 * @throws DamagedLedger when it is not what was written when they were issued.
 */
export function readLedger(db: Db): LedgerRelease[] {
  return issuedReleases(db).map(({ id, threshold }) => {
    const read = { releaseId: id, threshold, atoms: atomsOf(db, id), figures: figuresOf(db, id) }
    if (previewOf(db, id)?.ledger?.checksum !== checksumOf(read.atoms, read.figures))
      throw new DamagedLedger(id, 'it is not what was written when the release was issued')
    return read
  })
}

/** A mark of everything a release has in the ledger, in any order. */
export function checksumOf(atoms: readonly string[], figures: readonly LedgerFigure[]): string {
  const rows = figures.map((row) => JSON.stringify([row.figureId, row.indicatorId, row.atoms, row.shown, row.mark]))
  return createHash('sha256')
    .update(JSON.stringify([atoms, rows.sort()]))
    .digest('hex')
}

function atomsOf(db: Db, id: number): string[] {
  const rows = db
    .select({ nth: releaseAtom.nth, key: releaseAtom.key })
    .from(releaseAtom)
    .where(eq(releaseAtom.releaseId, id))
    .orderBy(asc(releaseAtom.nth))
    .all()
  if (rows.some(({ nth }, at) => nth !== at)) throw new DamagedLedger(id, 'atoms are missing')
  return rows.map(({ key }) => key)
}

function figuresOf(db: Db, id: number): LedgerFigure[] {
  const { figureId, indicatorId, atoms, shown, mark } = releaseFigure
  return db
    .select({ figureId, indicatorId, atoms, shown, mark })
    .from(releaseFigure)
    .where(eq(releaseFigure.releaseId, id))
    .all()
    .map((row) => ({ ...row, atoms: positions(row.atoms, id) }))
}

function positions(text: string, id: number): number[] {
  try {
    const read: unknown = JSON.parse(text)
    if (Array.isArray(read) && read.every((nth) => Number.isSafeInteger(nth) && nth >= 0)) return read
  } catch {
    // Said below, in one sentence for everything that is not a list of positions.
  }
  throw new DamagedLedger(id, 'a figure has no list of atoms')
}

/** The true count of an atom in the values that are or were approved; null when there is none. */
export function countOfAtom(db: Db): (atom: Atom) => number | null {
  const statement = db.$client.prepare(
    `select f.value, f.base from fact f join cell c on c.id = f.cell_id
     where f.indicator_id = ? and f.quarter = ? and f.place_id = ? and f.partner_id = ? and c.key = ? and f.approved_from = ?
       and f.value is not null`,
  )
  return ({ indicatorId, quarter, placeId, partnerId, cell, approvedFrom, part }) => {
    const row = statement.get(indicatorId, quarter, placeId, partnerId, cell, approvedFrom)
    return row ? countIn(row as { value: number; base: number | null }, part) : null
  }
}
