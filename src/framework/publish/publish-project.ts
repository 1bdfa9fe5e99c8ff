import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import type { IatiIdentity } from '../../project/iati.ts'
import { projectCard } from '../../project/store.ts'
import { isIssuedAs } from '../../releases/workbook/file-store.ts'
import { record } from '../../trail/store.ts'
import { setPublished } from '../stores/project-store.ts'
import { identityMark, partsSaidOtherwise } from './said-identity.ts'

/**
 * `same`: the project says so already. `frozen`: a report was issued as an IATI file under another identifier, or by another organisation;
 * others refer to the activity by these, and the standard has them never change.
 */
export type Publishing = 'published' | 'same' | 'frozen' | 'no-project'

/**
 * How the project is published from now on (IATI 2.03): reports that are issued later have such a file. Those that were issued keep what
 * they said (`release_wording`).
 * @param by who decides it; null = nobody who has an account, such as a command
 */
export function publishProject(db: Db, by: Pick<Person, 'id'> | null, identity: IatiIdentity, now: number): Publishing {
  return db.tx(() => {
    const card = projectCard(db)
    if (!card) return 'no-project'
    if (JSON.stringify(card.iati) === JSON.stringify(identity)) return 'same'
    if (isIssuedOtherwise(db, card.iati, identity)) return 'frozen'
    setPublished(db, identity)
    const detail = {
      identifier: identity.identifier,
      ...(card.iati ? { changed: partsSaidOtherwise(card.iati, identity) } : {}),
    }
    record(db, { at: now, by, verb: 'project.published', subject: ['project', card.code], detail })
    return 'published'
  })
}

/**
 * The same, as somebody decided it who had seen what was said before.
 * @param seen its mark
 * @returns `overtaken`: somebody said otherwise meanwhile, and nothing is written
 */
export function publishAsSeen(
  db: Db,
  by: Pick<Person, 'id'>,
  identity: IatiIdentity,
  { seen, now }: { seen: string; now: number },
): Publishing | 'overtaken' {
  return db.tx(() =>
    seen === identityMark(projectCard(db)?.iati ?? null) ? publishProject(db, by, identity, now) : 'overtaken',
  )
}

/** Whether reports have left under an identifier, or an organisation, that this is not. */
function isIssuedOtherwise(db: Db, said: IatiIdentity | null, { identifier, reporting }: IatiIdentity): boolean {
  if (!said || (said.identifier === identifier && said.reporting.ref === reporting.ref)) return false
  return isIssuedAs(db, 'iati')
}
