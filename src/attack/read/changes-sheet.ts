import { TRAITS } from '../../indicators/measure.ts'
import type { Measure } from '../../vocabulary/indicator.ts'
import { byColumn, headingsOf } from './columns.ts'
import { type Sheet, textAt } from './read-xlsx.ts'
import type { ToldChange } from './report.ts'
import { isSaying, valuesSaid } from './sayings.ts'

const KEYS = ['ref', 'place', 'period', 'category', 'before', 'now', 'difference'] as const

/** Sentences on indicators that have changed by more than is told. */
const UNTOLD = ['releases:workbook.changes.untold', 'releases:workbook.changes.held'] as const

/** *What changed*: rows of counts, and which indicators have more than is told; null when a sheet is another one. */
export function readChanges(
  sheet: Sheet,
  measures: ReadonlyMap<string, Measure>,
): { changes: ToldChange[]; untold: string[] } | null {
  if (!isSaying(textAt(sheet.rows[0] ?? [], 0), 'releases:workbook.sheet.changes')) return null
  const untold = sheet.rows.flatMap((row) => {
    return UNTOLD.flatMap((saying) => valuesSaid(textAt(row, 0), saying, ['codes'])?.[0]?.split(', ') ?? [])
  })
  const headings = headingsOf(sheet, KEYS, KEYS)
  const changes = headings
    ? sheet.rows.slice(headings.row + 1).flatMap((row): ToldChange[] => {
        const at = byColumn(row, headings)
        const [indicator, difference] = [at('ref')?.text ?? '', at('difference')]
        const measure = measures.get(indicator)
        if (!measure || !TRAITS[measure].counted.includes('amount')) return []
        if (!difference || difference.number === null) return []
        const about = [at('place'), at('period'), at('category')].map((entry) => entry?.text ?? '').join(', ')
        return [{ indicator, about: about.replaceAll('\n', ' / '), difference: difference.number, at: difference.at }]
      })
    : []
  return { changes, untold }
}
