import type { FastifyReply, FastifyRequest } from 'fastify'
import { breakdowns } from '../../indicators/store.ts'
import { partners } from '../../partners/store.ts'
import type { Language } from '../../vocabulary/language.ts'
import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { page, redirectWithNotice, showError } from '../../web/render.ts'
import { cutOf } from '../cut-off.ts'
import { fieldOf } from '../entry.ts'
import { doubtInWords, type Folder, headOf, softOf } from '../page.ts'
import { dueSubject, folderAsked, open, showSubmission } from '../routes.ts'
import { savesSince, submissionFor, submissionIdOf } from '../store.ts'
import { beginSubmission, handIn, type Outcome, saveEntries } from '../store-deeds.ts'
import { refusal } from '../submission.ts'
import { findingId, hardFindings } from './checks.ts'
import { rowsIn, sectionsOf } from './definition.ts'
import { type Body, languageOf, type Reading, readForm, typedFor, withChoices } from './form.ts'
import { fieldValueInWords, placeOf } from './in-words.ts'
import { type Changes, type Difference, differences, flatten, undo } from './merge.ts'

const SIDES = ['theirs', 'mine'] as const

/** Entering values: saving a draft, beginning one that is due, and handing it in. */
export const entryRoutes: Routes = async (app, context) => {
  const enter = { config: { may: 'submission.enter' } } as const

  app.post('/submissions', enter, (request, reply) => {
    const body = bodyOf(request)
    const subject = dueSubject(request, context, body)
    if (!subject) return showError(request, reply, 404)
    const id = submissionIdOf(context.db, subject, subject.quarter)
    if (id === null) return begin(request, reply, open(request, context, subject), body)
    const stored = submissionFor(context.db, personOf(request), id)!
    return save(request, reply, open(request, context, { ...subject, stored }), body)
  })

  app.post('/submissions/:id/entries', enter, (request, reply) => {
    const folder = folderAsked(request, context)
    if (!folder) return showError(request, reply, 404)
    return save(request, reply, folder, bodyOf(request))
  })

  app.post('/submissions/:id/handing-in', enter, (request, reply) => {
    const folder = folderAsked(request, context)
    if (!folder) return showError(request, reply, 404)
    const body = bodyOf(request)
    return holdsValues(body)
      ? save(request, reply, folder, { ...body, after: 'hand-in' })
      : submit(request, reply, folder, body)
  })

  function begin(request: FastifyRequest, reply: FastifyReply, folder: Folder, body: Body) {
    const { reading, rows } = readIn(folder, body)
    const { partnerId, placeId, quarter } = folder.subject
    const cut = cutOf(partners(context.db).find((one) => one.id === partnerId)!.cutOffDay, quarter)
    const saving = savingOf(rows, reading)
    const hand = { by: folder.person, now: folder.now }
    const outcome = beginSubmission(context.db, hand, { partnerId, placeId, cut }, quarter, saving)
    return afterSaving(request, reply, folder, body, reading, outcome)
  }

  function save(request: FastifyRequest, reply: FastifyReply, folder: Folder, body: Body) {
    const chosen = withChoices(body, flatten(folder.entries), languageIn(folder, body))
    const { reading, rows } = readIn(folder, chosen)
    const { stored } = folder.subject
    const refused = refusal('save', folder.standing)
    if (refused) {
      const typed = typedIn(folder, reading)
      return showSubmission(request, reply, folder, 409, { section: sectionIn(body), typed, refused })
    }
    const version = versionIn(body)
    if (version !== stored!.version) {
      const differing = differencesFor(folder, reading, version)
      if (differing.length > 0) return askWhich(request, reply, folder, chosen, reading, differing)
    }
    const hand = { by: folder.person, now: folder.now, version: stored!.version }
    const outcome = saveEntries(context.db, hand, stored!.id, savingOf(rows, reading))
    return afterSaving(request, reply, folder, chosen, reading, outcome)
  }

  function afterSaving(
    request: FastifyRequest,
    reply: FastifyReply,
    before: Folder,
    body: Body,
    reading: Reading,
    outcome: Outcome,
  ) {
    const section = sectionIn(body)
    if (!('done' in outcome)) {
      const shown = 'refused' in outcome ? { refused: outcome.refused } : { stale: true }
      return showSubmission(request, reply, before, 409, { section, typed: typedIn(before, reading), ...shown })
    }
    const stored = submissionFor(context.db, before.person, outcome.id)!
    const folder = open(request, context, { ...before.subject, stored })
    if (reading.problems.length > 0) {
      const { problems } = reading
      const typed = typedAt(typedIn(folder, reading), problems)
      return showSubmission(request, reply, folder, 422, { section, typed, problems, savedAside: outcome.changed })
    }
    if (body.after === 'hand-in') return submit(request, reply, folder, { version: String(stored.version) })
    const next = sectionsOf(folder.sheet).find((one) => one === body.next) ?? section
    const fill = typeof body.fill === 'string' ? `#s.${encodeURIComponent(body.fill)}` : ''
    const url = `/submissions/${outcome.id}${next ? `?component=${next}` : ''}${fill}`
    return redirectWithNotice(request, reply, url, 'submissions:saved', { count: outcome.changed })
  }

  function submit(request: FastifyRequest, reply: FastifyReply, folder: Folder, body: Body) {
    const { stored } = folder.subject
    const refused = refusal('submit', folder.standing)
    if (refused) return showSubmission(request, reply, folder, 409, { refused })
    if (versionIn(body) !== stored!.version) return showSubmission(request, reply, folder, 409, { stale: true })
    const problems = hardFindings(folder.sheet, folder.entries)
    if (problems.length > 0) return showSubmission(request, reply, folder, 422, { problems })
    const doubts = softOf(folder)
    const confirmed = [body.confirmed ?? []].flat().map(String)
    if (doubts.some((doubt) => !confirmed.includes(findingId(doubt)))) {
      const asked = doubts.map((doubt) => ({ ...doubtInWords(doubt, folder), id: findingId(doubt) }))
      const model = { ...headOf(folder), id: stored!.id, version: stored!.version, doubts: asked }
      return page(request, reply, 'submissions/entry-form/confirm', model)
    }
    const hand = { by: folder.person, now: folder.now, version: stored!.version }
    const outcome = handIn(context.db, hand, stored!.id, doubts.map(findingId))
    if ('refused' in outcome) return showSubmission(request, reply, folder, 409, { refused: outcome.refused })
    if ('stale' in outcome) return showSubmission(request, reply, folder, 409, { stale: true })
    return redirectWithNotice(request, reply, `/submissions/${stored!.id}`, 'submissions:handed-in')
  }

  /** Both values of every field that differs, the person's own choice of each, and nothing typed lost. */
  function askWhich(
    request: FastifyRequest,
    reply: FastifyReply,
    folder: Folder,
    body: Body,
    reading: Reading,
    differing: readonly Difference[],
  ) {
    const { words, sheet } = folder
    const all = breakdowns(context.db)
    const { stored } = folder.subject
    return page(request, reply.code(409), 'submissions/entry-form/differences', {
      ...headOf(folder),
      id: stored!.id,
      version: stored!.version,
      changed: { at: stored!.changedAt, by: stored!.changedBy },
      section: sectionIn(body) ?? '',
      handingIn: body.after === 'hand-in',
      typedIn: reading.language,
      typed: reading.typed,
      differing: differing.map((one) => ({
        field: one.field,
        where: placeOf(one.field, sheet, all, words),
        sides: SIDES.map((whose) => ({
          whose,
          value: fieldValueInWords(one.field, one[whose], sheet, words),
          offered: one.offered === whose,
        })),
      })),
    })
  }

  function differencesFor(folder: Folder, reading: Reading, version: number): Difference[] {
    const own = new Set(Object.keys(reading.typed).map((field) => fieldOf(field)?.indicator))
    const theirs = flatten(folder.entries.filter((entry) => own.has(entry.indicator)))
    const mine = flatten(reading.entries.filter((entry) => own.has(entry.indicator)))
    const since = savesSince(context.db, folder.subject.stored!.id, version).map((row) => row.changes as Changes)
    return differences(undo(theirs, since), theirs, mine)
  }
}

