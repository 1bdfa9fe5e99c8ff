import type { FastifyReply, FastifyRequest } from 'fastify'
import { personOf } from '../../web/guard.ts'
import { page, redirectWithNotice } from '../../web/render.ts'
import { type Outcome, refusal } from '../action.ts'
import { NO_ANSWERS } from '../checks/confirming/confirm-form.ts'
import { hardFindingsBeside } from '../checks/hard.ts'
import { cutOf } from '../cut-off.ts'
import { loadOpened } from '../load.ts'
import { showSubmission, submissionAt } from '../page/routes.ts'
import type { LoadedSubmission } from '../page-state.ts'
import { beginSubmission, type Saving, saveEntries } from '../save.ts'
import { differencesPage } from '../versions/differences-page.ts'
import { differencesFrom, flatten } from '../versions/merge.ts'
import { rowsOn, sectionsOf } from './definition.ts'
import { type PostedForm, withChoices } from './form.ts'
import { type ParsedForm, typedAt, typedFor } from './parsed-form.ts'
import { readRows } from './row-form.ts'
import { submitForm } from './submit-routes.ts'

/** Saves what can be read of a form, gives the rest back as typed, and asks where an older form differs from what is saved. */
export function saveForm(
  request: FastifyRequest,
  reply: FastifyReply,
  loaded: LoadedSubmission,
  sent: PostedForm,
): FastifyReply {
  const { db } = request.server.context
  const { stored, definition, entries, standing } = loaded
  const posted = stored ? withChoices(sent, flatten(entries)) : sent
  const rows = rowsOn(definition, posted.component)
  const parsed = readRows(posted, rows, entries)
  const refused = refusal('save', standing)
  if (refused) {
    const typed = typedFor(parsed, rows, request.words.language)
    return showSubmission(request, reply, loaded, 409, { section: posted.component, typed, refused })
  }
  if (stored && posted.version !== stored.version) {
    const differing = differencesFrom(loadOpened(db, { ...loaded, stored }, posted.version), entries, parsed)
    if (differing.length > 0) {
      const model = differencesPage({ ...loaded, stored }, posted, parsed, differing, request.words)
      return page(request, reply.code(409), 'submissions/entry-form/differences', model)
    }
  }
  const saving = {
    indicators: rows.map((row) => row.indicator.code),
    entries: parsed.entries,
    keptOnWord: parsed.keptOnWord,
  }
  return answerSaved(request, reply, loaded, posted, parsed, store(request, loaded, saving))
}

function store(request: FastifyRequest, loaded: LoadedSubmission, saving: Saving): Outcome {
  const { db } = request.server.context
  const { stored, partner, place, quarter, now } = loaded
  const by = personOf(request)
  if (stored) return saveEntries(db, { by, now, version: stored.version }, stored.id, saving)
  const cut = cutOf(partner.cutOffDay, quarter)
  return beginSubmission(db, { by, now }, { partnerId: partner.id, placeId: place.id, quarter, cut }, saving)
}

function answerSaved(
  request: FastifyRequest,
  reply: FastifyReply,
  before: LoadedSubmission,
  posted: PostedForm,
  parsed: ParsedForm,
  outcome: Outcome,
): FastifyReply {
  const section = posted.component
  const typed = typedFor(parsed, before.definition.rows, request.words.language)
  if (!('done' in outcome)) return showSubmission(request, reply, before, 409, { section, typed, ...outcome })
  const { problems } = parsed
  if (problems.length > 0) {
    const after = submissionAt(request, outcome.id)
    const all =
      posted.after === 'hand-in'
        ? [...problems, ...hardFindingsBeside(problems, after.definition, after.entries)]
        : problems
    const shown = { section, typed: typedAt(typed, problems), problems: all, savedAside: outcome.changed }
    return showSubmission(request, reply, after, 422, shown)
  }
  if (posted.after === 'hand-in') {
    const after = submissionAt(request, outcome.id)
    return submitForm(request, reply, after, { version: after.stored.version, ...NO_ANSWERS })
  }
  const next = sectionsOf(before.definition).find((one) => one === posted.next) ?? section
  const anchor = posted.fill ? `#s.${encodeURIComponent(posted.fill)}` : ''
  const url = `/submissions/${outcome.id}${next ? `?component=${next}` : ''}${anchor}`
  return redirectWithNotice(reply, url, 'submissions:saved', { count: outcome.changed })
}
