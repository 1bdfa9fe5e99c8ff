import type { Words } from '../../language/words.ts'
import type { Section } from '../../vocabulary/component.ts'
import { type Action, allowedActions, type Refusal } from '../action.ts'
import type { Finding } from '../checks/finding.ts'
import {
  type DoubtView,
  doubtView,
  type ProblemView,
  problemView,
  sectionOfFirst,
  submissionDoubts,
} from '../checks/findings-page.ts'
import type { Hard } from '../checks/hard.ts'
import { isRemark } from '../entry.ts'
import { rowsIn, sectionsOf } from '../entry-form/definition.ts'
import { placeOf } from '../entry-form/in-words.ts'
import type { Problem } from '../entry-form/parsed-form.ts'
import { drawRows, type RowBeside, type RowView } from '../entry-form/rows-page.ts'
import type { SubmissionPageState } from '../page-state.ts'
import { type AskedRow, askedRows } from '../review/asked-page.ts'
import { returnAddress } from '../review/reasons-page.ts'
import { type ShownTalk, type ThreadLink, type ThreadView, threadLinks, threadView } from '../talk/talk-page.ts'
import { typingSentences } from '../typing/sentences.ts'
import type { Queue } from '../waiting/queue.ts'
import { sheetHeadings } from '../workbook/sheet-heading.ts'
import { screenAddress } from './address.ts'
import { headingOf, type SubmissionHeading } from './heading.ts'
import { type HistoryEvent, submissionHistory } from './history.ts'
import { isNeverDue, type StandingModel, standingModel } from './standing.ts'

/** What is shown besides the saved values: typed text that could not be saved, problems, a sentence on top. */
export type FormOutcome = ShownTalk & {
  section?: string | undefined
  typed?: Readonly<Record<string, string>>
  problems?: readonly (Problem | Finding<Hard>)[]
  /** Fields in which something could be read that is not saved. */
  unsaved?: readonly string[]
  /** What was typed differs from what somebody else has saved since: its person is asked on a page of its own. */
  differs?: boolean
  /** Shown is all that keeps it from being handed in. */
  handingIn?: boolean
  refused?: Refusal
  stale?: boolean
}

/** A doubt as a reviewer reads it. */
type NotedDoubt = DoubtView & { note: string | null }

/** A screen of the submission, with how many of its indicators have been filled in or marked. */
type Tab = { section: Section; href: string; here: boolean; done: number; of: number }

export type SubmissionModel = SubmissionHeading &
  StandingModel & {
    /** Null: it is due and has not been begun. */
    id: number | null
    version: number
    tabs: Tab[]
    /** The screen that is shown, and the one after it. */
    section: Section | null
    next: Section | null
    rows: (RowView & RowBeside)[]
    /** What was asked of single indicators when it was returned, with what became of it. */
    asked: AskedRow[]
    editable: boolean
    actions: Action[]
    /** Where it is returned or re-opened, by whoever may. */
    returning: string | null
    summary: { lead: string | null; items: ProblemView[] }
    unsaved: { where: string; text: string }[]
    /** Where its person chooses between what was typed and what somebody else has saved since. */
    differences: string | null
    doubts: NotedDoubt[]
    refused: Refusal | null
    stale: boolean
    /** Talk about the whole, the way to that about indicators, and all threads of the page, whose fields stand in forms of their own. */
    whole: ThreadView
    others: ThreadLink[]
    threads: ThreadView[]
    queue: Queue | null
    history: HistoryEvent[]
    script: string | null
    /** What the script says by itself. */
    sentences: string
    /** Whose form it is and of when, as a sheet of its Excel form says in its heading, in each language. */
    headings: string
    /** Address of the first blank on the page, to get to it past everything above. */
    firstBlank: string | null
  }

type Csrf = { csrf: () => string }
/** The address of a script. */
type Asset = { asset: (name: string) => string }

declare module '../../web/views/models.ts' {
  interface Views {
    'submissions/submission': SubmissionModel
  }
  interface Parts {
    'submissions/standing': StandingModel & Pick<SubmissionModel, 'refused' | 'stale'>
    'submissions/doubts': Pick<SubmissionModel, 'doubts'>
    'submissions/confirm-text': object
    'submissions/entry-form/form': Csrf &
      Asset & { personId: number } & Pick<
        SubmissionModel,
        'id' | 'version' | 'slugs' | 'section' | 'next' | 'rows' | 'editable' | 'sentences' | 'headings'
      >
    'submissions/review/review': Csrf & Pick<SubmissionModel, 'id' | 'version' | 'actions' | 'returning'>
    'submissions/review/queue': { queue: Queue }
    'submissions/review/history': Pick<SubmissionModel, 'id' | 'history'>
  }
}

