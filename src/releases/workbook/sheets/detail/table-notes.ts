import { earlierNumberIn, type PublishableCell, type PublishableTable } from '../../../../disclosure/publishable.ts'
import { markText, whyText } from '../../../../figures/in-words.ts'
import type { ReleaseTable } from '../../../content/content.ts'
import { type Bilingual, inOneLine } from '../../bilingual.ts'
import { type DetailPeriod, periodKey } from './periods.ts'

/**
 * Notes of some periods; `isWhole`: with what holds of the tables whatever the period; `isBrokenDown`: rows are categories, all of which
 * the same submissions are of.
 */
type Noted = { periods: readonly DetailPeriod[]; isWhole: boolean; isBrokenDown?: true }

/** What has to be known of tables, in words: what is partial, carried, broken, and of which rows and periods; then what holds of all. */
export function tableNotes(
  tables: readonly ReleaseTable[],
  bilingual: Bilingual,
  { periods: asked, isWhole, isBrokenDown }: Noted,
): string[] {
  const keys = new Set(asked.map(({ key }) => key))
  const said = new Map<string, Map<string, string[]>>()
  for (const { table } of tables)
    for (const [at, { label }] of table.rows.entries())
      for (const { note, periods } of notesIn(table, table.cells[at] ?? [], keys, bilingual)) {
        const of = said.get(note) ?? new Map<string, string[]>()
        said.set(note, of.set(periods, [...(of.get(periods) ?? []), bilingual.short(label)]))
      }
  const all = new Set(tables.flatMap(({ table }) => table.rows.map(({ key }) => key))).size
  const ofAll = isBrokenDown ? OF_ALL.map((flag) => inOneLine(bilingual.say((words) => markText(flag, words)))) : []
  const notes = [...said].map(([note, of]) => {
    if (ofAll.includes(note))
      return `${note}: ${[...new Set([...of.keys()].flatMap((one) => one.split(', ')))].join(', ')}`
    const where = [...of].map(([periods, rows]) =>
      new Set(rows).size === all ? periods : `${[...new Set(rows)].join(', ')} (${periods})`,
    )
    return `${note}: ${where.join('; ')}`
  })
  if (!isWhole) return notes
  const breaks = tables.flatMap(({ table }) => table.breaks.map((one) => inOneLine(bilingual.of(one))))
  const held = tables.some(({ table }) => table.cells.flat().some(earlierNumberIn))
    ? [inOneLine(bilingual.t('releases:workbook.held-apart'))]
    : []
  return [...new Set([...notes, ...held, ...breaks])]
}

/** What of categories is so of all that have a figure, for the same reason. */
const OF_ALL = ['partial', 'break'] as const

type Note = { note: string; periods: string }

/** Of one row: what can't be added over a change, is partial, carried, without those who left, or broken, with the periods in which it is. */
function notesIn(
  { columns }: PublishableTable,
  all: readonly PublishableCell[],
  keys: ReadonlySet<string>,
  bilingual: Bilingual,
): Note[] {
  const asked = all.map((cell) => (keys.has(periodKey(cell.period)) ? cell : null))
  const period = (at: number) => bilingual.short(columns[at]!.label)
  const listed = (note: string, periods: string[]): Note[] =>
    periods.length === 0 ? [] : [{ note: inOneLine(note), periods: periods.join(', ') }]
  const flagged = (['held', 'partial', 'carried', 'ended', 'break'] as const).flatMap((flag) =>
    listed(
      bilingual.say((words) => markText(flag, words)),
      asked.flatMap((cell, at) => {
        const shown = cell?.shown
        if (!shown || shown.kind === 'confidential' || !shown.figure.flags.includes(flag)) return []
        return [flag === 'partial' ? `${period(at)} ${shown.figure.coverage.join('/')}` : period(at)]
      }),
    ),
  )
  const apart = asked.flatMap((cell, at) =>
    cell?.shown.kind === 'figure' && cell.shown.figure.why === 'definitions' ? [period(at)] : [],
  )
  return [
    ...listed(
      bilingual.say((words) => whyText('definitions', words)),
      apart,
    ),
    ...flagged,
  ]
}
