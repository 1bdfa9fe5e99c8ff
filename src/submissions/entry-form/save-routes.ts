import type { FastifyReply, FastifyRequest } from 'fastify'
import { personOf } from '../../web/guard.ts'
import { redirectTo } from '../../web/redirect.ts'
import { redirectWithNotice } from '../../web/render.ts'
import { refusal } from '../action.ts'
import { NO_ANSWERS } from '../checks/confirming/confirm-form.ts'
import { submitForm } from '../handing-in/submit-routes.ts'
import { loadOpened } from '../load.ts'
import { showSubmission, submissionAt } from '../page/routes.ts'
import type { LoadedSubmission, StoredSubmission } from '../page-state.ts'
import { saveLoaded } from '../save.ts'
import { differencesFrom, disputed, flatten } from '../versions/merge.ts'
import { rowsOn, sectionsOf } from './definition.ts'
import { type PostedForm, withChoices } from './form.ts'
import { readRows } from './row-form.ts'
import { keepRest, keepUnsaved } from './unsaved-routes.ts'

/** Saves what can be read of a form, gives the rest back as typed, and asks where an older form differs from what is saved. */
export function saveForm(
  request: FastifyRequest,
  reply: FastifyReply,
  loaded: LoadedSubmission,
  sent: PostedForm,
): FastifyReply {
  const { db } = request.server.context
  const { stored, definition, entries, standing } = loaded
  const rows = rowsOn(definition, sent.component)
  const chosen = stored ? withChoices(sent, flatten(entries)) : sent
  const refused = refusal('save', standing)
  if (refused) {
    keepUnsaved(request, loaded, chosen)
    return showSubmission(request, reply, loaded, 409, { section: chosen.component, refused })
  }
  const { posted, isDisputed } = mergedWithSaved(request, loaded, chosen)
  if (stored && isDisputed) return askAboutDifferences(request, reply, { ...loaded, stored }, posted)
  const parsed = readRows(posted, rows, entries)
  const saving = {
    indicators: rows.map((row) => row.indicator.code),
    entries: parsed.entries,
    keptOnWord: parsed.keptOnWord,
  }
  const outcome = saveLoaded(db, personOf(request), loaded, saving)
  if ('done' in outcome) {
    const after = submissionAt(request, outcome.id)
    keepRest(request, after, posted, parsed)
    return answerSaved(request, reply, after, posted, { unread: parsed.problems.length > 0, changed: outcome.changed })
  }
  keepUnsaved(request, loaded, posted)
  return showSubmission(request, reply, loaded, 409, { section: posted.component, ...outcome })
}

/**
 * An older form with what somebody else has saved since in the fields that its person left alone; whether both have changed something in
 * which only one can be right.
 */
function mergedWithSaved(
  request: FastifyRequest,
  { stored, ...loaded }: LoadedSubmission,
  posted: PostedForm,
): { posted: PostedForm; isDisputed: boolean } {
  if (!stored || posted.version === stored.version) return { posted, isDisputed: false }
  const { definition, entries } = loaded
  const opened = loadOpened(request.server.context.db, { ...loaded, stored }, posted.version)
  const all = differencesFrom(opened, entries, readRows(posted, rowsOn(definition, posted.component), entries))
  const asked = disputed(opened, all)
  const theirs = all.filter((one) => one.offered === 'theirs' && !asked.includes(one))
  const choices = Object.fromEntries(theirs.map(({ field }) => [`c.${field}`, 'theirs']))
  const fields = { ...posted.fields, ...choices }
  return { posted: withChoices({ ...posted, fields }, flatten(entries)), isDisputed: asked.length > 0 }
}

/** What was typed waits at an address of its own for its person to choose. */
function askAboutDifferences(
  request: FastifyRequest,
  reply: FastifyReply,
  loaded: StoredSubmission,
  posted: PostedForm,
): FastifyReply {
  keepUnsaved(request, loaded, posted)
  return redirectTo(reply, `/submissions/${loaded.stored.id}/differences`)
}

function answerSaved(
  request: FastifyRequest,
  reply: FastifyReply,
  after: StoredSubmission,
  posted: PostedForm,
  { unread, changed }: { unread: boolean; changed: number },
): FastifyReply {
  if (posted.after === 'hand-in')
    return submitForm(request, reply, after, { version: after.stored.version, ...NO_ANSWERS })
  const section = posted.component
  const goesOn = !unread && sectionsOf(after.definition).find((one) => one === posted.next)
  const anchor = unread ? '#problems' : posted.fill ? `#s.${encodeURIComponent(posted.fill)}` : ''
  const shown = goesOn || section
  const url = `/submissions/${after.stored.id}${shown ? `?component=${shown}` : ''}${anchor}`
  if (changed === 0 && !unread) return redirectWithNotice(reply, url, 'submissions:all-saved')
  return redirectWithNotice(reply, url, 'submissions:saved', { count: changed })
}
