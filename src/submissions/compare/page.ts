import { markText } from '../../figures/in-words.ts'
import { labelOf, partUnitText } from '../../indicators/in-words.ts'
import * as format from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { Section } from '../../vocabulary/component.ts'
import type { Previous } from '../checks/previous.ts'
import { type Entry, isRemark, REMARK } from '../entry.ts'
import { type FormRow, rowsIn, sectionsOf } from '../entry-form/definition.ts'
import { headingOf, type SubmissionHeading } from '../page/heading.ts'
import type { StoredSubmission } from '../page-state.ts'
import type { ChoiceField } from '../review/words-field.ts'
import { changeInWords, changeKind, entryInWords, type ValueChangeKind } from './change.ts'
import type { ComparisonQuery } from './form.ts'

/** A version before the one that stands now: who saved it when. */
export type EarlierVersion = { version: number; at: number; by: string | null }

/** A report with what it is compared with; `before`: the values of the chosen version. */
export type ComparedState = StoredSubmission & {
  previous: ReadonlyMap<string, Previous>
  earlier: readonly EarlierVersion[]
  chosen: EarlierVersion | null
  before: readonly Entry[]
}

/** One cell: the value before in words, and how the value now stands to it. */
type Beside = { shown: string; change: string; kind: ValueChangeKind }
/** `kind`: a number, or words, which are read from the left. */
type ComparedCell = { label: string; kind: 'number' | 'words'; now: string; last: Beside; before: Beside | null }
type ComparedRow = { code: string; name: string; unit: string; when: string | null; cells: ComparedCell[] }

export type ComparedModel = SubmissionHeading & {
  id: number
  version: number
  chosen: EarlierVersion | null
  versions: ChoiceField | null
  onlyChanged: boolean
  sections: { section: Section; rows: ComparedRow[] }[]
}

declare module '../../web/views/models.ts' {
  interface Views {
    'submissions/compare/compare': ComparedModel
  }
  interface Parts {
    'submissions/compare/row': { row: ComparedRow } & Pick<ComparedModel, 'version' | 'chosen'>
  }
}

/** Each value beside that of last time and that of an earlier version. */
export function comparedPage(
  state: ComparedState,
  { only }: Pick<ComparisonQuery, 'only'>,
  words: Words,
): ComparedModel {
  const { stored, definition, chosen } = state
  const rowsOf = (section: Section) =>
    rowsIn(definition, section)
      .map((row) => comparedRow(row, state, words))
      .map((row) => (only ? { ...row, cells: row.cells.filter(hasChanged) } : row))
      .filter(({ cells }) => cells.length > 0)
  return {
    ...headingOf(state, words),
    id: stored.id,
    version: stored.version,
    chosen,
    versions: versionsField(state, words),
    onlyChanged: only !== undefined,
    sections: sectionsOf(definition)
      .map((section) => ({ section, rows: rowsOf(section) }))
      .filter(({ rows }) => rows.length > 0),
  }
}

/** Against the earlier version where there is one: that is what somebody has corrected since. */
function hasChanged({ last, before }: ComparedCell): boolean {
  const { kind } = before ?? last
  return kind !== 'same' && kind !== 'none'
}

function versionsField({ earlier, chosen }: ComparedState, words: Words): ChoiceField | null {
  if (!chosen) return null
  return {
    name: 'version',
    label: words.t('submissions:compare.with'),
    options: earlier.map((one) => ({ value: String(one.version), label: versionInWords(one, words) })),
    chosen: String(chosen.version),
  }
}

function versionInWords({ version, at, by }: EarlierVersion, { t, language }: Words): string {
  return t('submissions:compare.version', {
    version,
    at: format.instant(at, language),
    by: by ?? t('submissions:somebody'),
  })
}

function comparedRow(row: FormRow, state: ComparedState, words: Words): ComparedRow {
  const { indicator } = row
  const { code } = indicator
  const previous = state.previous.get(code)
  const of = (entries: readonly Entry[]) => byCell(row, entries)
  const [now, before, last] = [of(state.entries), of(state.before), of(previous?.entries ?? [])]
  const beside = (earlier: Entry | undefined, cell: string): Beside => ({
    shown: entryInWords(indicator, earlier ?? null, words) ?? blankText(cell, words),
    change: changeInWords(indicator, earlier ?? null, now.get(cell) ?? null, words),
    kind: changeKind(indicator, earlier ?? null, now.get(cell) ?? null),
  })
  return {
    code,
    name: words.of(indicator.name),
    unit: partUnitText(indicator, 'value', words),
    when: previous ? format.periodWithDates(previous.span, words.language) : null,
    cells: cellsOf(row, now, before).map((cell) => ({
      label: labelOfCell(cell, state, words),
      kind: cell === REMARK ? 'words' : 'number',
      now: entryInWords(indicator, now.get(cell) ?? null, words) ?? blankText(cell, words),
      last: cell === REMARK ? NOT_COMPARED : beside(last.get(cell), cell),
      before: state.chosen && beside(before.get(cell), cell),
    })),
  }
}

/** What was remarked last time was about the values of that time. */
const NOT_COMPARED: Beside = { shown: '', change: '', kind: 'none' }

function labelOfCell(cell: string, { breakdowns }: ComparedState, words: Words): string {
  if (cell === REMARK) return words.t('submissions:remark')
  return labelOf(cell, breakdowns, words) || words.t('submissions:compare.whole')
}

/** Nobody owes a remark. */
function blankText(cell: string, words: Words): string {
  return cell === REMARK ? '' : markText('not reported', words)
}

/** Where values stand in the cells, the state of the whole is that they do. */
function byCell({ indicator: { code }, grids }: FormRow, entries: readonly Entry[]): Map<string, Entry> {
  const own = entries.filter((one) => one.indicator === code)
  const isDivided = !grids.some(({ cells }) => cells.includes(''))
  const whole: Entry[] =
    isDivided && own.some((one) => !isRemark(one)) && !own.some(({ cell }) => cell === '')
      ? [{ indicator: code, cell: '', state: 'reported', value: null, base: null, reason: null }]
      : []
  return new Map([...whole, ...own].map((one) => [one.cell, one]))
}

/** Those of the form, the undivided one where a state stands or stood in place of values, and a remark where there is or was one. */
function cellsOf({ grids }: FormRow, ...sides: ReadonlyMap<string, Entry>[]): string[] {
  const asked = grids.flatMap(({ cells }) => cells)
  const isMarked = !asked.includes('') && sides.some((side) => (side.get('')?.state ?? 'reported') !== 'reported')
  const isRemarked = sides.some((side) => side.has(REMARK))
  return [...(isMarked ? [''] : []), ...asked, ...(isRemarked ? [REMARK] : [])]
}
