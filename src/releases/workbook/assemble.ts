import type { WorkbookSheet } from '../../project/workbook-parts.ts'
import type { ReleaseContent } from '../content/content.ts'
import { type Bilingual, bilingualIn } from './bilingual.ts'
import { type LiveCells, liveCells } from './data-sheet/live.ts'
import { dataSheet } from './data-sheet/sheet.ts'
import { type DataTable, dataTable } from './data-sheet/table.ts'
import type { SheetPlan, WorkbookPlan } from './plan.ts'
import { withNumberColumns } from './print/number-columns.ts'
import { withRowHeights } from './print/row-heights.ts'
import { changesSheet, hasChanges } from './sheets/changes.ts'
import { coverSheet } from './sheets/cover.ts'
import { breakdownsSheet } from './sheets/detail/breakdowns.ts'
import { componentSheet } from './sheets/detail/component.ts'
import { shorterPeriodsSheet } from './sheets/detail/shorter-periods.ts'
import { goalsSheet } from './sheets/goals.ts'
import { logframeSheet } from './sheets/logframe/logframe.ts'
import { narrativeSheet } from './sheets/narrative.ts'
import { notesSheet } from './sheets/notes.ts'
import { asSheetName, componentSheetName, namedApart, sheetName } from './sheets/sheet-names.ts'
import { summarySheet } from './sheets/summary.ts'
import { trackingSheet } from './sheets/tracking/tracking.ts'
import { withWayBack } from './sheets/way-back.ts'

/** The donor's workbook: cover, summary, tracking table, a sheet a component, data, what changed, notes. */
export function workbookOf(content: ReleaseContent): WorkbookPlan {
  const bilingual = bilingualIn(content.release.language, content.project.terms)
  const data = dataTable(content)
  const live = liveCells(data)
  const sheets = content.layout.sheets.flatMap(({ is, name: own }) => {
    if (is === 'components') return componentSheets(content, bilingual, data)
    const name = own ? asSheetName(bilingual.of(own)) : sheetName(is, bilingual)
    const sheet = sheetOf(is, content, bilingual, name, { data, live })
    if (!sheet) return []
    // What has changed is found by its title, by those who look for what can be worked out.
    return own && is !== 'changes' ? titled(sheet, bilingual.of(own).replace('\n', ' / ')) : sheet
  })
  const inside = namedApart(sheetName('cover', bilingual), sheets)
  return {
    title: content.release.title,
    author: bilingual.of(content.project.name).split('\n')[0] ?? '',
    language: bilingual.main,
    createdAt: content.versionAt,
    sheets: [coverSheet(content, inside, bilingual), ...inside.map((sheet) => withWayBack(sheet, bilingual))].map(
      (sheet) => withRowHeights(withNumberColumns(sheet, bilingual)),
    ),
  }
}

/** Null where there is nothing to stand on it. */
function sheetOf(
  is: Exclude<WorkbookSheet, 'components'>,
  content: ReleaseContent,
  bilingual: Bilingual,
  name: string,
  { data, live }: { data: DataTable; live: LiveCells },
): SheetPlan | null {
  switch (is) {
    case 'summary':
      return summarySheet(content, bilingual, name, live)
    case 'logframe':
      return logframeSheet(content, bilingual, name, live)
    case 'tracking':
      return trackingSheet(content, bilingual, name, live)
    case 'breakdowns':
      return breakdownsSheet(content, bilingual, name, live)
    case 'goals':
      return goalsSheet(content, bilingual, name, live)
    case 'narrative':
      return narrativeSheet(content, bilingual, name)
    case 'data':
      return dataSheet(content, bilingual, name, data)
    case 'changes':
      // The summary says that there are none.
      return hasChanges(content) || !content.layout.sheets.some((one) => one.is === 'summary')
        ? changesSheet(content, bilingual, name, live)
        : null
    case 'notes':
      return notesSheet(content, bilingual, name)
  }
}

/** One sheet a component, one for what belongs to none, and one for the shorter periods of them all. */
function componentSheets(content: ReleaseContent, bilingual: Bilingual, data: DataTable): SheetPlan[] {
  const each = [null, ...content.project.terms.components.map(({ code }) => code)].flatMap((component) => {
    const key = component === null ? 'project' : `component-${component}`
    const name = component === null ? sheetName('project', bilingual) : componentSheetName(component, bilingual)
    return componentSheet(content, component, bilingual, { key, name }, data) ?? []
  })
  return [...each, ...[shorterPeriodsSheet(content, bilingual, sheetName('periods', bilingual), data) ?? []].flat()]
}

/** A sheet that its reader calls by another name says so in its title. */
function titled(sheet: SheetPlan, title: string): SheetPlan {
  const [first, ...rows] = sheet.rows
  return first ? { ...sheet, rows: [{ ...first, cells: [title, ...first.cells.slice(1)] }, ...rows] } : sheet
}
