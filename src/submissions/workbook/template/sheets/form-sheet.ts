import type { Words } from '../../../../language/words.ts'
import type { Section } from '../../../../vocabulary/component.ts'
import { rowsIn } from '../../../entry-form/definition.ts'
import { drawRows } from '../../../entry-form/rows-page.ts'
import { sheetHeading } from '../../sheet-heading.ts'
import type { TemplateSheet } from '../plan.ts'
import type { TemplateForm } from '../template.ts'
import { inputColumns } from './block.ts'
import { LAST_COLUMNS } from './block-context.ts'
import { addIndicator } from './indicator-rows.ts'
import { SheetBuilder } from './sheet-builder.ts'

/** Characters of the columns: labels, and each number. */
const WIDTHS = { label: 34, number: 12 }
/** A state and its reason beside each other need so many columns, whatever is typed below them. */
const LEAST_COLUMNS = 7

/** One screen of the entry form as a sheet, laid out as it is there. */
export function formSheet(
  { loaded, previous, targets }: TemplateForm,
  section: Section,
  { name, nth, lists, words }: { name: string; nth: number; lists: string[][]; words: Words },
): TemplateSheet {
  const rows = rowsIn(loaded.definition, section)
  const drawing = { ...loaded, words, typed: {}, problems: [], previous, targets, inForce: [] }
  const views = drawRows(rows, drawing)
  const columns = rows.flatMap((row, at) =>
    views[at]!.grids.map((grid) => inputColumns(row, grid) + Math.max(LAST_COLUMNS, grid.columns.length)),
  )
  const sheet = new SheetBuilder([
    WIDTHS.label,
    ...Array<number>(Math.max(LEAST_COLUMNS, ...columns)).fill(WIDTHS.number),
  ])
  const { whose, when } = sheetHeading(loaded, words)
  sheet.addText('title', whose)
  sheet.addText('lead', `${when} · ${words.component(section)}`)
  const frozen = sheet.next
  sheet.addText('about', words.t('submissions:workbook.template.how'))
  rows.forEach((row, at) => {
    const own = loaded.entries.filter((entry) => entry.indicator === row.indicator.code)
    addIndicator(sheet, { row, view: views[at]!, own, words, lists })
  })
  return sheet.sheet(name, frozen, nth)
}
