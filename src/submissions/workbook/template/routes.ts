import type { FastifyReply, FastifyRequest } from 'fastify'
import { quarterCode } from '../../../calendar/quarter.ts'
import { byId } from '../../../forms/params.ts'
import { projectCard } from '../../../project/store.ts'
import { inThread } from '../../../threads/thread.ts'
import type { Routes } from '../../../web/context.ts'
import { sendFile } from '../../../web/files/attachment.ts'
import { personOf } from '../../../web/guard.ts'
import { orNotFound } from '../../../web/not-found.ts'
import { redirectWithNotice } from '../../../web/render.ts'
import { refusal } from '../../action.ts'
import { screenAddress } from '../../page/address.ts'
import { namedInWords } from '../../page/heading.ts'
import { submissionAt, submissionNamed } from '../../page/routes.ts'
import type { LoadedSubmission } from '../../page-state.ts'
import { schemeOfForm, signedKey } from '../template-key.ts'
import { loadOpenSubmissions, loadTemplateForm } from './load.ts'
import { templatePlan } from './template-plan.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The entry form as an Excel file: of one submission, begun or not, or of all that a person can still fill in. */
export const templateRoutes: Routes = async (app, { db, now }) => {
  const enter = { config: { may: 'submission.enter' } } as const

  app.get('/submissions/template.xlsx', enter, (request, reply) => {
    const open = loadOpenSubmissions(db, personOf(request), now())
    if (open.length === 0) return redirectWithNotice(reply, '/submissions', 'submissions:workbook.none-open')
    return sendTemplate(request, reply, open, request.words.t('submissions:workbook.file.several'))
  })

  app.get('/submissions/start/template.xlsx', enter, (request, reply) =>
    sendOne(request, reply, submissionNamed(request, request.query)),
  )

  app.get('/submissions/:id/template.xlsx', { ...enter, schema: { params: byId } }, (request, reply) =>
    sendOne(request, reply, submissionAt(request, request.params.id)),
  )
}

/** A form that nothing can be saved in now is not handed out: what was filled in would be lost. */
function sendOne(request: FastifyRequest, reply: FastifyReply, loaded: LoadedSubmission) {
  const refused = refusal('save', loaded.standing)
  if (!refused) return sendTemplate(request, reply, [loaded], namedInWords(loaded, request.words))
  const [row] = loaded.definition.rows
  const back =
    loaded.stored || !row
      ? `/submissions/${loaded.stored?.id ?? ''}`
      : screenAddress(loaded, row.indicator.component ?? '')
  return redirectWithNotice(reply, back, `submissions:refused.${refused}`)
}

async function sendTemplate(
  request: FastifyRequest,
  reply: FastifyReply,
  submissions: readonly LoadedSubmission[],
  name: string,
): Promise<FastifyReply> {
  const { words, server } = request
  const { db, now, secret } = server.context
  const project = orNotFound(projectCard(db))
  const key = signedKey(
    {
      project: project.code,
      language: words.language,
      forms: submissions.map(({ partner, place, quarter, stored, definition }) => ({
        partner: partner.slug,
        place: place.slug,
        quarter: quarterCode(quarter),
        version: stored?.version ?? 0,
        scheme: schemeOfForm(definition),
      })),
    },
    secret,
  )
  const forms = submissions.map((loaded) => loadTemplateForm(db, loaded))
  const plan = templatePlan({ forms, project, words, now: now(), key })
  const bytes = await inThread('submissions/workbook/template/template', plan).done
  return sendFile(reply, { name, ending: 'xlsx', type: XLSX, bytes })
}