/** The way to the files behind an indicator, where there are any. */
function evidenceOfRow(code: string, { stored, evidence }: SubmissionPageState): Pick<RowView, 'evidence'> {
  const count = evidence.get(code) ?? 0
  return stored && count > 0 ? { evidence: { href: `/submissions/${stored.id}/evidence#evidence-${code}`, count } } : {}
}

export function submissionPage(state: SubmissionPageState, shown: FormOutcome, words: Words): SubmissionModel {
  const { stored, definition, standing } = state
  const problems = shown.problems ?? []
  const sections = isEmptyForm(state, shown) ? [] : sectionsOf(definition)
  const section = sections.find((one) => one === shown.section) ?? sectionOfFirst(definition, problems) ?? sections[0]
  const actions = allowedActions(standing)
  const handingIn = shown.handingIn ?? false
  const editable = actions.includes('save')
  const drawing = { ...state, words, typed: shown.typed ?? {}, problems }
  const returning = returnAddress(state, actions)
  const asked = askedRows(state, { section, editable }, words)
  const rows = drawRows(section ? rowsIn(definition, section) : [], drawing).map((row) => ({
    ...row,
    asked: asked.find(({ code }) => code === row.code) ?? null,
    talk: threadView(state, row.code, shown, words),
    returning: returning && `${returning}?row=${row.code}#row.${row.code}`,
  }))
  const whole = threadView(state, '', shown, words)
  const [blank] = editable ? rows.flatMap((row) => row.blanks) : []
  return {
    ...headingOf(state, words),
    ...standingModel(state),
    id: stored?.id ?? null,
    version: stored?.version ?? 0,
    tabs: sections.map((one) => tabOf(one, state, section, handingIn)),
    section: section ?? null,
    next: section ? (sections[sections.indexOf(section) + 1] ?? null) : null,
    rows: rows.map((row) => ({ ...row, ...evidenceOfRow(row.code, state) })),
    asked,
    editable,
    actions,
    returning,
    summary: {
      lead: problems.some((one) => isUnread(one, shown)) ? words.t('submissions:unread-kept') : null,
      items: problems.map((problem) => problemView(problem, state, { section, handingIn }, words)),
    },
    unsaved: (shown.unsaved ?? []).map((field) => ({
      where: placeOf(field, definition, state.breakdowns, words),
      text: shown.typed?.[field] ?? '',
    })),
    differences: stored && shown.differs ? `/submissions/${stored.id}/differences` : null,
    doubts: doubtsForReview(state, words),
    refused: shown.refused ?? null,
    stale: shown.stale ?? false,
    whole,
    others: threadLinks(state),
    threads: [whole, ...rows.map(({ talk }) => talk)],
    queue: state.queue,
    history: submissionHistory(state, words),
    script: editable ? 'entry.js' : null,
    sentences: editable ? typingSentences(words) : '',
    headings: editable ? sheetHeadings(state, words) : '',
    firstBlank: blank === undefined ? null : `#${encodeURIComponent(blank)}`,
  }
}

/** What is unusual about what was handed in, each with what its partner said of it. */
function doubtsForReview(state: SubmissionPageState, words: Words): NotedDoubt[] {
  const { reviewed } = state
  if (!reviewed) return []
  return submissionDoubts(state, reviewed.beside)
    .map((doubt) => doubtView(doubt, state, words))
    .map((doubt) => ({ ...doubt, note: reviewed.notes.get(doubt.id) ?? null }))
}

/** Typed and not saved because of this problem, unlike what is missing or wrong in what is saved. */
function isUnread({ field }: Problem | Finding<Hard>, { typed }: FormOutcome): boolean {
  return (typed?.[field] ?? '').trim() !== ''
}

/** A form that nothing can be entered in is shown only with what somebody typed into it before. */
function isEmptyForm(state: SubmissionPageState, { typed }: FormOutcome): boolean {
  return isNeverDue(state) && typed === undefined
}

function tabOf(section: Section, state: SubmissionPageState, here: Section | undefined, handingIn: boolean): Tab {
  const touched = new Set(state.entries.filter((entry) => !isRemark(entry)).map((entry) => entry.indicator))
  const rows = rowsIn(state.definition, section)
  return {
    section,
    href: screenAddress(state, section, handingIn),
    here: section === here,
    done: rows.filter((row) => touched.has(row.indicator.code)).length,
    of: rows.length,
  }
}