function bodyOf(request: FastifyRequest): Body {
  return (request.body ?? {}) as Body
}

/** Reads the rows of the screen that was sent, or of the whole sheet when it does not say which. */
function readIn(folder: Folder, body: Body) {
  const section = sectionsOf(folder.sheet).find((one) => one === body.component)
  const rows = section ? rowsIn(folder.sheet, section) : folder.sheet.rows
  return { rows, reading: readForm(body, rows, languageIn(folder, body), folder.entries) }
}

function savingOf(rows: ReturnType<typeof readIn>['rows'], { entries, keptOnWord }: Reading) {
  return { indicators: rows.map((row) => row.indicator.code), entries, keptOnWord }
}

/** What comes back as it was typed: whatever is at a field with a problem, and the whole of its row. */
function typedAt(typed: Reading['typed'], problems: Reading['problems']): Reading['typed'] {
  const rows = new Set(problems.map((problem) => problem.indicator))
  return Object.fromEntries(Object.entries(typed).filter(([field]) => rows.has(fieldOf(field)?.indicator ?? '')))
}

/** What was typed as the page that comes back writes numbers. */
function typedIn({ sheet, words }: Folder, reading: Reading): Reading['typed'] {
  return typedFor(reading, sheet.rows, words.language)
}

function holdsValues(body: Body): boolean {
  return Object.keys(body).some((name) => fieldOf(name) !== null)
}

function languageIn({ words }: Folder, body: Body): Language {
  return languageOf(body, words.language)
}

function sectionIn(body: Body): string | undefined {
  return typeof body.component === 'string' ? body.component : undefined
}

function versionIn(body: Body): number {
  const version = Number(body.version)
  return Number.isSafeInteger(version) ? version : 0
}
