import { asc, eq } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { comment, indicator, person } from '../../../db/schema.ts'
import type { Comment, TalkSide } from '../submission.ts'

/** @param written `confirmed`: it seemed to name a person, and its writer kept it all the same */
export function addCommentRow(
  db: Db,
  submissionId: number,
  written: { indicatorId: number | null; at: number; byId: number; text: string; asks: boolean; confirmed: boolean },
): void {
  db.insert(comment)
    .values({ submissionId, ...written })
    .run()
}

/** Oldest first. */
export function commentsOf(db: Db, submissionId: number): Comment[] {
  return db
    .select({
      id: comment.id,
      at: comment.at,
      by: person.name,
      role: person.role,
      indicator: indicator.code,
      text: comment.text,
      asks: comment.asks,
    })
    .from(comment)
    .innerJoin(person, eq(person.id, comment.byId))
    .leftJoin(indicator, eq(indicator.id, comment.indicatorId))
    .where(eq(comment.submissionId, submissionId))
    .orderBy(asc(comment.at), asc(comment.id))
    .all()
    .map(({ role, ...said }) => ({ ...said, side: role === 'partner' ? 'partner' : 'manager' }))
}

/** For whose answers each submission waits in which somebody asks something that the other side has not answered. */
export function openQuestions(db: Db): Map<number, TalkSide[]> {
  const waits = new Map<number, TalkSide[]>()
  for (const [id, side] of db.prepared(OPEN_QUESTIONS).all() as [number, TalkSide][])
    waits.set(id, [...(waits.get(id) ?? []), side])
  return waits
}

/** As `threadOf` sees one thread: the last question counts, and what the other side has said after it answers it. */
const OPEN_QUESTIONS = `select distinct c.submission_id, case p.role when 'partner' then 'manager' else 'partner' end
  from comment c join person p on p.id = c.by_id
  where c.asks and not exists (
    select 1 from comment later join person other on other.id = later.by_id
    where later.submission_id = c.submission_id and later.indicator_id is c.indicator_id
      and (later.at, later.id) > (c.at, c.id)
      and (later.asks or (other.role = 'partner') <> (p.role = 'partner')))
  order by 1, 2`
