import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import type { Reporter } from '../assignments/assignment.ts'
import { isPast } from '../calendar/day.ts'
import { type Quarter, quarterAt, quarterCode } from '../calendar/quarter.ts'
import { datesOf } from '../calendar/span.ts'
import { dueOn, isClosed } from '../calendar/store.ts'
import { numberStyleOf } from '../indicators/measure.ts'
import { breakdowns } from '../indicators/store.ts'
import type { Words } from '../language/words.ts'
import { nameOn } from '../partners/partner.ts'
import { partners } from '../partners/store.ts'
import { places } from '../places/store.ts'
import type { FreeTextProblem } from '../privacy/free-text.ts'
import { readTrail } from '../trail/store.ts'
import type { Language } from '../vocabulary/language.ts'
import { statusOf } from './board/slot.ts'
import { cutOf } from './cut-off.ts'
import type { Entry } from './entry.ts'
import { type Finding, type Soft, softFindings } from './entry-form/checks.ts'
import { rowsIn, type Section, type Sheet, sectionOf, sectionsOf } from './entry-form/definition.ts'
import type { Problem } from './entry-form/form.ts'
import { fieldValueInWords, numbersInWords, placeOf, problemInWords } from './entry-form/in-words.ts'
import type { Changes } from './entry-form/merge.ts'
import { inForceOf, previousOf, targetsFor } from './entry-form/previous-store.ts'
import { drawRows, isOver, type Names } from './entry-form/rows-page.ts'
import { commentsOf, entriesOf, factsOf, isOwn, lastReasonOf, type Submission, sheetFor } from './store.ts'
import { deedsOf, type Refusal, refusal, type Standing } from './submission.ts'

/** What a page of one submission is about: a stored one, or one that is due and has no row yet. */
export type Subject = Reporter & { quarter: Quarter; stored: Submission | null }

type Model = ReturnType<typeof submissionModel>
type Head = ReturnType<typeof headOf>
type Doubt = ReturnType<typeof doubtInWords>
type Writing = Pick<Model, 'id' | 'version' | 'returned' | 'indicators'> & Csrf
type Csrf = { csrf: () => string }

declare module '../web/views/models.ts' {
  interface Views {
    'submissions/submission': Model
    'submissions/entry-form/confirm': Head & { id: number; version: number; doubts: (Doubt & { id: string })[] }
    'submissions/entry-form/differences': Head & {
      id: number
      version: number
      changed: { at: number; by: string | null }
      section: string
      handingIn: boolean
      /** The language whose hand the numbers were typed in. */
      typedIn: Language
      typed: Readonly<Record<string, string>>
      differing: {
        field: string
        where: string
        sides: { whose: 'theirs' | 'mine'; value: string; offered: boolean }[]
      }[]
    }
  }
  interface Parts {
    'submissions/head': Head
    'submissions/standing': Pick<
      Model,
      'status' | 'dueOn' | 'late' | 'closed' | 'changed' | 'refused' | 'stale' | 'lastReason' | 'lockedBecause'
    >
    'submissions/doubts': Pick<Model, 'doubts'>
    'submissions/keep': object
    'submissions/entry-form/form': Pick<Model, 'id' | 'version' | 'slugs' | 'section' | 'next' | 'rows' | 'editable'> &
      Csrf
    'submissions/review/review': Writing & Pick<Model, 'deeds'>
    'submissions/review/words-form': Writing & { form: 'return' | 'reopen' | 'comment'; noun: string }
    'submissions/review/comments': Writing & Pick<Model, 'deeds' | 'comments'>
    'submissions/review/history': Pick<Model, 'history'>
  }
}

export type Folder = {
  db: Db
  person: Person
  words: Words
  now: number
  subject: Subject
  sheet: Sheet
  entries: Entry[]
  standing: Standing
}

/** Takes out everything that is known about a submission. */
export function folderOf(db: Db, person: Person, words: Words, now: number, subject: Subject): Folder {
  const { stored, quarter } = subject
  const standing: Standing = {
    role: person.role,
    own: isOwn(person, subject.partnerId),
    state: stored?.state ?? 'due',
    closed: isClosed(db, quarter),
    begun: quarter <= quarterAt(now),
  }
  const entries = stored ? entriesOf(db, stored.id) : []
  return { db, person, words, now, subject, sheet: sheetFor(db, subject, quarter), entries, standing }
}

