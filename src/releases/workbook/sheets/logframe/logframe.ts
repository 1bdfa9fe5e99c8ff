import type { NamedSpan } from '../../../../calendar/span.ts'
import { weightsText } from '../../../../indicators/results/in-words.ts'
import { isScored, type Result, scoreBy, weightsOff } from '../../../../indicators/results/result.ts'
import { quarter } from '../../../../language/format.ts'
import { NOTHING } from '../../../../language/text.ts'
import { textWidth, unparted } from '../../../../spreadsheet/text-width.ts'
import { widthFor } from '../../../../spreadsheet/writing/room.ts'
import type { ReleaseContent } from '../../../content/content.ts'
import { type Bilingual, inOneLine } from '../../bilingual.ts'
import type { LiveCells } from '../../data-sheet/live.ts'
import type { Cell, RowPlan, SheetPlan } from '../../plan.ts'
import { running } from '../../print/running.ts'
import { OF_SENTENCES, type Sharing, sharedRoom } from '../../print/shared-room.ts'
import { ROW_LETTERS } from '../../theme.ts'
import { datesUnder, yearDigits } from '../detail/dates-under.ts'
import { headRows } from '../head.ts'
import { periodLine } from '../in-words.ts'
import { type Tracked, trackedBy } from '../tracking/tracked.ts'
import { ofOwnYears, yearsOf } from '../years.ts'
import { baselineLines, indicatorRows } from './indicator-rows.ts'
import { scoreAid } from './score-aid.ts'

const BEFORE = { ref: 5, statement: 48, row: 9, baseline: 8.5 } as const
const YEAR = 8.8
const AFTER = {
  ...{ 'life-or-to-date': 10, 'source-or-assumption': 33.6 },
  ...{ weight: 7, risk: 8.4, score: 10, aid: 7, 'aid-score': 6 },
} as const

/** So many characters of the standard letters are as wide as a page that can be read, A4 landscape. */
const ONE_PAGE = 179

/** Impact, outcomes and outputs with their statements; under each its indicators, what is planned over what is achieved, year by year. */
export function logframeSheet(content: ReleaseContent, bilingual: Bilingual, name: string, live: LiveCells): SheetPlan {
  const all = yearsOf(content)
  const others = [...Object.values(BEFORE), ...Object.values(AFTER)].reduce((sum, width) => sum + width, 0)
  const years = yearsShown(all, content.release.to, Math.max(1, Math.floor((ONE_PAGE - others) / YEAR)))
  const labels = years.map((year) => headingOf(year, bilingual))
  // What the name of a year needs more, statements have less.
  const each = Math.max(YEAR, ...labels.map(widthOfWords))
  const before = { ...BEFORE, statement: BEFORE.statement - years.length * (each - YEAR) }
  const widths = [...Object.values(before), ...years.map(() => each), ...Object.values(AFTER)]
  const tracked = trackedBy(content, bilingual, live)
  const off = weightsOff(content.results)
  const heading = (key: keyof typeof BEFORE | keyof typeof AFTER) =>
    inOneLine(bilingual.t(`releases:workbook.column.${key}`))
  const left = all.filter((one) => !years.includes(one))
  const said = [
    periodLine(content, bilingual),
    bilingual.t('releases:workbook.logframe.lead'),
    ...(off ? [bilingual.say((words) => weightsText(off, words))] : []),
    ...ofOwnYears(content, bilingual),
    ...(left.length > 0 ? [yearsLeft(left, bilingual)] : []),
  ]
  const rows = content.results.flatMap((result): RowPlan[] => {
    const own = tracked.filter(({ indicator }) => indicator.resultCode === result.code)
    return [resultRow(result, own, content, years, bilingual), ...own.flatMap((one) => indicatorRows(one, years))]
  })
  const cellsOf = rows.map(({ cells }) => widths.map((_, at) => cells[at] ?? null))
  const columns = sharedRoom(widths, sharingBeside(years.length), cellsOf).map((width) => ({ width }))
  const above = headRows(bilingual.t('releases:workbook.sheet.logframe'), said, columns)
  return {
    key: 'logframe',
    name,
    columns,
    rows: [
      ...above,
      {
        cells: [...keysOf(BEFORE).map(heading), ...labels, ...keysOf(AFTER).map(heading)],
        style: 'heading',
      },
      ...rows,
      ...baselineLines(tracked, content).flatMap((line) => running(line, columns, 'note')),
    ],
    freeze: { rows: above.length + 1, columns: 2 },
    print: { landscape: true, repeatRows: above.length + 1 },
    table: { name: 'Logframe', headingRow: above.length + 1, lastRow: above.length + 1 + rows.length },
  }
}

