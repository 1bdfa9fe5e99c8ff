import type { FastifyReply, FastifyRequest } from 'fastify'
import { parseQuarter } from '../calendar/quarter.ts'
import { partners } from '../partners/store.ts'
import { places } from '../places/store.ts'
import type { AppContext, Routes } from '../web/context.ts'
import { personOf } from '../web/guard.ts'
import { page, showError } from '../web/render.ts'
import { readBoardQuery } from './board/form.ts'
import { boardModel } from './board/page.ts'
import { type Folder, folderOf, type Shown, type Subject, submissionModel } from './page.ts'
import { isOwn, submissionFor, submissionIdOf } from './store.ts'

export const submissionRoutes: Routes = async (app, context) => {
  const see = { config: { may: 'submission.see' } } as const

  app.get('/submissions', see, (request, reply) => {
    const person = personOf(request)
    const { words } = request
    const query = readBoardQuery(request.query as Record<string, unknown>)
    return page(request, reply, 'submissions/board/board', boardModel(context.db, person, words, context.now(), query))
  })

  app.get('/submissions/start', { config: { may: 'submission.enter' } }, (request, reply) => {
    const subject = dueSubject(request, context, request.query)
    if (!subject) return showError(request, reply, 404)
    const id = submissionIdOf(context.db, subject, subject.quarter)
    if (id !== null) return reply.redirect(`/submissions/${id}`, 303)
    return showSubmission(request, reply, open(request, context, subject), 200, sectionAsked(request))
  })

  app.get('/submissions/:id', see, (request, reply) => {
    const folder = folderAsked(request, context)
    if (!folder) return showError(request, reply, 404)
    return showSubmission(request, reply, folder, 200, sectionAsked(request))
  })
}

/** The submission of the address, if it is this person's to see. */
export function folderAsked(request: FastifyRequest, context: AppContext): Folder | null {
  const { id } = request.params as { id: string }
  const stored = submissionFor(context.db, personOf(request), /^\d{1,15}$/.test(id) ? Number(id) : Number.NaN)
  return stored && open(request, context, { ...stored, stored })
}

export function open(request: FastifyRequest, { db, now }: AppContext, subject: Subject): Folder {
  return folderOf(db, personOf(request), request.words, now(), subject)
}

/** What is named by partner, place and quarter, if it is this person's own and anything is due in it. */
export function dueSubject(request: FastifyRequest, context: AppContext, named: unknown): Subject | null {
  const { db } = context
  const { partner, place, quarter } = (named ?? {}) as Record<string, unknown>
  const partnerId = partners(db).find((one) => one.slug === partner)?.id
  const placeId = places(db).bySlug.get(String(place))?.id
  const at = parseQuarter(String(quarter))
  if (partnerId === undefined || placeId === undefined || at === null) return null
  const subject: Subject = { partnerId, placeId, quarter: at, stored: null }
  if (!isOwn(personOf(request), partnerId) || open(request, context, subject).sheet.rows.length === 0) return null
  return subject
}

export function showSubmission(
  request: FastifyRequest,
  reply: FastifyReply,
  folder: Folder,
  status: number,
  shown: Shown,
): FastifyReply {
  return page(request, reply.code(status), 'submissions/submission', submissionModel(folder, shown))
}

function sectionAsked(request: FastifyRequest): Shown {
  return { section: String((request.query as Record<string, unknown>).component ?? '') }
}
