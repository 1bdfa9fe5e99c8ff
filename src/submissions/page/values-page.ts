import { pagerOf, rowsOfPage } from '../../forms/pager.ts'
import { fieldOf } from '../../indicators/value-field.ts'
import type { Words } from '../../language/words.ts'
import { type FieldChangeInWords, fieldChangeInWords } from '../entry-form/in-words.ts'
import type { Save, StoredSubmission } from '../page-state.ts'
import { lastSentBack, type SubmissionEvent } from '../submission.ts'
import { headingOf, type SubmissionHeading } from './heading.ts'

/** One field that was changed: who, when, from what to what, and in answer to what. */
export type ValueChange = FieldChangeInWords & {
  at: number
  by: string | null
  /** The reason why the report had been returned or re-opened; null before anything of the kind. */
  why: string | null
}

export type ValuesModel = SubmissionHeading & {
  id: number
  /** Code of the indicator that is shown alone; '' = all. */
  indicator: string
  indicators: string[]
  changes: readonly ValueChange[]
  pager: ReturnType<typeof pagerOf>
}

declare module '../../web/views/models.ts' {
  interface Views {
    'submissions/values': ValuesModel
  }
}

const MOST_ON_A_PAGE = 200

/** Every change of every value of a submission, the latest first. */
export function valuesPage(
  loaded: StoredSubmission,
  { facts, saves }: { facts: readonly SubmissionEvent[]; saves: readonly Save[] },
  asked: { indicator: string; page: number },
  words: Words,
): ValuesModel {
  const { stored, definition } = loaded
  const indicators = definition.rows.map((row) => row.indicator.code)
  const indicator = indicators.includes(asked.indicator) ? asked.indicator : ''
  const all = saves.flatMap((save) => changesOf(save, facts, indicator, loaded, words))
  const shown = rowsOfPage(all, asked.page, MOST_ON_A_PAGE)
  const address = (page: number) =>
    `/submissions/${stored.id}/history?${new URLSearchParams({ indicator, page: String(page) })}`
  return {
    ...headingOf(loaded, words),
    id: stored.id,
    indicator,
    indicators,
    changes: shown.rows,
    pager: pagerOf(shown, address, words),
  }
}

function changesOf(
  { at, by, changes }: Save,
  facts: readonly SubmissionEvent[],
  indicator: string,
  loaded: StoredSubmission,
  words: Words,
): ValueChange[] {
  const asked = lastSentBack(facts.filter((fact) => fact.at <= at))
  return Object.entries(changes)
    .filter(([field]) => indicator === '' || fieldOf(field)?.indicator === indicator)
    .map(([field, change]) => ({
      ...fieldChangeInWords(field, change, loaded, words),
      ...{ at, by },
      why: asked?.rows?.find((row) => row.indicator === fieldOf(field)?.indicator)?.text ?? asked?.reason ?? null,
    }))
}
