import type { NamedSpan } from '../../../../calendar/span.ts'
import { weightsText } from '../../../../indicators/results/in-words.ts'
import { isScored, type Result, scoreBy, weightsOff } from '../../../../indicators/results/result.ts'
import { dates, quarter } from '../../../../language/format.ts'
import { NOTHING } from '../../../../language/text.ts'
import type { ReleaseContent } from '../../../content/content.ts'
import type { Bilingual } from '../../bilingual.ts'
import { targetCell } from '../../cells.ts'
import { type LiveCells, stageNames } from '../../data-sheet/live.ts'
import type { Cell, RowPlan, SheetPlan } from '../../plan.ts'
import { periodLine, sentences } from '../in-words.ts'
import { baselineCell, baselineSourceCell } from '../tracking/baseline-cells.ts'
import { type Tracked, trackedBy } from '../tracking/tracked.ts'
import { lifeCell } from '../tracking/tracked-cells.ts'
import { cellOfYear, yearCells, yearsOf } from '../years.ts'
import { scoreAid } from './score-aid.ts'

const BEFORE = { ref: 6, statement: 38, unit: 11, row: 10, baseline: 10, 'baseline-source': 20 } as const
const YEAR = 11
const AFTER = {
  ...{ 'life-or-to-date': 12, means: 22, assumption: 26 },
  ...{ weight: 8, risk: 10, score: 22, aid: 9, 'aid-score': 9 },
} as const

/** Impact, outcomes and outputs with their statements; under each its indicators, what is planned over what is achieved, year by year. */
export function logframeSheet(content: ReleaseContent, bilingual: Bilingual, name: string, live: LiveCells): SheetPlan {
  const years = yearsOf(content)
  const tracked = trackedBy(content, bilingual, live)
  const off = weightsOff(content.results)
  const heading = (key: keyof typeof BEFORE | keyof typeof AFTER) => bilingual.t(`releases:workbook.column.${key}`)
  const above: RowPlan[] = [
    { cells: [bilingual.t('releases:workbook.sheet.logframe')], style: 'title' },
    { cells: [periodLine(content, bilingual)], style: 'subtitle' },
    ...sentences(bilingual.t('releases:workbook.logframe.lead')),
    ...(off ? sentences(bilingual.say((words) => weightsText(off, words))) : []),
  ]
  const rows = content.results.flatMap((result): RowPlan[] => {
    const own = tracked.filter(({ indicator }) => indicator.resultCode === result.code)
    return [resultRow(result, own, content, years, bilingual), ...own.flatMap((one) => indicatorRows(one, years))]
  })
  return {
    key: 'logframe',
    name,
    columns: [...Object.values(BEFORE), ...years.map(() => YEAR), ...Object.values(AFTER)].map((width) => ({ width })),
    rows: [
      ...above,
      {
        cells: [
          ...keysOf(BEFORE).map(heading),
          ...years.map((year) => `${bilingual.period(year)}\n${dates(year, bilingual.main)}`),
          ...keysOf(AFTER).map(heading),
        ],
        style: 'heading',
      },
      ...rows,
    ],
    freeze: { rows: above.length + 1, columns: 2 },
    print: { landscape: true, repeatRows: above.length + 1 },
  }
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
  const between = Array.from({ length: keysOf(BEFORE).length - 2 + years.length + 2 }, () => null)
  const aid = isScored(result, content.results) ? scoreAid(own) : { share: NOTHING, score: NOTHING }
  return {
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

function indicatorRows(one: Tracked, years: readonly NamedSpan[]): RowPlan[] {
  const { indicator, toDate, content, bilingual, live } = one
  const cells = yearCells(content).get(indicator.code)
  const ofYear = (of: (cell: NonNullable<ReturnType<typeof cellOfYear>>) => Cell) =>
    years.map((year) => {
      const cell = cellOfYear(cells, year)
      return cell ? of(cell) : NOTHING
    })
  const stages = stageNames(indicator, bilingual)
  const row = (which: 'planned' | 'achieved') => bilingual.t(`releases:workbook.logframe.${which}`)
  const unit = bilingual.of(indicator.countingUnit)
  return [
    {
      cells: [
        ...[
          indicator.code,
          bilingual.of(indicator.name),
          unit,
          row('planned'),
          baselineCell(one),
          baselineSourceCell(one),
        ],
        ...ofYear((cell) => live.beside(targetCell(cell, indicator, bilingual), cell, 'target', stages)),
        ...[lifeCell(one), bilingual.of(indicator.meansOfVerification)],
      ],
    },
    {
      cells: [
        ...[indicator.code, null, unit, row('achieved'), null, null],
        ...ofYear((cell) => live.value(cell, indicator, bilingual)),
        live.value(toDate, indicator, bilingual),
      ],
    },
  ]
}
