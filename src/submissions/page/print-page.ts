import { markText } from '../../figures/in-words.ts'
import { partUnitText } from '../../indicators/in-words.ts'
import type { Words } from '../../language/words.ts'
import type { Section } from '../../vocabulary/component.ts'
import { rowsIn, sectionsOf } from '../entry-form/definition.ts'
import type { CellView, GridView } from '../entry-form/grid-page.ts'
import { drawRows, type RowView } from '../entry-form/rows-page.ts'
import type { SubmissionPageState } from '../page-state.ts'
import type { Comment } from '../submission.ts'
import { headingOf, type SubmissionHeading } from './heading.ts'
import { type StandingModel, standingModel } from './standing.ts'

type PrintedValue = { label: string; value: string }

/** An indicator on paper: its values, or the state that stands in their place, what is remarked of it, and what was said about it. */
export type PrintedRow = {
  code: string
  name: string
  unit: string
  period: string | null
  /** Why there are no values, with the reason where there is one. */
  state: string | null
  /** What its partner remarks of it: part of the report. */
  remark: string
  blocks: { title: string | null; values: PrintedValue[]; total: string | null }[]
  comments: readonly Comment[]
}

export type PrintModel = SubmissionHeading &
  Pick<StandingModel, 'status' | 'changed'> & {
    id: number | null
    version: number
    printedAt: number
    sections: { section: Section; rows: PrintedRow[] }[]
    /** What was said about the whole. */
    comments: readonly Comment[]
  }

declare module '../../web/views/models.ts' {
  interface Views {
    'submissions/print': PrintModel
  }
  interface Parts {
    'submissions/printed-values': { row: PrintedRow }
    'submissions/printed-comments': { comments: readonly Comment[] }
  }
}

/** All that is saved of a submission, on paper, to be signed and stamped. */
export function printPage(state: SubmissionPageState, words: Words): PrintModel {
  const { stored, comments, now } = state
  const { status, changed } = standingModel(state)
  return {
    ...headingOf(state, words),
    status,
    changed,
    id: stored?.id ?? null,
    version: stored?.version ?? 0,
    printedAt: now,
    sections: printedSections(state, words),
    comments: comments.filter(({ indicator }) => indicator === null),
  }
}

/** All its values in words, one screen after the other. */
export function printedSections(state: SubmissionPageState, words: Words): PrintModel['sections'] {
  const { definition, comments } = state
  const drawing = { ...state, words, typed: {}, problems: [] }
  return sectionsOf(definition).map((section) => ({
    section,
    rows: drawRows(rowsIn(definition, section), drawing).map((row) => printedRow(row, comments, words)),
  }))
}

function printedRow(row: RowView, comments: readonly Comment[], words: Words): PrintedRow {
  const { code, indicator, period, state, stateName, reason, untouched, grids } = row
  const without = untouched ? markText('not reported', words) : stateName
  const hasValues = state === 'reported' && !untouched
  return {
    code,
    name: words.of(indicator.name),
    unit: partUnitText(indicator, 'value', words),
    period,
    state: hasValues ? null : [without, state === 'not applicable' ? reason.text : ''].filter(Boolean).join(': '),
    remark: state === 'not applicable' ? '' : reason.text,
    blocks: hasValues ? grids.map((grid) => blockOf(grid, row)) : [],
    comments: comments.filter((comment) => comment.indicator === code),
  }
}

function blockOf(grid: GridView, row: RowView): PrintedRow['blocks'][number] {
  const values = [...grid.list, ...grid.lines.flatMap((line) => line.cells)].map((cell) => printedValue(cell, row))
  return { title: grid.title, values, total: grid.total }
}

function printedValue({ label, shown }: CellView, { blank }: RowView): PrintedValue {
  return { label, value: shown ?? blank }
}
