import type { PublishableCell } from '../../../../disclosure/publishable.ts'
import type { ReleaseContent, ReleaseTable } from '../../../content/content.ts'
import type { Bilingual } from '../../bilingual.ts'

const SECTIONS: readonly ReleaseTable['section'][] = ['series', 'provinces', 'totals', 'years']

/** An indicator of a sheet: its tables, and the project and each area with every figure that there is of them. */
export type Detailed = {
  tables: readonly ReleaseTable[]
  indicator: ReleaseTable['table']['indicator']
  places: { label: string; figures: PublishableCell[]; isWhole: boolean }[]
}

/** The indicators of a component, or of none, that have figures by periods. */
export function detailsOf(content: ReleaseContent, component: string | null, bilingual: Bilingual): Detailed[] {
  return content.indicators.flatMap(({ code, component: own }): Detailed[] => {
    if (own !== component) return []
    const tables = content.tables.filter(
      ({ section, table }) => SECTIONS.includes(section) && table.indicator.code === code,
    )
    if (!tables.some(({ section }) => section !== 'years')) return []
    return [{ tables, indicator: tables[0]!.table.indicator, places: placesIn(tables, bilingual) }]
  })
}

function placesIn(tables: readonly ReleaseTable[], bilingual: Bilingual): Detailed['places'] {
  const places = new Map<string, Detailed['places'][number]>()
  for (const { section, table } of tables)
    for (const [at, { key, label }] of table.rows.entries()) {
      const known = places.get(key) ?? { label: bilingual.of(label), figures: [], isWhole: section !== 'provinces' }
      places.set(key, { ...known, figures: [...known.figures, ...(table.cells[at] ?? [])] })
    }
  return [...places.values()]
}

/** By what name other programs find the table of a sheet: "Component_prevention". */
export function tableName(sheetKey: string): string {
  const name = sheetKey.replace(/\W/g, '_')
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}
