import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import { contentOf } from '../../../src/releases/content/publish.ts'
import { problemFor } from '../../../src/releases/content/source.ts'
import { type Bilingual, bilingualIn } from '../../../src/releases/workbook/bilingual.ts'
import type { SheetPlan } from '../../../src/releases/workbook/plan.ts'
import { q } from '../../support/small-project.ts'
import { protectedOnce } from '../small-report/protected.ts'
import { MADE } from '../small-report/report.ts'

export const en = bilingualIn('en')

/** What the workbook of the small report would hold; its protection is worked out once for all who ask. */
export async function smallContent(): Promise<ReleaseContent> {
  const { source, protection } = await protectedOnce()
  return contentOf(source, problemFor(source).problem, protection.suppressed, { draft: false, at: MADE })
}

export const inBoth = (text: string) => ({ vi: `${text} (vi)`, en: text })

export function textOf(cell: unknown): string {
  if (cell === null || typeof cell !== 'object') return String(cell)
  return 'text' in cell ? String(cell.text) : 'number' in cell ? String(cell.number) : String(cell)
}

export function linesOf({ rows }: SheetPlan): string[] {
  return rows.map(({ cells }) => cells.map(textOf).join('\t'))
}

type Sheet = (content: ReleaseContent, bilingual: Bilingual, name: string) => SheetPlan
/** The lines of a sheet that it would not have otherwise. */
export function added(sheet: Sheet, content: ReleaseContent, more: Partial<ReleaseContent>): string[] {
  const usual = new Set(linesOf(sheet(content, en, 'S')))
  return linesOf(sheet({ ...content, ...more }, en, 'S')).filter((line) => !usual.has(line))
}

/** The same project in two phases, the second of which the report lies in. */
export function inPhases({ project }: ReleaseContent): Partial<ReleaseContent> {
  const phase = (code: string, from: string, to: string) => ({
    ...{ code, name: inBoth(`Phase ${code}`) },
    ...{ from: q(from), to: q(to) },
  })
  return { project: { ...project, phases: [phase('one', '2018-Q1', '2018-Q4'), phase('two', '2020-Q1', '2021-Q4')] } }
}
