import { textWidth } from '../../../spreadsheet/text-width.ts'
import { roomAcross } from '../../../spreadsheet/writing/room.ts'
import type { Bilingual } from '../bilingual.ts'
import { type LinkCell, plainValue, type SheetPlan } from '../plan.ts'
import { CELL_LETTERS, ROW_LETTERS } from '../theme.ts'

/** A sheet with a link to the contents of the cover beside its title. */
export function withWayBack(sheet: SheetPlan, bilingual: Bilingual): SheetPlan {
  const [title, ...rows] = sheet.rows
  if (!title) return sheet
  const [contents] = bilingual.t('releases:workbook.contents').split(' / ')
  const link: LinkCell = { text: `← ${contents}`, sheet: 'cover' }
  const at = placeBeside(String(plainValue(title.cells[0] ?? null) ?? ''), link, sheet)
  // Where it has no room it stands at the end, to which one has read on.
  if (at === null) return { ...sheet, rows: [...sheet.rows, { cells: [link], style: 'note' }] }
  const between = Array.from({ length: at - title.cells.length }, () => null)
  return { ...sheet, rows: [{ ...title, cells: [...title.cells, ...between, link] }, ...rows] }
}

/** The first column after the end of the title in which the link fits, alone or with the empty ones beside it. */
function placeBeside(title: string, { text }: LinkCell, { columns }: SheetPlan): number | null {
  const needed = [textWidth(title, ROW_LETTERS.title), textWidth(text, CELL_LETTERS)] as const
  const at = columns.findIndex((_, nth) => nth > 0 && roomAcross(columns.slice(0, nth)) >= needed[0])
  return at !== -1 && roomAcross(columns.slice(at)) >= needed[1] ? at : null
}