function headingOf(year: NamedSpan, bilingual: Bilingual): string {
  const label = yearDigits(bilingual.period(year))
  return `${label} (${datesUnder(label, year, bilingual)})`
}

/** So wide that no date of a heading is parted. */
function widthOfWords(heading: string): number {
  return Math.max(...unparted(heading).map((word) => widthFor(textWidth(word.trimEnd(), ROW_LETTERS.heading))))
}

/** As many years as have room: that in which the report ends, one ahead of it, and what came before. */
function yearsShown(all: readonly NamedSpan[], until: number, room: number): NamedSpan[] {
  const ahead = all.filter(({ from }) => from > until).length
  const end = all.length - Math.max(0, Math.min(ahead - 1, all.length - room))
  return all.slice(Math.max(0, end - room), end)
}

function yearsLeft(years: readonly NamedSpan[], { say, period }: Bilingual): string {
  return say(({ t }) => t('releases:workbook.logframe.years-left', { years: inOneLine(years.map(period).join(', ')) }))
}

/** The columns of sentences, with what each keeps. @param years how many columns stand between them */
function sharingBeside(years: number): Sharing {
  const source = keysOf(BEFORE).length + years + keysOf(AFTER).indexOf('source-or-assumption')
  return new Map([
    [keysOf(BEFORE).indexOf('statement'), OF_SENTENCES],
    [source, OF_SENTENCES],
  ])
}

function keysOf<T extends object>(widths: T): (keyof T)[] {
  return Object.keys(widths) as (keyof T)[]
}

/** A statement, with what is assumed, what it weighs, its risk, its score and what that might be. */
function resultRow(
  result: Result,
  own: readonly Tracked[],
  content: ReleaseContent,
  years: readonly NamedSpan[],
  bilingual: Bilingual,
): RowPlan {
  const level = bilingual.t(`releases:workbook.level.${result.level}`)
  const statement: Cell = { text: `${level}: ${bilingual.of(result.statement)}`, tone: 'strong' }
  const between = Array.from({ length: keysOf(BEFORE).length - 2 + years.length + 1 }, () => null)
  const aid = isScored(result, content.results) ? scoreAid(own) : { share: NOTHING, score: NOTHING }
  return {
    keepWithNext: true,
    cells: [
      ...[{ text: result.code, tone: 'strong' } as const, statement, ...between],
      result.assumption ? bilingual.of(result.assumption) : NOTHING,
      result.weight === null ? NOTHING : { number: result.weight / 100, format: '0%' },
      result.risk ? bilingual.t(`indicators:risk.${result.risk}`) : NOTHING,
      ...[scoreCell(result, content, bilingual), aid.share, aid.score],
    ],
  }
}

/** What a person said by the end of the report, and why. */
function scoreCell(result: Result, { scores, results, release }: ReleaseContent, bilingual: Bilingual): Cell {
  const found = scoreBy(scores, result.code, release.to)
  if (found) {
    const when = bilingual.say(({ language }) => quarter(found.quarter, language))
    return `${found.score} (${when})\n${found.reason}`
  }
  return isScored(result, results) ? bilingual.t('releases:workbook.logframe.not-scored') : NOTHING
}
