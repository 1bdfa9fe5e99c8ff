import type { WorkbookSheet } from '../../../project/workbook-parts.ts'
import type { Bilingual } from '../bilingual.ts'
import type { SheetPlan } from '../plan.ts'
import { componentName } from './in-words.ts'

/** What sheets are known by; the others are one a component. */
export type SheetKey = Exclude<WorkbookSheet, 'components'> | 'cover' | 'project' | 'periods'

/** As a sheet is called, unless its reader has another name for it. */
export function sheetName(key: SheetKey, bilingual: Bilingual): string {
  return asSheetName(bilingual.t(`releases:workbook.sheet.${key}`))
}

/** Both names where they have room, else the whole of the first. */
export function componentSheetName(component: string, bilingual: Bilingual): string {
  const both = componentName({ component }, bilingual)
  const [first = both] = both.split(/ \/ |\n/)
  return asSheetName(both.length <= LONGEST_NAME ? both : first)
}

const LONGEST_NAME = 31

/** No two sheets have one name, in whatever letters, and a project may call a component as it likes. */
export function namedApart(cover: string, sheets: readonly SheetPlan[]): SheetPlan[] {
  const taken = new Set([cover.toLocaleLowerCase('vi')])
  return sheets.map((sheet) => {
    let name = sheet.name
    for (let nth = 2; taken.has(name.toLocaleLowerCase('vi')); nth++)
      name = `${sheet.name.slice(0, LONGEST_NAME - 4)} (${nth})`
    taken.add(name.toLocaleLowerCase('vi'))
    return { ...sheet, name }
  })
}

/** Excel allows 31 letters, and neither slashes nor brackets nor a few others; two languages stand on one line. */
export function asSheetName(name: string): string {
  return name
    .replace(/ \/ |\n/g, ' – ')
    .replace(/[\\/?*[\]:]/g, '-')
    .slice(0, LONGEST_NAME)
    .trim()
}
