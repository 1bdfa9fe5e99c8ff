import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../../db/connection.ts'
import { sourceOf } from '../../../db/snapshot.ts'
import { byId } from '../../forms/params.ts'
import type { Key } from '../../language/words.ts'
import { projectCard } from '../../project/store.ts'
import { inThread } from '../../threads/thread.ts'
import type { ReportForm } from '../../vocabulary/release.ts'
import type { Routes } from '../../web/context.ts'
import { personStill } from '../../web/guard.ts'
import { NotFound } from '../../web/not-found.ts'
import { fileName } from '../file-name.ts'
import type { Release } from '../release.ts'
import { releaseOf, showRelease } from '../routes.ts'
import { recordDownload } from '../workbook/record-download.ts'
import type { NoForm } from './form.worker.ts'
import { isIssuedWithout, issuedForm } from './form-store.ts'
import type { PackedForm } from './packed-form.ts'
import { isWhole, unpacked } from './whole-form.ts'

type FormRequest = FastifyRequest<{ Params: { id: number } }>

/** `no-iati-yet`: it was issued before the project said how it is published. */
type NoFile = NoForm | 'damaged' | 'no-iati-yet'

const CSV = 'text/csv; charset=utf-8'

/** A release in its other forms: the files that were issued, byte for byte; those of a draft are written in a thread of their own. */
export const formRoutes: Routes = async (app, { db, now }) => {
  const see = { config: { may: 'release.see' }, schema: { params: byId } } as const

  const send = async (request: FormRequest, reply: FastifyReply, form: ReportForm, type: string) => {
    const release = releaseOf(request)
    const found = await foundForm(db, release, form, now())
    if (typeof found === 'string')
      return showRelease(request, reply.code(found === 'damaged' ? 500 : 409), release, {
        problem: problemOf(found, release),
      })
    const person = personStill(request)
    if (request.method === 'GET') recordDownload(db, person, release, now(), form)
    const name = fileName(release, projectCard(db)?.code, form === 'iati' ? 'iati.xml' : `${form}.csv`)
    return reply
      .header('content-type', type)
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
      .send(unpacked(found))
  }

  app.get('/releases/:id/iati.xml', see, (request, reply) =>
    send(request, reply, 'iati', 'application/xml; charset=utf-8'),
  )
  app.get('/releases/:id/data.csv', see, (request, reply) => send(request, reply, 'data', CSV))
  app.get('/releases/:id/table.csv', see, (request, reply) =>
    send(request, reply, `table-${request.words.language}`, CSV),
  )
}

/** What was issued or, of a draft and of what was issued before files were kept, what is written now. */
async function foundForm(
  db: Db,
  { id, state, issuedAt }: Release,
  form: ReportForm,
  now: number,
): Promise<PackedForm | NoFile> {
  const kept = state === 'issued' ? issuedForm(db, id, form) : null
  if (kept === 'damaged' || (kept && !(await isWhole(kept)))) return 'damaged'
  if (kept) return kept
  if (state !== 'issued' && state !== 'protected') throw new NotFound()
  if (form === 'iati' && !projectCard(db)?.iati) return 'no-iati'
  if (form === 'iati' && isIssuedWithout(db, id, form)) return 'no-iati-yet'
  return inThread('releases/forms/form', { source: sourceOf(db), releaseId: id, at: issuedAt ?? now, form }).done
}

function problemOf(why: NoFile, { state }: Release): Key {
  if (why === 'changed' && state === 'issued') return 'releases:forms.not-made'
  return `releases:forms.${why}`
}
