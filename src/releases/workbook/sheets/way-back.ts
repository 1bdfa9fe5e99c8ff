import type { Bilingual } from '../bilingual.ts'
import type { SheetPlan } from '../plan.ts'

/** Titles run on over the columns beside them, so far at most, in characters of the standard font. */
const LONGEST_TITLE = 70

/** A sheet with a link to the contents of the cover beside its title. */
export function withWayBack(sheet: SheetPlan, bilingual: Bilingual): SheetPlan {
  const [title, ...rows] = sheet.rows
  if (!title) return sheet
  let room = 0
  const free = sheet.columns.findIndex(({ width }) => {
    room += width
    return room - width >= LONGEST_TITLE
  })
  const [contents] = bilingual.t('releases:workbook.contents').split(' / ')
  const link = { text: `← ${contents}`, sheet: 'cover' }
  // Where the columns are few it stands at the end, to which one has read on.
  if (free === -1) return { ...sheet, rows: [...sheet.rows, { cells: [] }, { cells: [null, link] }] }
  const between = Array.from({ length: free - title.cells.length }, () => null)
  return { ...sheet, rows: [{ ...title, cells: [...title.cells, ...between, link] }, ...rows] }
}
