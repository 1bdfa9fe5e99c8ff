import type { Words } from '../../language/words.ts'
import type { FreeTextProblem } from '../../privacy/free-text.ts'
import { sectionOf } from '../../vocabulary/component.ts'
import { refusal } from '../action.ts'
import { LONGEST_TEXT } from '../form.ts'
import type { StoredSubmission, SubmissionPageState } from '../page-state.ts'
import type { WordsField } from '../review/words-field.ts'
import { type Thread, threadOf } from './thread.ts'

/** In an address, the thread about the whole report. */
export const WHOLE_REPORT = 'whole'

/** Which thread stands open, and what came back to it because it could not be taken as it was written. */
export type ShownTalk = {
  talk?: string | undefined
  said?: { indicator: string; text: string; problem: FreeTextProblem; asks: boolean } | undefined
}

/** What was said of an indicator or of the whole, with the field for what is said next; null where nothing more may be. */
export type ThreadView = Pick<Thread, 'comments' | 'waits'> & {
  /** '' = the whole report. */
  code: string
  /** Of the form that its field belongs to, which stands outside the form of values. */
  formId: string
  isOpen: boolean
  field: WordsField | null
  asks: boolean
  asksToKeep: boolean
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'submissions/talk/thread': { thread: ThreadView }
    'submissions/talk/said': { thread: ThreadView }
    'submissions/talk/forms': { id: number | null; threads: readonly ThreadView[]; csrf: () => string }
    'submissions/talk/whole': { thread: ThreadView; others: readonly ThreadLink[] }
  }
}

/** @param code of the indicator; '' = the whole report */
export function threadView(state: SubmissionPageState, code: string, shown: ShownTalk, words: Words): ThreadView {
  const { comments, waits } = threadOf(state.comments, code || null)
  const said = shown.said?.indicator === code ? shown.said : null
  const mayWrite = state.stored !== null && refusal('comment', state.standing) === null
  return {
    code,
    comments,
    waits,
    formId: ['say', code].filter(Boolean).join('.'),
    isOpen: code === '' || said !== null || shown.talk === code,
    field: mayWrite ? fieldOf(code, said, words) : null,
    asks: said?.asks ?? false,
    asksToKeep: said?.problem === 'may-identify',
  }
}

function fieldOf(code: string, said: ShownTalk['said'] | null, words: Words): WordsField {
  return {
    name: 'text',
    id: ['text', code].filter(Boolean).join('.'),
    form: ['say', code].filter(Boolean).join('.'),
    label: code ? words.t('submissions:talk.about', { code }) : words.t('submissions:talk.about-whole'),
    hint: words.t('submissions:words.hint'),
    error: said ? words.t(`submissions:words-problem.${said.problem}`) : null,
    alert: true,
    autofocus: said !== null && said !== undefined,
    value: said?.text ?? '',
    rows: 2,
    maxlength: LONGEST_TEXT,
    required: true,
  }
}

/** The way to a thread about an indicator. */
export type ThreadLink = Pick<Thread, 'waits'> & { code: string; count: number; href: string }

/** Every indicator of which something has been said, in the order of the form. */
export function threadLinks(state: SubmissionPageState): ThreadLink[] {
  const { stored, comments, definition } = state
  if (!stored) return []
  return definition.rows.flatMap(({ indicator: { code } }) => {
    const { comments: own, waits } = threadOf(comments, code)
    return own.length === 0 ? [] : [{ code, count: own.length, waits, href: threadAddress({ ...state, stored }, code) }]
  })
}

/** Where a thread stands open. @param code of its indicator; '' = the whole report */
export function threadAddress({ stored, definition }: StoredSubmission, code: string): string {
  const row = definition.rows.find(({ indicator }) => indicator.code === code)
  if (!row) return `/submissions/${stored.id}?talk=${WHOLE_REPORT}#comments`
  const query = new URLSearchParams({ component: sectionOf(row.indicator.component), talk: code })
  return `/submissions/${stored.id}?${query}#talk.${encodeURIComponent(code)}`
}
