import type { Words } from '../../language/words.ts'
import type { WorkbookLayout } from '../../project/workbook-layout.ts'
import type { TrackingColumnName, WorkbookSheet } from '../../project/workbook-parts.ts'
import type { ReleaseLanguage } from '../../vocabulary/release.ts'
import { bilingualIn, inOneLine } from '../workbook/bilingual.ts'
import { asSheetName, sheetName } from '../workbook/sheets/sheet-names.ts'

/** What a donor's workbook is made of, and in which language it calls its parts. */
export type LayoutInWords = Pick<WorkbookLayout, 'sheets' | 'columns'> & { language: ReleaseLanguage }

/** A sheet as the file calls it, whatever the language of whoever reads of it; null where the layout has none. */
export function sheetCalled(is: Exclude<WorkbookSheet, 'components'>, layout: LayoutInWords): string | null {
  const bilingual = bilingualIn(layout.language)
  const sheet = layout.sheets.find((one) => one.is === is)
  if (!sheet) return null
  return sheet.name ? asSheetName(bilingual.of(sheet.name)) : sheetName(is, bilingual)
}

/** A column of the tracking table, likewise; null where the file has neither, or not that one. */
export function columnCalled(is: Exclude<TrackingColumnName, 'years'>, layout: LayoutInWords): string | null {
  const bilingual = bilingualIn(layout.language)
  const column = layout.columns.find((one) => one.is === is)
  if (!column || sheetCalled('tracking', layout) === null) return null
  return inOneLine(column.name ? bilingual.of(column.name) : bilingual.t(`releases:workbook.column.${is}`))
}

/** Whether readers of the file see words of ratings beside its figures, or shares of the plan alone. */
export function hasRatings(layout: LayoutInWords): boolean {
  return columnCalled('rag', layout) !== null
}

/** What a manager puts into a report beside its figures. */
export type PlacedText = 'explanations' | 'evidence' | 'reasons' | 'deviations'

/** Sheets that are there for it; where a layout has none of comments they stand beside the figures. */
const OWN_SHEETS: Partial<Record<PlacedText, 'narrative' | 'changes'>> = {
  explanations: 'narrative',
  reasons: 'changes',
}

/** Where it stands in the file, in a sentence; or that the layout has no place for it. */
export function placedInWords(text: PlacedText, layout: LayoutInWords, { t }: Words): string {
  const own = OWN_SHEETS[text]
  const sheet = own ? sheetCalled(own, layout) : null
  if (sheet !== null) return t('releases:placed.sheet', { sheet })
  const column = text === 'reasons' ? null : columnCalled(text === 'evidence' ? 'evidence' : 'explanation', layout)
  if (column === null) return t('releases:placed.nowhere')
  return t('releases:placed.column', { column, sheet: sheetCalled('tracking', layout)! })
}
