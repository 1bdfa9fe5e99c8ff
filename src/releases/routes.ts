import type { FastifyReply, FastifyRequest } from 'fastify'
import { may } from '../access/permissions.ts'
import { quarterCode } from '../calendar/quarter.ts'
import { DamagedLedger } from '../disclosure/ledger.ts'
import { indicatorsAsAt } from '../indicators/store.ts'
import { dates } from '../language/format.ts'
import type { Key } from '../language/words.ts'
import { listPeople } from '../people/store.ts'
import { projectCard } from '../project/store.ts'
import { inThread } from '../threads/thread.ts'
import type { Routes } from '../web/context.ts'
import { personOf } from '../web/guard.ts'
import { page, redirectWithNotice, showError } from '../web/render.ts'
import { keepNarrative } from './explanations/choose.ts'
import { mayExplain, type ReadNarrative, readNarrative } from './explanations/explanation.ts'
import { narrativeModel } from './explanations/page.ts'
import { explanationsFor } from './explanations/store.ts'
import { checkForm, emptyForm, type FieldErrors, readTyped, type Typed } from './form.ts'
import { formPage } from './form-page.ts'
import { issueRelease } from './issue.ts'
import { failureWords, layoutWords, listed, previewModel } from './page.ts'
import { progressOfJob, startJob, stopJob, stopJobs } from './protection/job.ts'
import type { Preview } from './protection/preview.ts'
import { type Layout, mayAgree, needsAgreement, obstacleToIssuing, type Release } from './release.ts'
import {
  addRelease,
  agreementsOf,
  beginProtecting,
  discardRelease,
  keepAgreement,
  keepFailure,
  listReleases,
  namesOf,
  previewOf,
  recipientsOf,
  recordDownload,
  releaseById,
  releaseFor,
  releasesIssuedTo,
  workbookPlanOf,
} from './store.ts'
import { bilingualIn } from './workbook/bilingual.ts'
import type { WorkbookPlan } from './workbook/plan.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Seconds after which a page that waits for the solver looks again by itself. */
const LOOK_AGAIN = '3'

