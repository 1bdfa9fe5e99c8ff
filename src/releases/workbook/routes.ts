import type { Db } from '../../../db/connection.ts'
import { byId } from '../../forms/params.ts'
import { projectCard } from '../../project/store.ts'
import { inThread } from '../../threads/thread.ts'
import type { Routes } from '../../web/context.ts'
import { personStill } from '../../web/guard.ts'
import { orNotFound } from '../../web/not-found.ts'
import { fileName } from '../file-name.ts'
import type { Release } from '../release.ts'
import { releaseOf, showRelease } from '../routes.ts'
import { workbookPlanOf } from '../store.ts'
import { issuedFile } from './file-store.ts'
import { recordDownload } from './record-download.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The workbook of a release: the file that was issued, byte for byte; that of a draft is written in a thread of its own. */
export const workbookRoutes: Routes = async (app, { db, now }) => {
  const see = { config: { may: 'release.see' }, schema: { params: byId } } as const

  app.get('/releases/:id/workbook.xlsx', see, async (request, reply) => {
    const release = releaseOf(request)
    const kept = release.state === 'issued' ? issuedFile(db, release.id) : null
    if (kept === 'damaged') return showRelease(request, reply.code(500), release)
    const bytes = kept?.bytes ?? Buffer.from(await writtenNow(db, release))
    const person = personStill(request)
    if (request.method === 'GET') recordDownload(db, person, release, now())
    return reply
      .header('content-type', XLSX)
      .header('content-disposition', `attachment; filename="${fileName(release, projectCard(db)?.code)}"`)
      .header('cache-control', 'no-store')
      .send(bytes)
  })
}

/** Of a draft, or of a report that was issued before files were kept. */
function writtenNow(db: Db, { id }: Release): Promise<Uint8Array> {
  return inThread('releases/workbook/workbook', orNotFound(workbookPlanOf(db, id))).done
}