/** What is shown besides the saved values: typed text that could not be saved, problems, a sentence on top. */
export type Shown = {
  section?: string | undefined
  typed?: Record<string, string>
  problems?: readonly (Problem | Finding<string>)[]
  /** How many fields were saved though others could not be. */
  savedAside?: number
  refused?: Refusal
  stale?: boolean
  /** A reason or comment that came back: which form, its text, its problem. */
  said?: { form: 'return' | 'reopen' | 'comment'; text: string; problem: FreeTextProblem; indicator?: string }
}

export function submissionModel(folder: Folder, shown: Shown) {
  const { db, words, subject, sheet, entries, standing, now } = folder
  const { stored, quarter } = subject
  const sections = sectionsOf(sheet)
  const section = sections.find((one) => one === shown.section) ?? sectionOfFirst(sheet, shown.problems) ?? sections[0]
  const rows = section ? rowsIn(sheet, section) : []
  const ids = sheet.rows.map((row) => row.indicator.id)
  const previous = previousOf(
    db,
    subject,
    quarter,
    sheet.rows.map((row) => row.indicator),
  )
  const deeds = deedsOf(standing)
  const problems = shown.problems ?? []
  const doubts = standing.role === 'manager' && stored ? softOf(folder, previous) : []
  const drawing = {
    words,
    entries,
    typed: shown.typed ?? {},
    problems,
    previous,
    targets: targetsFor(db, subject.placeId, quarter, now),
    inForce: stored && stored.state !== 'approved' ? inForceOf(db, subject, quarter, ids) : [],
  }
  const due = dueOn(db, quarter)
  const lastReason = stored?.state === 'returned' ? lastReasonOf(db, stored.id) : null
  return {
    ...headOf(folder),
    id: stored?.id ?? null,
    version: stored?.version ?? 0,
    status: statusOf(standing.state, standing.closed, isPast(due, now)),
    changed: stored && { at: stored.changedAt, by: stored.changedBy },
    dueOn: due,
    closed: standing.closed,
    late: handedInLate(folder, due),
    tabs: tabsOf(folder, section),
    section: section ?? null,
    next: section ? (sections[sections.indexOf(section) + 1] ?? null) : null,
    rows: drawRows(rows, drawing),
    editable: deeds.includes('save'),
    deeds,
    lockedBecause: standing.role === 'partner' ? refusal('save', standing) : null,
    lastReason: lastReason && {
      ...lastReason,
      kind: `submissions:last-reason.${lastReason.kind === 'reopened' ? 'reopened' : 'returned'}` as const,
      reason: lastReason.reason ?? '',
    },
    summary: {
      lead: shown.savedAside === undefined ? null : words.t('submissions:saved-aside', { count: shown.savedAside }),
      items: problems.map((problem) => ({
        href: hrefOf(problem, sheet, section),
        where: placeOf(problem.field, sheet, breakdowns(db), words),
        text: problemInWords(problem, words),
      })),
    },
    doubts: doubts.map((doubt) => doubtInWords(doubt, folder)),
    refused: shown.refused ?? null,
    stale: shown.stale ?? false,
    returned: shown.said ?? null,
    comments: stored ? commentsOf(db, stored.id) : [],
    history: stored ? historyOf(folder, stored) : [],
    indicators: sheet.rows.map((row) => row.indicator.code),
    script: deeds.includes('save') ? 'entry.js' : null,
  }
}

/** Partner, place and quarter in words, with the partner's name of those days. */
export function headOf({ db, subject, words }: Folder) {
  const { quarter, partnerId, placeId, stored } = subject
  const { last } = datesOf({ from: quarter, to: quarter })
  const partner = partners(db).find((one) => one.id === partnerId)!
  const place = places(db).byId.get(placeId)!
  const names: Names = { partner: nameOn(partner, last).name, place: place.name }
  const cut = stored
    ? stored.cutFrom
      ? { from: stored.cutFrom, to: stored.cutTo! }
      : null
    : cutOf(partner.cutOffDay, quarter)
  return {
    partner: words.of(names.partner),
    place: words.of(names.place),
    quarter,
    quarterCode: quarterCode(quarter),
    cut,
    slugs: { partner: partner.slug, place: place.slug, quarter: quarterCode(quarter) },
  }
}