export const releasesRoutes: Routes = async (app, context) => {
  const { db, now } = context
  const see = { config: { may: 'release.see' } } as const
  const make = { config: { may: 'release.make' } } as const
  app.addHook('onClose', async () => stopJobs(db))

  app.get('/releases', see, (request, reply) => {
    const person = personOf(request)
    const maker = may(person, 'release.make')
    const releases = maker ? listReleases(db) : releasesIssuedTo(db, person.id)
    return page(request, reply, 'releases/releases', {
      releases: releases.map((release) => listed(release, request.words)),
      maker,
    })
  })

  app.get('/releases/new', make, (request, reply) => {
    const project = projectCard(db)
    if (!project) return showError(request, reply, 404)
    const span = { from: quarterCode(project.firstQuarter), to: quarterCode(project.lastQuarter) }
    const empty = emptyForm(
      span,
      now(),
      donors().map(({ id }) => String(id)),
    )
    return showForm(request, reply, 200, { ...empty, ...layoutIn(request.query) }, {})
  })

  app.post('/releases', make, (request, reply) => {
    const project = projectCard(db)
    if (!project) return showError(request, reply, 404)
    const typed = readTyped((request.body ?? {}) as Record<string, unknown>)
    const checked = checkForm(typed, {
      project: { from: project.firstQuarter, to: project.lastQuarter },
      donors: donors().map(({ id }) => id),
      now: now(),
    })
    if ('errors' in checked) return showForm(request, reply, 422, typed, checked.errors)
    const { release } = checked
    const bilingual = bilingualIn(release.language)
    const title =
      release.title || bilingual.say((words) => words.t('releases:untitled', { span: dates(release, words.language) }))
    const donor = bilingual.of(project.donor)
    const id = addRelease(db, personOf(request), { ...release, title: title.replaceAll('\n', ' / '), donor }, now())
    startJob(context, id)
    return reply.redirect(`/releases/${id}`, 303)
  })

  app.get('/releases/:id', see, (request, reply) => {
    const release = fetch(request)
    return release ? showRelease(request, reply, release) : showError(request, reply, 404)
  })

  app.get('/releases/:id/workbook.xlsx', see, async (request, reply) => {
    const release = fetch(request)
    const plan = release && workbookPlanOf(db, release.id)
    if (!release || !plan) return showError(request, reply, 404)
    const bytes = await inThread<WorkbookPlan, Uint8Array>('releases/workbook', 'workbook', plan).done
    recordDownload(db, personOf(request), release, now())
    return reply
      .header('content-type', XLSX)
      .header('content-disposition', `attachment; filename="${fileName(release)}"`)
      .header('cache-control', 'no-store')
      .send(Buffer.from(bytes))
  })

  app.post('/releases/:id/protection', make, (request, reply) => {
    const release = fetch(request)
    if (!release || release.state === 'issued') return showError(request, reply, release ? 409 : 404)
    protectAgain(release)
    return reply.redirect(`/releases/${release.id}`, 303)
  })

  app.post('/releases/:id/agreement', make, (request, reply) => {
    const person = personOf(request)
    const release = fetch(request)
    if (!release) return showError(request, reply, 404)
    const where = `/releases/${release.id}`
    if (release.createdBy === person.id) return refuse(request, reply, release, 'releases:issue.agree-own')
    const agreed = agreementsOf(db, release.id).map(({ id }) => id)
    if (!mayAgree(release, person, agreed)) return refuse(request, reply, release, 'releases:issue.agree-not')
    keepAgreement(db, person, release.id, now())
    return redirectWithNotice(reply, where, 'releases:issue.agree-done')
  })

  app.post('/releases/:id/issue', make, (request, reply) => {
    const release = fetch(request)
    if (!release) return showError(request, reply, 404)
    const where = `/releases/${release.id}`
    try {
      const issuing = issueRelease(db, personOf(request), release, now())
      if (issuing === 'issued') return redirectWithNotice(reply, where, 'releases:issue.done')
      if (issuing !== 'changed') return refuse(request, reply, release, `releases:issue.${issuing}`)
      startJob(context, release.id)
      return refuse(request, reply, releaseById(db, release.id) ?? release, 'releases:issue.changed')
    } catch (error) {
      return damaged(request, reply, release, error)
    }
  })

  app.post('/releases/:id/narrative', make, (request, reply) => {
    const found = fetch(request)
    if (!found) return showError(request, reply, 404)
    const release = interrupted(found)
    if (!mayExplain(release)) return refuse(request, reply, release, 'releases:narrative.too-late')
    const read = readNarrative((request.body ?? {}) as Record<string, unknown>, explanationsFor(db, release))
    if (read.problem)
      return showRelease(request, reply.code(422), release, `releases:narrative.problem.${read.problem}`, read)
    try {
      const kept = keepNarrative(db, personOf(request), release.id, read, now())
      if (kept === 'too-late') return refuse(request, reply, release, 'releases:narrative.too-late')
      if (kept === 'changed') startJob(context, release.id)
      return redirectWithNotice(reply, `/releases/${release.id}`, 'releases:narrative.kept')
    } catch (error) {
      return damaged(request, reply, release, error)
    }
  })

  app.post('/releases/:id/discarding', make, (request, reply) => {
    const release = fetch(request)
    if (!release) return showError(request, reply, 404)
    stopJob(db, release.id)
    if (!discardRelease(db, personOf(request), release.id, now()))
      return refuse(request, reply, release, 'releases:issue.discard-not')
    return redirectWithNotice(reply, '/releases', 'releases:issue.discard-done')
  })

  /** Through the person: what was not issued to a donor is not there for them. */
  function fetch(request: FastifyRequest): Release | null {
    const { id } = request.params as { id: string }
    return /^\d{1,15}$/.test(id) ? releaseFor(db, personOf(request), Number(id)) : null
  }

  function donors() {
    return listPeople(db).filter((person) => person.role === 'donor' && person.disabledAt === null)
  }

  function protectAgain(release: Release): void {
    if (progressOfJob(db, release.id) && release.state === 'protecting') return
    beginProtecting(db, release.id)
    startJob(context, release.id)
  }

  function refuse(request: FastifyRequest, reply: FastifyReply, release: Release, problem: Key) {
    return showRelease(request, reply.code(409), release, problem)
  }

  /** Nothing goes on with a record of earlier reports that cannot be relied on. */
  function damaged(request: FastifyRequest, reply: FastifyReply, release: Release, error: unknown) {
    if (!(error instanceof DamagedLedger)) throw error
    beginProtecting(db, release.id)
    keepFailure(db, release.id, 'ledger-damaged', now())
    return refuse(request, reply, releaseById(db, release.id) ?? release, 'releases:failed.ledger-damaged')
  }

  function showForm(request: FastifyRequest, reply: FastifyReply, status: number, typed: Typed, errors: FieldErrors) {
    const project = projectCard(db)!
    const span = { from: project.firstQuarter, to: project.lastQuarter }
    return page(request, reply.code(status), 'releases/new', formPage(span, donors(), typed, errors, request.words))
  }

  function showRelease(
    request: FastifyRequest,
    reply: FastifyReply,
    found: Release,
    problem: Key | null = null,
    ticked: ReadNarrative | null = null,
  ) {
    const person = personOf(request)
    const maker = may(person, 'release.make')
    const release = interrupted(found)
    const preview = maker && release.state !== 'issued' ? previewNow(release.id) : null
    const names = namesOf(db, [release.createdBy, release.issuedBy])
    const recipients = recipientsOf(db, release.id)
    const agreements = agreementsOf(db, release.id)
    const agreed = agreements.map(({ id }) => id)
    const narrative = maker && mayExplain(release) ? narrativeOf(request, release, ticked) : null
    // A page that looks again by itself would lose what somebody is ticking.
    const trying = preview?.alternatives === null && !narrative?.items.length
    const waiting = maker && (release.state === 'protecting' || trying)
    if (waiting && problem === null) reply.header('refresh', LOOK_AGAIN)
    return page(request, reply, 'releases/release', {
      release,
      line: listed(release, request.words),
      layout: layoutWords(release.layout, request.words),
      maker,
      problem,
      made: { at: release.createdAt, by: names.get(release.createdBy ?? 0) ?? null },
      issuedBy: names.get(release.issuedBy ?? 0) ?? null,
      recipients,
      progress: release.state === 'protecting' ? progressOfJob(db, release.id) : null,
      failure: release.failure ? failureWords(release.failure, request.words) : null,
      preview: preview && previewModel(preview, release.layout, request.words),
      narrative,
      agreements,
      needsAgreement: needsAgreement(release),
      mayAgree: mayAgree(release, person, agreed),
      obstacle: obstacleToIssuing(
        release,
        agreed,
        recipients.map(({ id }) => id),
      ),
    })
  }

  /** As kept, or as ticked in a form that comes back; what is in the report was checked when it was put there. */
  function narrativeOf(request: FastifyRequest, release: Release, ticked: ReadNarrative | null) {
    const names = new Map(indicatorsAsAt(db, release.asAt).map(({ code, name }) => [code, name]))
    const kept = release.narrative
    const shown = { kept, ticked: ticked?.chosen ?? kept, checked: ticked?.confirmed ?? kept }
    return narrativeModel(explanationsFor(db, release), names, shown, request.words)
  }

  /** Other layouts are waited for only while somebody tries them. */
  function previewNow(id: number): Preview | null {
    const preview = previewOf(db, id)
    return preview && { ...preview, alternatives: preview.alternatives ?? (progressOfJob(db, id) ? null : []) }
  }

  /** A release that nobody is working on any more, because the program was stopped meanwhile. */
  function interrupted(release: Release): Release {
    if (release.state !== 'protecting' || progressOfJob(db, release.id)) return release
    keepFailure(db, release.id, 'interrupted', now())
    return releaseById(db, release.id) ?? release
  }

  function fileName(release: Release): string {
    const project = projectCard(db)?.code.replace(/[^\w-]+/g, '-') ?? 'report'
    const draft = release.state === 'issued' ? '' : '-draft'
    return `${project}-${quarterCode(release.from)}-${quarterCode(release.to)}-no${release.id}-${release.language}${draft}.xlsx`
  }
}

/** A layout named in the address, as the links to better ones do; anything else is left to the form's own. */
function layoutIn(query: unknown): Partial<Layout> {
  const { project, province, breakdown, years } = query as Partial<Record<keyof Layout, unknown>>
  const named = Object.entries({ project, province, breakdown, years }).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(named) as Partial<Layout>
}
