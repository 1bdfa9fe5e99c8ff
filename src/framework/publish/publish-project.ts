import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import type { IatiIdentity } from '../../project/iati.ts'
import { projectCard } from '../../project/store.ts'
import { isIssuedAs } from '../../releases/workbook/file-store.ts'
import { record } from '../../trail/store.ts'
import { setPublished } from '../stores/project-store.ts'

/**
 * `same`: the project says so already. `frozen`: a report was issued as an IATI file under what it says now; who refers to that activity
 * would find another (the standard: an identifier never changes), and the file could not be made again.
 */
export type Publishing = 'published' | 'same' | 'frozen' | 'no-project'

/**
 * How the project is published from now on (IATI 2.03): reports that are issued later have such a file.
 * @param by who decides it; null = nobody who has an account, such as a command
 */
export function publishProject(db: Db, by: Pick<Person, 'id'> | null, identity: IatiIdentity, now: number): Publishing {
  return db.tx(() => {
    const card = projectCard(db)
    if (!card) return 'no-project'
    if (JSON.stringify(card.iati) === JSON.stringify(identity)) return 'same'
    if (card.iati && isIssuedAs(db, 'iati')) return 'frozen'
    setPublished(db, identity)
    const detail = { identifier: identity.identifier }
    record(db, { at: now, by, verb: 'project.published', subject: ['project', card.code], detail })
    return 'published'
  })
}