/** What the partner would be asked about when handing in. */
export function softOf(folder: Folder, known?: Parameters<typeof softFindings>[2]): Finding<Soft>[] {
  const { db, subject, sheet, entries, now } = folder
  const previous =
    known ??
    previousOf(
      db,
      subject,
      subject.quarter,
      sheet.rows.map((row) => row.indicator),
    )
  const { last } = datesOf({ from: subject.quarter, to: subject.quarter })
  return softFindings(sheet, entries, previous, isOver(last, subject.stored?.cutTo ?? null, now))
}

/** A doubt as a sentence with where it is; quotients are shown as the indicator shows them. */
export function doubtInWords(doubt: Finding<Soft>, { db, words, sheet }: Folder) {
  const indicator = sheet.rows.find((row) => row.indicator.code === doubt.indicator)?.indicator
  const scale = indicator ? numberStyleOf(indicator).scale : 1
  const numbers = Object.fromEntries(Object.entries(doubt.numbers).map(([name, value]) => [name, value * scale]))
  return {
    code: doubt.code,
    field: doubt.field,
    href: hrefOf(doubt, sheet, undefined),
    where: doubt.field ? placeOf(doubt.field, sheet, breakdowns(db), words) : '',
    name: indicator ? words.of(indicator.name) : '',
    sentence: words.t(`submissions:doubt.${doubt.code}`, numbersInWords(numbers, words)),
  }
}

/** A field of this screen, or of another screen of the same submission. */
function hrefOf(problem: { field: string; indicator: string }, sheet: Sheet, section: Section | undefined): string {
  const row = sheet.rows.find((one) => one.indicator.code === problem.indicator)
  const own = row && sectionOf(row.indicator.component)
  const anchor = `#${encodeURIComponent(problem.field)}`
  return own === undefined || own === section ? anchor : `?component=${own}${anchor}`
}

function sectionOfFirst(sheet: Sheet, problems: Shown['problems']): Section | undefined {
  const row = sheet.rows.find((one) => one.indicator.code === problems?.[0]?.indicator)
  return row && sectionOf(row.indicator.component)
}

/** The screens of a submission, each with how many of its indicators have been filled in or marked. */
function tabsOf(folder: Folder, here: Section | undefined) {
  const { subject, sheet, entries } = folder
  const touched = new Set(entries.map((entry) => entry.indicator))
  return sectionsOf(sheet).map((section) => {
    const rows = rowsIn(sheet, section)
    const asked = new URLSearchParams({ ...(subject.stored ? {} : headOf(folder).slugs), component: section })
    return {
      section,
      href: `/submissions/${subject.stored?.id ?? 'start'}?${asked}`,
      here: section === here,
      done: rows.filter((row) => touched.has(row.indicator.code)).length,
      of: rows.length,
    }
  })
}

function handedInLate({ db, subject }: Folder, due: string): number | null {
  const first = subject.stored ? factsOf(db, subject.stored.id).find((fact) => fact.kind === 'submitted') : undefined
  return first && isPast(due, first.at) ? first.at : null
}

/** Facts and saves in one list, newest first; comments stand by themselves. */
function historyOf({ db, words, sheet }: Folder, { id }: Submission) {
  const facts = factsOf(db, id).map((fact) => ({
    ...fact,
    changes: [] as { where: string; from: string; to: string }[],
  }))
  const saves = readTrail(db, { verb: 'submission.saved', subject: ['submission', String(id)] }, 100).map((row) => ({
    kind: 'saved' as const,
    at: row.at,
    by: row.by,
    reason: null,
    changes: Object.entries((row.detail.changes ?? {}) as Changes).map(([field, [from, to]]) => ({
      where: placeOf(field, sheet, breakdowns(db), words),
      from: fieldValueInWords(field, from, sheet, words),
      to: fieldValueInWords(field, to, sheet, words),
    })),
  }))
  return [...facts, ...saves].sort((a, b) => b.at - a.at)
}
