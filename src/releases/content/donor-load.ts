import type { Db } from '../../../db/connection.ts'
import { donorNamed, thresholdOf } from '../../project/donor.ts'
import type { ProjectCard } from '../../project/project.ts'
import { projectCard } from '../../project/store.ts'
import type { RagThresholds } from '../../settings/setting.ts'
import { settingAsAt } from '../../settings/store.ts'
import type { YearStart } from '../../vocabulary/indicator.ts'
import type { AudienceThresholds, Release } from '../release.ts'

type OfDonor = Pick<Release, 'donorCode' | 'asAt'>
/** As the release knows them. */
type Donors = Pick<ProjectCard, 'donors'>

/** The thresholds by which figures of a release are rated: its donor's own, else the project's of its day. */
export function ragFor(db: Db, { donors }: Donors, { donorCode, asAt }: OfDonor): RagThresholds {
  return ownDonor(donors, donorCode)?.rag ?? settingAsAt(db, 'rag', asAt)
}

/** First month of the fiscal years of a release: its donor's own, else the project's of its day. */
export function fiscalStartFor(db: Db, { donors }: Donors, { donorCode, asAt }: OfDonor): YearStart {
  return ownDonor(donors, donorCode)?.fiscalStartMonth ?? settingAsAt(db, 'fiscalStartMonth', asAt)
}

/** Below which counts are hidden when nobody asks for another number: the donor's own, else the project's. */
export function thresholdsFor(db: Db, { donorCode }: Pick<Release, 'donorCode'>): AudienceThresholds {
  const project = projectCard(db)
  return { donor: thresholdOf(project, 'donor', donorCode), public: thresholdOf(project, 'public', donorCode) }
}

/** Null where a release was made before donors had anything of their own. */
function ownDonor(donors: ProjectCard['donors'], code: string | null) {
  return code === null ? null : donorNamed(donors, code)
}
