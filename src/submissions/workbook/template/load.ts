import type { Db } from '../../../../db/connection.ts'
import type { Person } from '../../../access/person.ts'
import { dueOn } from '../../../calendar/store.ts'
import { partners } from '../../../partners/store.ts'
import { places } from '../../../places/store.ts'
import { refusal } from '../../action.ts'
import { loadSlotsSoFar } from '../../board/load.ts'
import { loadTargetsToReach } from '../../checks/beside-load.ts'
import { loadNamed, loadPrevious } from '../../load.ts'
import type { LoadedSubmission } from '../../page-state.ts'
import type { Status } from '../../submission.ts'
import type { TemplateForm } from './template.ts'

/** What stands beside the values of a submission on its template. */
export function loadTemplateForm(db: Db, loaded: LoadedSubmission): TemplateForm {
  return {
    loaded,
    dueOn: dueOn(db, loaded.quarter),
    previous: loadPrevious(db, loaded),
    targets: loadTargetsToReach(db, loaded),
  }
}

/** Reports in one file: more would make it long to fill in and slow to open. */
const MOST_FORMS = 24

/** The submissions a person can still fill in, begun or not, the latest quarters first where there are too many. */
export function loadOpenSubmissions(db: Db, person: Person, now: number): LoadedSubmission[] {
  const [byPartner, { byId }] = [new Map(partners(db).map((one) => [one.id, one.slug])), places(db)]
  const open = loadSlotsSoFar(db, now, person.partnerIds)
    .filter(({ status }) => OPEN.has(status))
    .flatMap(({ partnerId, placeId, quarter }) => {
      const named = { partner: byPartner.get(partnerId)!, place: byId.get(placeId)!.slug, quarter }
      return loadNamed(db, person, named, now) ?? []
    })
    .filter(({ standing }) => refusal('save', standing) === null)
  const latest = [...open].sort((a, b) => b.quarter - a.quarter).slice(0, MOST_FORMS)
  return latest.reverse()
}

const OPEN: ReadonlySet<Status> = new Set<Status>(['due', 'overdue', 'draft', 'returned'])
