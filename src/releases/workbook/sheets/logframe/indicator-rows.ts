import type { NamedSpan } from '../../../../calendar/span.ts'
import { NOTHING } from '../../../../language/text.ts'
import type { ReleaseContent } from '../../../content/content.ts'
import { type Bilingual, languagesApart } from '../../bilingual.ts'
import { countsReached, targetCell } from '../../cells.ts'
import { stageNames } from '../../data-sheet/live.ts'
import type { Cell, RowPlan } from '../../plan.ts'
import { baselineCell, baselineSourceIn } from '../tracking/baseline-cells.ts'
import { targetChangeLines } from '../tracking/target-changes.ts'
import type { Tracked } from '../tracking/tracked.ts'
import { lifeCell, reachedCell } from '../tracking/tracked-cells.ts'
import { cellOfYear, yearCells } from '../years.ts'

/**
 * What is planned over what is achieved. Of two languages the first stands in the one row and the second in the other: under each other
 * in both they would make rows of numbers twice as high.
 */
export function indicatorRows(one: Tracked, years: readonly NamedSpan[]): RowPlan[] {
  const { indicator, content, bilingual, live } = one
  const cells = yearCells(content).get(indicator.code)
  const ofYear = (of: (cell: NonNullable<ReturnType<typeof cellOfYear>>) => Cell) =>
    years.map((year) => {
      const cell = cellOfYear(cells, year)
      return cell ? of(cell) : NOTHING
    })
  const stages = stageNames(indicator, bilingual)
  const row = (which: 'planned' | 'achieved') => bilingual.t(`releases:workbook.logframe.${which}`)
  const [planned, achieved] = wordsBeside(one)
  return [
    {
      cells: [
        ...[indicator.code, planned.statement, row('planned'), baselineCell(one)],
        ...ofYear((cell) => live.beside(targetCell(cell, indicator, bilingual), cell, 'target', stages)),
        ...[lifeCell(one), planned.source],
      ],
      keepWithNext: true,
    },
    {
      cells: [
        ...[indicator.code, achieved.statement, row('achieved'), null],
        ...ofYear((cell) => live.value(cell, indicator, bilingual)),
        ...[reachedCell(one, 'toDate'), achieved.source],
      ],
    },
  ]
}

type Beside = { statement: Cell; source: Cell }

/** What stands before and after the numbers of an indicator's two rows. */
function wordsBeside(one: Tracked): [Beside, Beside] {
  const [first, second] = languagesApart(one.content.release.language, one.content.project.terms)
  const means = one.indicator.meansOfVerification
  const under = (said: readonly string[]) => (said.length === 0 ? null : said.join('\n'))
  if (!second)
    return [
      { statement: nameOf(one, first!), source: first!.of(means) },
      { statement: under([...baselineLine(one, first!), ...targetChangeLines(one, first!)]), source: null },
    ]
  const inOne = (language: Bilingual): Beside => ({
    statement: under([nameOf(one, language), ...targetChangeLines(one, language)]),
    source: language.of(means),
  })
  return [inOne(first!), inOne(second)]
}

function nameOf({ indicator, rated }: Tracked, { of }: Bilingual): string {
  // Of how many reporters, figures of stages say themselves: "3 / 5".
  const unit = countsReached(rated) ? '' : ` (${of(indicator.countingUnit)})`
  return `${of(indicator.name)}${unit}`
}

/** When the indicator began with what it began with, and who says so; what has no baseline is said beside it. */
function baselineLine(one: Tracked, { say }: Bilingual): string[] {
  if (!one.content.baselines.has(one.indicator.code)) return []
  return [say((words) => words.t('releases:workbook.logframe.baseline', { source: baselineSourceIn(one, words) }))]
}

/**
 * The same in two languages, in which rows have no room for it: what several indicators began with is said once, with their codes, the
 * one language after the other.
 */
export function baselineLines(tracked: readonly Tracked[], { release, project }: ReleaseContent): string[] {
  const languages = languagesApart(release.language, project.terms)
  if (languages.length === 1) return []
  return languages.flatMap((language) => {
    const codes = new Map<string, string[]>()
    for (const one of tracked)
      for (const line of baselineLine(one, language)) codes.set(line, [...(codes.get(line) ?? []), one.indicator.code])
    return [...codes].map(([line, of]) => `${of.join(', ')} – ${line}`)
  })
}
