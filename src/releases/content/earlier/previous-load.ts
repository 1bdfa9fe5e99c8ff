import type { Db } from '../../../../db/connection.ts'
import { recipientsOf } from '../../people-store.ts'
import { spansShown } from '../../protection/ledger-store.ts'
import type { Release } from '../../release.ts'
import { issuedBefore } from '../../store.ts'

/**
 * What a release is compared with: the last one that all it goes to have had, else the last that some of them have, if it
 * shows a number for one of these spans; a report without any is nothing to compare with.
 * @param spans keys of the spans that stand in the release
 */
export function previousRelease(db: Db, release: Release, spans: ReadonlySet<string>): Release | null {
  const others = issuedBefore(db, release)
    .filter(({ audience }) => audience === release.audience)
    .reverse()
  const shares = sharing(db, spans)
  if (release.audience === 'public') return others.find(shares) ?? null
  const wanted = recipientsOf(db, release.id).map(({ id }) => id)
  const had = others.map((one) => {
    const ids = new Set(recipientsOf(db, one.id).map(({ id }) => id))
    return { one, times: wanted.filter((id) => ids.has(id)).length }
  })
  const byAll = had.find(({ one, times }) => times === wanted.length && shares(one))
  return (byAll ?? had.find(({ one, times }) => times > 0 && shares(one)))?.one ?? null
}

/** What a report to a donor is compared with that goes to nobody yet: the last one that this donor was sent. */
export function previousToDonor(
  db: Db,
  { id, audience, donorCode }: Release,
  spans: ReadonlySet<string>,
): Release | null {
  const sent = issuedBefore(db, { id }).filter((one) => one.audience === audience && one.donorCode === donorCode)
  return sent.reverse().find(sharing(db, spans)) ?? null
}

function sharing(db: Db, spans: ReadonlySet<string>): (release: Release) => boolean {
  return ({ id }) => [...spansShown(db, id)].some((span) => spans.has(span))
}
