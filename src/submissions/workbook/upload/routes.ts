import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { byId } from '../../../forms/params.ts'
import type { Routes } from '../../../web/context.ts'
import { takeFiles } from '../../../web/files/multipart.ts'
import { personOf, personStill } from '../../../web/guard.ts'
import { redirectTo } from '../../../web/redirect.ts'
import { registerRoutes } from '../../../web/register-routes.ts'
import { page, redirectWithNotice } from '../../../web/render.ts'
import { fieldsIn } from '../../entry-form/form.ts'
import { namedInWords } from '../../page/heading.ts'
import { submissionAt } from '../../page/routes.ts'
import type { StoredSubmission } from '../../page-state.ts'
import { reportText } from '../own-sheet/choosing/kept-sheets.ts'
import { nameOfReport } from '../own-sheet/page.ts'
import { ownSheetRoutes } from '../own-sheet/routes.ts'
import { loadBesidePreview, loadPreview } from './load.ts'
import type { Choices, PreviewedForm } from './preview.ts'
import { previewPage, seenVersions } from './preview-page.ts'
import { receiveUpload } from './receive-routes.ts'
import type { RefusedUpload } from './refusal.ts'
import { saveUpload } from './save-upload.ts'
import { KEPT_MINUTES, type Upload } from './upload.ts'

/** A filled template is some dozens of kilobytes; with pictures pasted into it, more. */
const MEGABYTES = 5
/** Uploads of all people that are looked at at a time. */
const MOST_UPLOADS = 200

const byUpload = z.object({ upload: z.string().regex(/^[\w-]{32}$/) })

/**
 * A filled template on its way in: sent, shown with every change before anything is kept, saved or thrown away. Until then
 * what stood in its fields is in memory alone, for whoever sent it, and for half an hour.
 */
export const uploadRoutes: Routes = async (app, context) => {
  const { db, now } = context
  takeFiles(app, MEGABYTES * 1024 * 1024)
  const enter = { config: { may: 'submission.enter' } } as const
  const uploads = new LRUCache<string, Upload>({ max: MOST_UPLOADS, ttl: KEPT_MINUTES * 60_000, ttlAutopurge: true })

  app.get('/submissions/upload', enter, (request, reply) => showUpload(request, reply, null, null))
  app.get('/submissions/:id/upload', { ...enter, schema: { params: byId } }, (request, reply) =>
    showUpload(request, reply, submissionAt(request, request.params.id), null),
  )

  app.post('/submissions/upload', enter, (request, reply) => receive(request, reply, null))
  app.post('/submissions/:id/upload', { ...enter, schema: { params: byId } }, (request, reply) =>
    receive(request, reply, submissionAt(request, request.params.id)),
  )

  async function receive(request: FastifyRequest, reply: FastifyReply, submission: StoredSubmission | null) {
    const received = await receiveUpload(request, submission)
    const { id } = personStill(request)
    if ('refused' in received) return showUpload(request, reply, submission, received)
    return toPreview(reply, { ...received, personId: id })
  }

  function toPreview(reply: FastifyReply, upload: Upload): FastifyReply {
    const name = randomBytes(24).toString('base64url')
    uploads.set(name, upload)
    return redirectTo(reply, `/submissions/uploads/${name}`)
  }
  await registerRoutes(app, context, [ownSheetRoutes(MEGABYTES, toPreview)])

  const seen = { ...enter, schema: { params: byUpload } } as const
  app.get('/submissions/uploads/:upload', seen, (request, reply) => {
    const { upload } = request.params
    const found = previewOf(request, upload, {})
    return found ? showPreview(request, reply, upload, found, false) : gone(reply)
  })

  app.post('/submissions/uploads/:upload/saving', seen, (request, reply) => {
    const { upload } = request.params
    const found = previewOf(request, upload, choicesIn(request.body))
    if (!found) return gone(reply)
    const open = found.forms.filter(({ refused, changes }) => refused === null && changes.length > 0)
    const looked = z.object({ versions: z.string() }).safeParse(request.body).data?.versions
    const isStale = looked !== seenVersions(found.forms)
    if (isStale || open.length === 0) return showPreview(request, reply.code(409), upload, found, isStale)
    const saved = saveUpload(db, personOf(request), open)
    if (!('done' in saved)) return showPreview(request, reply.code(409), upload, found, true)
    uploads.delete(upload)
    const unread = found.forms.reduce((sum, { parsed }) => sum + parsed.problems.length, 0)
    const [first] = saved.ids
    const target = saved.ids.length === 1 ? `/submissions/${first}` : '/submissions'
    return unread > 0
      ? redirectWithNotice(reply, target, 'submissions:workbook.saved-but', { count: saved.changed, unread })
      : redirectWithNotice(reply, target, 'submissions:workbook.saved', { count: saved.changed })
  })

  app.post('/submissions/uploads/:upload/discarding', seen, (request, reply) => {
    const { upload } = request.params
    if (uploads.get(upload)?.personId === personOf(request).id) uploads.delete(upload)
    return redirectWithNotice(reply, '/submissions', 'submissions:workbook.discarded')
  })

  /** The upload with its forms as they stand to what is saved now; null: it is gone, or somebody else's. */
  function previewOf(request: FastifyRequest, name: string, choices: Choices) {
    const [upload, person] = [uploads.get(name), personOf(request)]
    if (upload?.personId !== person.id) return null
    const forms = loadPreview(db, person, upload, choices, request.words, now())
    return forms && { upload, forms }
  }
}

function showUpload(
  request: FastifyRequest,
  reply: FastifyReply,
  submission: StoredSubmission | null,
  refused: RefusedUpload | null,
): FastifyReply {
  return page(request, refused ? reply.code(422) : reply, 'submissions/workbook/upload', {
    submission: submission && {
      id: submission.stored.id,
      name: namedInWords(submission, request.words),
      report: reportText(nameOfReport(submission)),
    },
    megabytes: MEGABYTES,
    minutes: KEPT_MINUTES,
    refused,
  })
}

function showPreview(
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  { upload, forms }: { upload: Upload; forms: readonly PreviewedForm[] },
  isStale: boolean,
): FastifyReply {
  const { db } = request.server.context
  const held = forms.map((form) => ({ ...form, ...loadBesidePreview(db, form) }))
  return page(request, reply, 'submissions/workbook/preview', previewPage(name, upload, held, isStale, request.words))
}

function gone(reply: FastifyReply): FastifyReply {
  return redirectWithNotice(reply, '/submissions/upload', 'submissions:workbook.gone', { minutes: KEPT_MINUTES })
}

/** What was chosen on the preview: readings, reasons that are kept, whose value stands. */
function choicesIn(body: unknown): Choices {
  return Object.fromEntries(Object.entries(fieldsIn(body)).filter(([, text]) => text !== ''))
}
