import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { releaseAtom, releaseFigure } from '../../../db/schema.ts'
import type { Span } from '../../calendar/span.ts'
import { type Atom, countIn } from '../../disclosure/atoms.ts'
import { DamagedLedger, earlierOf, type LedgerFigure } from '../../disclosure/earlier/ledger.ts'
import { type SubmissionRef, submissionRefKey } from '../../disclosure/together.ts'
import type { EarlierReleases } from '../content/source.ts'
import type { Release } from '../release.ts'
import { issuedBefore, issuedReleases, previewOf } from '../store.ts'
import { checksumOf, type SentLedger } from './ledger-rows.ts'

/**
 * What issued releases showed and hid, oldest first: every one, or those of before a release.
 * @throws DamagedLedger when it is not what was written when they were issued.
 */
export function readLedger(db: Db, releases: readonly Release[] = issuedReleases(db)): EarlierReleases['ledger'] {
  return releases.map(({ id, audience, threshold, title, asAt }) => {
    const preview = previewOf(db, id)
    const read = { releaseId: id, audience, threshold, title, asAt, atoms: atomsOf(db, id), figures: figuresOf(db, id) }
    if (preview?.ledger?.checksum !== checksumOf(read.atoms, read.figures))
      throw new DamagedLedger(id, 'it is not what was written when the release was issued')
    return { ...read, hidden: preview.hidden }
  })
}

/**
 * What was issued before a release, as what an attacker has of it.
 * @throws DamagedLedger
 */
export function earlierReleases(db: Db, release: Release): EarlierReleases {
  const ledger = readLedger(db, issuedBefore(db, release))
  const { earlier, counts } = earlierOf(ledger, countOfAtom(db))
  return { ledger, figures: earlier, counts }
}

/**
 * Writes down what a release shows and hides, when it is issued: quickly, since nobody is served meanwhile. Ten thousand atoms
 * are one statement; figures are bound one by one, since SQLite need not read the digits of a number as JavaScript does.
 */
export function insertLedger(db: Db, releaseId: number, { atoms, figures }: SentLedger): void {
  db.prepared('insert into release_atom (release_id, nth, key) select ?, key, value from json_each(?)').run(
    releaseId,
    atoms,
  )
  const addFigure = db.prepared(
    'insert into release_figure (release_id, figure_id, indicator_id, atoms, shown, mark, withheld) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const rows = JSON.parse(figures) as LedgerFigure[]
  for (const { figureId, indicatorId, atoms: sum, shown, mark, withheld } of rows) {
    const instead = withheld && JSON.stringify(withheld)
    addFigure.run(releaseId, figureId, indicatorId, JSON.stringify(sum), shown, mark, instead)
  }
}

/** Keys of the spans for which a release shows a number. */
export function spansShown(db: Db, releaseId: number): Set<string> {
  const rows = db
    .select({ figureId: releaseFigure.figureId })
    .from(releaseFigure)
    .where(and(eq(releaseFigure.releaseId, releaseId), isNotNull(releaseFigure.shown)))
    .all()
  return new Set(rows.map(({ figureId }) => figureId.split('|')[2]!))
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
  const { figureId, indicatorId, atoms, shown, mark, withheld } = releaseFigure
  return db
    .select({ figureId, indicatorId, atoms, shown, mark, withheld })
    .from(releaseFigure)
    .where(eq(releaseFigure.releaseId, id))
    .all()
    .map((row) => ({
      ...row,
      atoms: positions(row.atoms, id),
      withheld: row.withheld === null ? null : positions(row.withheld, id),
    }))
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

/** Whose values of a quarter are approved as at an instant, by key. */
export function approvedReporters(db: Db, { from, to }: Span, asAt: number): Set<string> {
  const rows = db.$client
    .prepare(
      'select distinct partner_id as partnerId, place_id as placeId, quarter from fact where quarter between ? and ? and approved_from <= ?',
    )
    .all(from, to, asAt) as SubmissionRef[]
  return new Set(rows.map(submissionRefKey))
}
