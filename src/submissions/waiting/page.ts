import { pagerOf } from '../../forms/pager.ts'
import { instant } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import { headingOf, type SubmissionHeading } from '../page/heading.ts'
import type { StoredSubmission } from '../page-state.ts'
import type { ReviewDoubt } from './doubts.ts'

/** One that waits for approval, since when (ms), and what is doubtful about it. */
export type WaitingSubmission = { loaded: StoredSubmission; since: number; doubts: readonly ReviewDoubt[] }

/** One page of them, the longest waiting first; `count` is how many there are on all pages. */
export type WaitingState = { count: number; submissions: readonly WaitingSubmission[]; page: number; pages: number }

type WaitingRow = Pick<SubmissionHeading, 'partner' | 'place' | 'quarter'> & {
  /** As it is named in a form: its id and the version that was shown. */
  chosen: string
  href: string
  since: string
  doubts: string[]
}

export type WaitingModel = {
  count: number
  /** Those on this page without doubts, where they can be approved together, and those to look at first. */
  clear: WaitingRow[]
  approval: string
  doubtful: WaitingRow[]
  pager: ReturnType<typeof pagerOf>
}

export type ApprovalModel = {
  rows: (WaitingRow & { ticked: boolean })[]
  page: number
  back: string
  problem: 'none-ticked' | 'all-changed' | null
}

declare module '../../web/views/models.ts' {
  interface Views {
    'submissions/waiting/waiting': WaitingModel
    'submissions/waiting/approval': ApprovalModel
  }
  interface Parts {
    'submissions/waiting/rows': { rows: WaitingRow[] }
  }
}

export function waitingPage({ count, submissions, page, pages }: WaitingState, words: Words): WaitingModel {
  const rows = submissions.map((one) => rowOf(one, words))
  return {
    count,
    clear: rows.filter(({ doubts }) => doubts.length === 0),
    approval: addressAt('/submissions/waiting/approval', page),
    doubtful: rows.filter(({ doubts }) => doubts.length > 0),
    pager: pagerOf({ page, pages }, (to) => addressAt('/submissions/waiting', to), words),
  }
}

/**
 * What is asked before those of a page without doubts are approved: how many and which.
 * @param chosen those ticked before, where the form comes back; otherwise all are
 */
export function approvalPage(
  { submissions, page }: WaitingState,
  words: Words,
  shown: { problem?: ApprovalModel['problem']; chosen?: readonly string[] } = {},
): ApprovalModel {
  const rows = submissions.filter(({ doubts }) => doubts.length === 0).map((one) => rowOf(one, words))
  return {
    rows: rows.map((row) => ({ ...row, ticked: shown.chosen?.includes(row.chosen) ?? true })),
    page,
    back: addressAt('/submissions/waiting', page),
    problem: shown.problem ?? null,
  }
}

function rowOf({ loaded, since, doubts }: WaitingSubmission, words: Words): WaitingRow {
  const { partner, place, quarter } = headingOf(loaded, words)
  const { id, version } = loaded.stored
  return {
    partner,
    place,
    quarter,
    chosen: `${id}:${version}`,
    href: `/submissions/${id}`,
    since: instant(since, words.language),
    doubts: doubts.map((doubt) => doubtInWords(doubt, words)),
  }
}

function doubtInWords(doubt: ReviewDoubt, { t, language }: Words): string {
  switch (doubt.kind) {
    case 'asked': {
      const said = t('submissions:doubts', { count: doubt.count })
      return doubt.indicators.length > 0 ? `${said}: ${doubt.indicators.join(', ')}` : said
    }
    case 'gap':
      return t('submissions:waiting.doubt.gap', { indicators: doubt.indicators.join(', ') })
    case 'question': {
      const said = t('submissions:waiting.doubt.question')
      return doubt.indicators.length > 0 ? `${said}: ${doubt.indicators.join(', ')}` : said
    }
    case 'late':
      return t('submissions:late', { at: instant(doubt.at, language) })
    case 'corrected':
      return t('submissions:waiting.doubt.corrected')
  }
}

function addressAt(path: string, page: number): string {
  return page > 1 ? `${path}?page=${page}` : path
}
