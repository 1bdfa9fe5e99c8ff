import { type Db, oncePerConnection } from '../../../../db/connection.ts'
import { startOfDay } from '../../../calendar/day.ts'
import type { CorrectedAtOnce } from '../../../figures/provenance/correction.ts'
import {
  correctedBetween,
  correctionsAtOnce,
  correctionsBetween,
  lastCorrected,
} from '../../../figures/provenance/restated-store.ts'
import { NOW_KNOWN } from '../../../figures/read/facts-store.ts'
import { PageCache } from '../../../web/views/page-cache.ts'
import type { NamedCorrection } from '../../origin/corrections.ts'
import { withCategories } from '../../origin/corrections-load.ts'
import { isInScope } from '../../page-state.ts'
import { narrowedFigures, type OverviewFigures } from '../context.ts'
import { isOfComponent } from '../scorecard/scorecard.ts'
import { type Corrected, MOST_CORRECTED, monthBefore } from './changed.ts'

type LoadedCorrections = Pick<Corrected, 'corrections' | 'recent'>

const NOT_SHOWN: LoadedCorrections = { corrections: null, recent: [] }

/** What the list of changes tells of corrections, which tell values one by one, as no report does. */
export function loadCorrections(db: Db, figures: OverviewFigures, now: number): LoadedCorrections {
  const { choice, seenThrough } = figures.state
  if (seenThrough) return NOT_SHOWN
  const since = monthBefore(now)
  if (choice.asAt !== null) {
    const recent = readRecent(db, since, choice.asAt)
    return { corrections: valuesOf(db, listed(recent, figures)), recent }
  }
  const recent = recentKept(db).get(since)
  const shown = listed(recent, figures)
  return { corrections: valuesKept(db).get(JSON.stringify(shown), () => valuesOf(db, shown)), recent }
}

/** Corrections approved after an instant and no later than another, each with the categories its value was typed under. */
export function namedCorrections(db: Db, after: number, at: number): NamedCorrection[] {
  return withCategories(db, correctionsBetween(db, { after, at }))
}

/** Those that have room, of the indicators and the reporters that the page is about. */
function listed(recent: readonly CorrectedAtOnce[], overview: OverviewFigures): CorrectedAtOnce[] {
  const { narrowing, figures } = narrowedFigures(overview)
  const wanted = figures.standings.filter((one) => isOfComponent(one, narrowing.component))
  const ids = new Set(wanted.map(({ indicator }) => indicator.id))
  const found: CorrectedAtOnce[] = []
  for (const one of recent) {
    if (found.length === MOST_CORRECTED) break
    if (ids.has(one.indicator) && isInScope(overview.state, one)) found.push(one)
  }
  return found
}

/** Read again when one of what they tell is written: values, people, reasons, and of whom and what they are. */
const valuesKept = oncePerConnection((db) => new PageCache<NamedCorrection[]>(() => valuesVersion(db), 8))

/** A submission that has been approved is the same one for ever: that it is saved again changes no correction. */
function valuesVersion(db: Db): string {
  const marks = [db.valueVersions()?.all, db.touched('submission_fact')?.mark, db.touched('person')?.mark]
  return marks.includes(undefined) ? db.dataVersion() : `${db.frameworkVersion()} ${marks.join(' ')}`
}

function valuesOf(db: Db, shown: readonly CorrectedAtOnce[]): NamedCorrection[] {
  return withCategories(
    db,
    shown.flatMap((one) => correctionsAtOnce(db, one)),
  )
}

/** Approvals whose corrections can be listed, however long ago they were. */
const APPROVALS_LISTED = 3

/** What was corrected within the last month and by the last approvals, the newest first. @param since the first day of that month */
function readRecent(db: Db, since: string, at: number): CorrectedAtOnce[] {
  const [first] = lastCorrected(db, at, APPROVALS_LISTED).slice(-1)
  if (first === undefined) return []
  return newestFirst(correctedBetween(db, { after: Math.min(first, startOfDay(since)!) - 1, at }))
}

/** The same of now: of what has been read, approvals that were written since are read again, and no others. */
class RecentCorrections {
  private known: { since: string; mark: string; recent: CorrectedAtOnce[] } | null = null

  constructor(private readonly db: Db) {}

  get(since: string): readonly CorrectedAtOnce[] {
    const touched = this.db.touched('restatement')
    if (!touched) return readRecent(this.db, since, NOW_KNOWN)
    const { known } = this
    if (known?.since === since && known.mark === touched.mark) return known.recent
    const written = known?.since === since ? touched.since(known.mark) : null
    const recent = written ? this.#readAgain(known!.recent, written) : readRecent(this.db, since, NOW_KNOWN)
    this.known = { since, mark: touched.mark, recent }
    return recent
  }

  #readAgain(recent: readonly CorrectedAtOnce[], instants: readonly number[]): CorrectedAtOnce[] {
    const others = recent.filter(({ at }) => !instants.includes(at))
    return newestFirst([...others, ...instants.flatMap((at) => correctedBetween(this.db, { after: at - 1, at }))])
  }
}

const recentKept = oncePerConnection((db) => new RecentCorrections(db))

function newestFirst(all: CorrectedAtOnce[]): CorrectedAtOnce[] {
  return all.sort(
    (a, b) =>
      b.at - a.at ||
      b.quarter - a.quarter ||
      a.indicator - b.indicator ||
      a.placeId - b.placeId ||
      a.partnerId - b.partnerId,
  )
}
