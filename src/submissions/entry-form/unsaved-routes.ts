import type { FastifyReply, FastifyRequest } from 'fastify'
import { redirectTo } from '../../web/redirect.ts'
import { page } from '../../web/render.ts'
import { refusal } from '../action.ts'
import { hardFindingsBeside } from '../checks/hard.ts'
import { loadOpened } from '../load.ts'
import { screenAddress } from '../page/address.ts'
import type { FormOutcome } from '../page/page.ts'
import type { LoadedSubmission, StoredSubmission } from '../page-state.ts'
import { differencesPage } from '../versions/differences-page.ts'
import { differencesFrom, disputed, flatten } from '../versions/merge.ts'
import { holdsValues, type PostedForm, readPosted } from './form.ts'
import type { ParsedForm } from './parsed-form.ts'
import { readRows } from './row-form.ts'
import {
  leftOf,
  readableUnsaved,
  sentAgain,
  stillWaiting,
  textsFor,
  type UnsavedForm,
  unsavedName,
  withEarlier,
} from './unsaved-form.ts'

/** What the person has typed into this form and could not save, read anew beside what is saved now. */
export function unsavedFormOf(request: FastifyRequest, loaded: LoadedSubmission): UnsavedForm | null {
  const { db, returned } = request.server.context
  const sent = returned.at(request, unsavedName(loaded))
  if (!sent) return null
  const posted = readPosted(sent, request.words.language)
  const { stored, definition, entries } = loaded
  const parsed = readRows(posted, definition.rows, entries)
  if (stored === null || posted.version === stored.version) return { posted, parsed, differing: [] }
  const opened = loadOpened(db, { ...loaded, stored }, posted.version)
  const waiting = stillWaiting(posted, parsed.problems, opened, flatten(entries))
  const left = readRows(waiting, definition.rows, entries)
  return { posted: waiting, parsed: left, differing: disputed(opened, differencesFrom(opened, entries, left)) }
}

/** A form none of which could be saved waits as it was sent. */
export function keepUnsaved(request: FastifyRequest, loaded: LoadedSubmission, posted: PostedForm): void {
  keep(request, loaded, posted, posted)
}

/** After a form was saved as far as it could be read, what could not waits, here and on the other screens. */
export function keepRest(
  request: FastifyRequest,
  loaded: StoredSubmission,
  posted: PostedForm,
  parsed: ParsedForm,
): void {
  keep(request, loaded, leftOf(posted, parsed, loaded.stored.version), posted)
}

/** These fields have been saved by now: what waited in them does not wait any more. */
export function forgetTyped(request: FastifyRequest, loaded: LoadedSubmission, saved: readonly string[]): void {
  const { returned } = request.server.context
  const before = returned.at(request, unsavedName(loaded))
  if (!before) return
  const earlier = readPosted(before, request.words.language)
  const fields = Object.fromEntries(Object.entries(earlier.fields).filter(([name]) => !saved.includes(name)))
  if (holdsValues({ fields })) returned.give(request, unsavedName(loaded), sentAgain({ ...earlier, fields }))
  else returned.forget(request, unsavedName(loaded))
}

function keep(request: FastifyRequest, loaded: LoadedSubmission, left: PostedForm, sent: PostedForm): void {
  const { returned } = request.server.context
  const name = unsavedName(loaded)
  const before = returned.at(request, name)
  const earlier = before && readPosted(before, request.words.language)
  const waiting = withEarlier(earlier, left, sent, loaded.definition.rows)
  if (waiting) returned.give(request, name, sentAgain(waiting))
  else returned.forget(request, name)
}

/** What the page of a submission shows of it: in its form, or as a list where nothing can be entered any more. */
export function unsavedOutcome(request: FastifyRequest, loaded: LoadedSubmission): FormOutcome {
  const unsaved = unsavedFormOf(request, loaded)
  if (!unsaved) return {}
  const typed = textsFor(unsaved, loaded, request.words.language)
  const { problems } = unsaved.parsed
  const readable = readableUnsaved(unsaved, loaded)
  if (refusal('save', loaded.standing)) return { typed, unsaved: [...readable, ...problems.map(({ field }) => field)] }
  if (unsaved.differing.length > 0) return { differs: true }
  return { typed, problems, unsaved: readable }
}

/** Everything that keeps the submission from being handed in, in the order of its form: what could not be read, and what is missing or wrong. */
export function problemsOf(loaded: LoadedSubmission, unsaved: UnsavedForm | null) {
  const unread = unsaved?.parsed.problems ?? []
  const nth = new Map(loaded.definition.rows.map((row, place) => [row.indicator.code, place]))
  return [...unread, ...hardFindingsBeside(unread, loaded.definition, loaded.entries)].sort(
    (a, b) => nth.get(a.indicator)! - nth.get(b.indicator)!,
  )
}

/** Both values wherever the person and somebody else wrote something else into the same form. */
export function showDifferences(request: FastifyRequest, reply: FastifyReply, loaded: StoredSubmission): FastifyReply {
  const unsaved = unsavedFormOf(request, loaded)
  if (!unsaved || unsaved.differing.length === 0 || refusal('save', loaded.standing)) {
    const section = unsaved?.posted.component
    return redirectTo(reply, section ? screenAddress(loaded, section) : `/submissions/${loaded.stored.id}`)
  }
  const { posted, parsed, differing } = unsaved
  const model = differencesPage(loaded, posted, parsed, differing, request.words)
  return page(request, reply, 'submissions/entry-form/differences', model)
}
