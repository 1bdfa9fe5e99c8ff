import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import { insertRecipients } from '../people-store.ts'
import { insertSupersession } from '../standing/standing-store.ts'
import { insertRelease } from '../store.ts'
import type { NewRelease } from './form.ts'

/** A release that waits to be protected. */
export function draftRelease(db: Db, by: Person, added: NewRelease & { donor: string }, now: number): number {
  return db.tx(() => {
    const { recipients, titleConfirmed, supersedes, ...release } = added
    const id = insertRelease(db, release, by, now)
    insertRecipients(db, id, recipients)
    if (supersedes !== null) insertSupersession(db, id, supersedes)
    const { audience, threshold, language, from, to, layout } = release
    const confirmed = titleConfirmed ? { confirmed: true } : {}
    const replaces = supersedes === null ? {} : { supersedes }
    const detail = { audience, threshold, language, from, to, layout, recipients, ...confirmed, ...replaces }
    record(db, { at: now, by, verb: 'release.drafted', subject: ['release', id], detail })
    return id
  })
}
