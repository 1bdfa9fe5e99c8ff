import { eq, inArray } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { person, releaseWording } from '../../../db/schema.ts'
import { breakdowns } from '../../indicators/breakdown-store.ts'
import { results } from '../../indicators/results/result-store.ts'
import { partners } from '../../partners/store.ts'
import { projectCard } from '../../project/store.ts'
import type { Release } from '../release.ts'
import { keptWording, packedWording, type Wording } from './wording.ts'

type Worded = Pick<Release, 'id' | 'asAt' | 'state'>

/** What a release calls things and people: as it was issued, or as they are called now. */
export function wordingOf(db: Db, { id, asAt, state }: Worded): Wording {
  const now = wordingNow(db, asAt)
  if (state !== 'issued') return now
  const kept = db.select().from(releaseWording).where(eq(releaseWording.releaseId, id)).get()
  return kept ? keptWording(kept.packed, now) : now
}

function wordingNow(db: Db, asAt: number): Wording {
  const project = projectCard(db, asAt)
  if (!project) throw new Error('a release without a project')
  const named = Object.fromEntries(breakdowns(db, asAt).map(({ code, name }) => [code, name]))
  return { project, partners: partners(db), results: results(db), breakdowns: named, people: new Map() }
}

/**
 * Keeps what a release that is about to be issued says, in the transaction that finds it to be as it was read.
 * @param named people who stand in it, by number
 */
export function insertWording(db: Db, { id, asAt }: Worded, named: readonly number[]): void {
  const { id: personId, name } = person
  const people = db
    .select({ id: personId, name })
    .from(person)
    .where(inArray(personId, [...named]))
    .all()
  const said = new Map(people.map((one) => [one.id, one.name]))
  const packed = Buffer.from(packedWording({ ...wordingNow(db, asAt), people: said }))
  db.insert(releaseWording).values({ releaseId: id, packed }).run()
}
