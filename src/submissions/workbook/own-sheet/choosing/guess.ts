import type { Breakdown } from '../../../../indicators/breakdown.ts'
import { folded } from '../../../../language/folded.ts'
import type { Text } from '../../../../language/text.ts'
import type { EntryFormDefinition, FormRow } from '../../../entry-form/definition.ts'
import type { ColumnRole } from '../reading/mapping.ts'
import { cellsAsked, fieldMeant, type Meaning, meaningText } from '../reading/meaning.ts'
import { quarterIn } from '../reading/quarter-text.ts'

/** Headings of what is no number, as they begin. */
const ROLE_NAMES: [ColumnRole, RegExp][] = [
  ['place', /^(?:tinh|thanh pho|dia ban|dia phuong|noi bao cao|province|place|area)\b/],
  ['quarter', /^(?:quy|ky bao cao|ky|quarter|period)\b/],
  ['row', /^(?:chi so|chi tieu|noi dung|phan to|nhom|doi tuong|indicators?|items?|group|category|breakdown)\b/],
]

/** What a column probably holds, by its heading, for somebody to look at; '' = nothing that is known. */
export function guessColumn(heading: string, definition: EntryFormDefinition): string {
  if (quarterIn(heading)) return 'by-quarter'
  const meant = guessMeaning(heading, definition)
  if (meant !== '') return meant
  const plain = folded(heading)
  return ROLE_NAMES.find(([, pattern]) => pattern.test(plain))?.[0] ?? ''
}

/** What a text probably says of numbers: the indicator it names by code or name, the categories it names, or both where there is such a cell. */
export function guessMeaning(text: string, definition: EntryFormDefinition): string {
  const plain = ` ${folded(text)} `
  const named = definition.rows.filter((row) => isNamed(row, plain))
  const row = named.length === 1 ? named[0]! : null
  const categories = categoriesNamed(plain, row ? [row] : definition.rows)
  const whole: Meaning = { part: 'v', indicator: row?.indicator.code ?? null, categories: {} }
  if (row) {
    const meant = { ...whole, categories }
    return meaningText(fieldMeant([meant], definition) ? meant : whole)
  }
  return Object.keys(categories).length === 1 ? meaningText({ ...whole, categories }) : ''
}

function isNamed({ indicator: { code, name } }: FormRow, plain: string): boolean {
  return plain.includes(` ${code.toLowerCase()} `) || holds(plain, name)
}

/** Of each breakdown the one category that is named, by its longest name: "not recorded" is no "recorded". */
function categoriesNamed(plain: string, rows: readonly FormRow[]): Record<string, string> {
  const found: Record<string, string> = {}
  for (const { code, categories } of breakdownsOf(rows)) {
    const named = categories.filter(({ name }) => holds(plain, name))
    const [longest] = named.sort((a, b) => b.name.vi.length - a.name.vi.length)
    if (longest) found[code] = longest.code
  }
  return found
}

function breakdownsOf(rows: readonly FormRow[]): Breakdown[] {
  const split = rows
    .filter((row) => cellsAsked(row).length > 1)
    .flatMap(({ grids }) => grids.flatMap((one) => one.breakdowns))
  return [...new Map(split.map((one) => [one.code, one])).values()]
}

/** Whether words of a text are a name, in either language. */
function holds(plain: string, { vi, en }: Text): boolean {
  return [vi, en].some((name) => {
    const words = folded(name)
    return words !== '' && plain.includes(` ${words} `)
  })
}
