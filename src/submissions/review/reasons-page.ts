import type { Breakdown } from '../../indicators/breakdown.ts'
import { labelOf } from '../../indicators/in-words.ts'
import type { Words } from '../../language/words.ts'
import type { FreeText } from '../../privacy/free-text.ts'
import type { Section } from '../../vocabulary/component.ts'
import type { Action, Outcome, Refusal } from '../action.ts'
import type { FormRow } from '../entry-form/definition.ts'
import { LONGEST_TEXT } from '../form.ts'
import { headingOf, type SubmissionHeading } from '../page/heading.ts'
import { type PrintedRow, printedSections } from '../page/print-page.ts'
import type { StoredSubmission, SubmissionPageState } from '../page-state.ts'
import { type ReturnForm, reasonCellName, reasonName } from './reasons-form.ts'
import type { ChoiceField, WordsField } from './words-field.ts'

/** A submission that waits is returned, one that is approved is re-opened; the addresses say it as nouns. */
export const SENDING_BACK = { return: 'return', reopen: 'reopening' } as const
export type SendingBack = keyof typeof SENDING_BACK

/** Where reasons are given; null for whoever may neither return nor re-open it. */
export function returnAddress({ stored }: SubmissionPageState, actions: readonly Action[]): string | null {
  const sending = (Object.keys(SENDING_BACK) as SendingBack[]).find((one) => actions.includes(one))
  return stored && sending ? `/submissions/${stored.id}/${SENDING_BACK[sending]}` : null
}

/** An indicator with the reason that can be given for it, and with which of its values that is about. */
type ReturnRow = PrintedRow & { reason: WordsField; cell: ChoiceField | null; isOpen: boolean }

export type ReturnModel = SubmissionHeading & {
  id: number
  version: number
  sending: SendingBack
  action: string
  /** Why it can't be done any more: what was written is shown, and nothing is sent. */
  refused: Refusal | null
  stale: boolean
  summary: { items: { href: string; where: string; text: string }[] }
  whole: WordsField
  sections: { section: Section; rows: ReturnRow[] }[]
  /** Some of it may name a person, and its writer is asked whether it does. */
  asksToKeep: boolean
}

declare module '../../web/views/models.ts' {
  interface Views {
    'submissions/review/return': ReturnModel
  }
  interface Parts {
    'submissions/review/return-row': { row: ReturnRow }
  }
}

/** What the form is shown with: as it was written, and what kept it from being taken. */
export type ReturnShown = { written: ReturnForm; row?: string | undefined; outcome?: Exclude<Outcome, { done: true }> }

/** Why a submission is to be corrected, for the whole and at each indicator, beside all that was reported. */
export function returnPage(
  state: SubmissionPageState & StoredSubmission,
  sending: SendingBack,
  { written, row, outcome }: ReturnShown,
  words: Words,
): ReturnModel {
  const { id, version } = state.stored
  const wrong = [{ ...written.whole, indicator: '' }, ...written.rows].filter(({ problem }) => problem !== null)
  return {
    ...headingOf(state, words),
    id,
    version,
    sending,
    action: `/submissions/${id}/${SENDING_BACK[sending]}`,
    refused: outcome && 'refused' in outcome ? outcome.refused : null,
    stale: outcome !== undefined && 'stale' in outcome,
    summary: {
      items: wrong.map(({ indicator, problem }) => ({
        href: indicator ? `#${reasonName(indicator)}` : '#text',
        where: indicator,
        text: words.t(`submissions:words-problem.${problem!}`),
      })),
    },
    whole: wholeField(written.whole, sending, words),
    sections: printedSections(state, words).map(({ section, rows }) => ({
      section,
      rows: rows.map((printed) => returnRow(printed, state, written, row, words)),
    })),
    asksToKeep: wrong.some(({ problem }) => problem === 'may-identify'),
  }
}

function wholeField({ text, problem }: FreeText, sending: SendingBack, words: Words): WordsField {
  return {
    name: 'text',
    label: words.t(`submissions:words.${sending}`),
    hint: words.t('submissions:words.hint'),
    error: problem && words.t(`submissions:words-problem.${problem}`),
    value: text,
    rows: 3,
    maxlength: LONGEST_TEXT,
    required: true,
  }
}

function returnRow(
  printed: PrintedRow,
  { definition, breakdowns }: SubmissionPageState,
  written: ReturnForm,
  opened: string | undefined,
  words: Words,
): ReturnRow {
  const { code } = printed
  const row = definition.rows.find(({ indicator }) => indicator.code === code)!
  const given = written.rows.find(({ indicator }) => indicator === code)
  return {
    ...printed,
    reason: {
      name: reasonName(code),
      label: words.t('submissions:return.reason', { code }),
      error: given?.problem ? words.t(`submissions:words-problem.${given.problem}`) : null,
      value: given?.text ?? '',
      rows: 2,
      maxlength: LONGEST_TEXT,
    },
    cell: cellField(row, given?.cell ?? '', breakdowns, words),
    isOpen: given !== undefined || opened === code,
  }
}

/** Nothing is chosen where there is but one value. */
function cellField(
  { indicator: { code }, grids }: FormRow,
  chosen: string,
  breakdowns: readonly Breakdown[],
  words: Words,
): ChoiceField | null {
  const cells = grids.flatMap((grid) => grid.cells).filter((cell) => cell !== '')
  if (cells.length < 2) return null
  const whole = { value: '', label: words.t('submissions:return.all-cells') }
  const options = cells.map((cell) => ({ value: cell, label: labelOf(cell, breakdowns, words) }))
  return {
    name: reasonCellName(code),
    label: words.t('submissions:return.cell', { code }),
    options: [whole, ...options],
    chosen,
  }
}
