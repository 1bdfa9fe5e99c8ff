import type { Db } from '../../../db/connection.ts'
import { thresholdOf } from '../../project/donor.ts'
import { projectSpan } from '../../project/project.ts'
import { projectCard } from '../../project/store.ts'
import { cutByYears, lastComeIn } from '../drafts/load.ts'
import { usualLayout } from '../drafts/new-form.ts'
import type { Release } from '../release.ts'

/** Of a report that is not stored. */
const NO_NUMBER = 0

/**
 * The report that the form for a donor begins with, as it would be made at an instant: the whole project until the last quarter that has
 * come in, cut as the donor's reports are, by the donor's own threshold.
 * @returns null where there is no such donor
 */
export function defaultRelease(db: Db, donorCode: string, asAt: number): Release | null {
  const project = projectCard(db)
  const donor = project?.donors.find(({ code }) => code === donorCode)
  if (!project || !donor) return null
  const span = projectSpan(project)
  return {
    id: NO_NUMBER,
    title: '',
    donor: '',
    donorCode,
    audience: 'donor',
    threshold: thresholdOf(project, 'donor', donorCode),
    language: donor.language,
    from: span.from,
    to: lastComeIn(db, span, asAt),
    layout: usualLayout(donor, cutByYears(db, span, donor, asAt)),
    asAt,
    smallChanges: 'hold',
    uncovers: 0,
    state: 'protecting',
    failure: null,
    createdAt: asAt,
    createdBy: null,
    issuedAt: null,
    issuedBy: null,
  }
}
