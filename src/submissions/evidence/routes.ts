import type { FastifyReply, FastifyRequest } from 'fastify'
import { byId } from '../../forms/params.ts'
import { tracesIn } from '../../privacy/personal-data.ts'
import type { Routes } from '../../web/context.ts'
import { sendFile } from '../../web/files/attachment.ts'
import { sentFile, takeFiles } from '../../web/files/multipart.ts'
import { personOf, personStill } from '../../web/guard.ts'
import { orNotFound } from '../../web/not-found.ts'
import { page, redirectWithNotice } from '../../web/render.ts'
import { type Refusal, refusal } from '../action.ts'
import { submissionAt } from '../page/routes.ts'
import type { StoredSubmission } from '../page-state.ts'
import { attachEvidence, type NewEvidence, removeEvidence } from './attach-evidence.ts'
import { readContent } from './content.ts'
import { EVIDENCE_TYPES, type EvidenceRefusal, evidenceName, MOST_MEGABYTES } from './evidence.ts'
import { byEvidence, type PostedEvidence, readEvidence } from './form.ts'
import { evidencePage } from './page.ts'
import { evidenceBytes, evidenceOf } from './store.ts'

/** Files behind what a submission says: seen by whoever may see it, added and removed by its partner as long as it can be changed. */
export const evidenceRoutes: Routes = async (app, { db, now }) => {
  takeFiles(app, MOST_MEGABYTES * 1024 * 1024)
  const see = { config: { may: 'submission.see' }, schema: { params: byId } } as const
  const enter = { config: { may: 'submission.enter' }, schema: { params: byId } } as const

  app.get('/submissions/:id/evidence', see, (request, reply) =>
    show(request, reply, submissionAt(request, request.params.id), null),
  )

  app.post('/submissions/:id/evidence', enter, async (request, reply) => {
    const loaded = submissionAt(request, request.params.id)
    const typed = readEvidence(request.body)
    const read = await readFile(request, loaded, typed)
    const by = personStill(request)
    const problem = 'refused' in read ? read.refused : attachEvidence(db, { by, now: now() }, loaded.stored.id, read)
    if (problem) return show(request, reply.code(422), loaded, { problem, typed })
    return redirectWithNotice(reply, `/submissions/${loaded.stored.id}/evidence`, 'submissions:evidence.added')
  })

  const one = { ...see, schema: { params: byEvidence } } as const
  app.get('/submissions/:id/evidence/:evidence', one, (request, reply) => {
    const { name, kind, sha256 } = fileAt(request, request.params)
    const bytes = orNotFound(evidenceBytes(db, sha256))
    // Whatever is in it, no browser runs it as a page of this site, nor guesses that it is another kind of file.
    reply.header('content-security-policy', "sandbox; default-src 'none'").header('x-content-type-options', 'nosniff')
    return sendFile(reply, { name, ...EVIDENCE_TYPES[kind], bytes })
  })

  app.post('/submissions/:id/evidence/:evidence/removal', { ...one, config: enter.config }, (request, reply) => {
    const loaded = submissionAt(request, request.params.id)
    const refused = removeEvidence(db, { by: personOf(request), now: now() }, fileAt(request, request.params))
    if (refused) return show(request, reply.code(409), loaded, { problem: refused, typed: readEvidence({}) })
    return redirectWithNotice(reply, `/submissions/${loaded.stored.id}/evidence`, 'submissions:evidence.removed')
  })

  /** A file of a submission that this person may see. */
  function fileAt(request: FastifyRequest, { id, evidence }: { id: number; evidence: number }) {
    const { stored } = submissionAt(request, id)
    return orNotFound(evidenceOf(db, stored.id).find((file) => file.id === evidence) ?? null)
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    loaded: StoredSubmission,
    sent: Parameters<typeof evidencePage>[2],
  ) {
    const model = evidencePage(loaded, evidenceOf(db, loaded.stored.id), sent, request.words)
    return page(request, reply, 'submissions/evidence/evidence', model)
  }
}

/** What was sent, as it would be kept; or why it is not. Nothing of what is refused is kept or written to a log. */
async function readFile(
  request: FastifyRequest,
  { standing, definition }: StoredSubmission,
  { indicator, looked, keep }: PostedEvidence,
): Promise<NewEvidence | { refused: Refusal | EvidenceRefusal }> {
  const locked = refusal('save', standing)
  if (locked) return { refused: locked }
  const row = definition.rows.find((one) => one.indicator.code === indicator)
  if (!row) return { refused: 'no-indicator' }
  const file = sentFile(request.body, 'file')
  if (!file) return { refused: 'no-file' }
  if (file.isTooLarge) return { refused: 'too-large' }
  if (looked !== 'yes') return { refused: 'not-looked-at' }
  const name = evidenceName(file.name)
  const isDoubted = tracesIn(name.replace(/[-_]+/g, ' ')).length > 0
  if (isDoubted && keep !== 'yes') return { refused: 'may-identify' }
  const content = await readContent(file.bytes)
  return 'refused' in content ? content : { indicator: row.indicator, name, ...content, keptOnWord: isDoubted }
}
