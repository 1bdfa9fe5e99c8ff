import type { PublishableCell } from '../../disclosure/publishable.ts'
import type { Figure } from '../../figures/figure.ts'
import { coverageText, flagText, markText, valueText } from '../../figures/in-words.ts'
import { type Gap, MARKS } from '../../figures/marks.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { numberStyleOf, spreadsheetFormat, traitsOf } from '../../indicators/measure.ts'
import { heldAgainstText, planText, ratingInWords } from '../../targets/in-words.ts'
import { OF_TARGET } from '../../targets/progress.ts'
import type { Bilingual } from './bilingual.ts'
import type { Cell, FormattedCell, MarkCell } from './plan.ts'

/** The sign in the place of a number, as every outlet has it. */
export function markCell(gap: Gap): MarkCell {
  return { mark: MARKS[gap].sign }
}

/** A value with its number format, or the sign for why there is none. Nothing derived is shown of a hidden figure. */
export function valueCell({ shown }: PublishableCell, indicator: Indicator): Cell {
  if (shown.kind === 'confidential') return markCell('confidential')
  const { figure } = shown
  if (figure.state !== 'reported' || figure.value === null)
    return markCell(figure.state === 'reported' ? 'not reported' : figure.state)
  if (figure.of !== undefined) return { number: figure.value, format: `0" / ${figure.of}"` }
  return withHeldSign(scaledCell(figure.value, indicator), figure)
}

/** Whether it counts reporters that have reached a stage: several of them are one figure. */
export function countsReached({ shown }: PublishableCell): boolean {
  return shown.kind === 'figure' && shown.figure.of !== undefined
}

/** What one of it is; where the stages of several reporters are one figure, that is how many have reached the one aimed at. */
export function unitOfFigure(
  cell: PublishableCell,
  indicator: Indicator,
  { t, of }: Pick<Bilingual, 't' | 'of'>,
): string {
  return countsReached(cell) ? t('charts:reached') : of(indicator.countingUnit)
}

/** A value as it is read: a stage by its name, as on screens, since its number would be taken for an amount. */
export function readCell(cell: PublishableCell, indicator: Indicator, bilingual: Bilingual): Cell {
  const { shown } = cell
  if (shown.kind === 'confidential' || traitsOf(indicator).shown !== 'stage') return valueCell(cell, indicator)
  const { state, value, of } = shown.figure
  if (state !== 'reported' || value === null || of !== undefined) return valueCell(cell, indicator)
  return bilingual.say((words) => valueText(value, indicator, words))
}

/** A number that stays a number, with the sign that it is of an earlier report after it. */
export function withHeldSign({ number, format }: FormattedCell, { flags }: Figure): FormattedCell {
  return { number, format: flags.includes('held') ? `${format}" ${MARKS.held.sign}"` : format }
}

/** What was never set has no sign: nobody said that it does not apply. */
export function notSetCell(bilingual: Bilingual): Cell {
  return bilingual.t('releases:workbook.not-set')
}

/** What was planned by the end of the span. */
export function targetCell({ shown }: PublishableCell, indicator: Indicator, bilingual: Bilingual): Cell {
  if (shown.kind === 'confidential') return markCell('confidential')
  // A plan from a baseline that is not shown is there, and would tell it.
  if (shown.target === null && shown.progress?.why === 'hidden baseline') return markCell('not applicable')
  return heldAgainstCell(shown.target, shown.figure, indicator, bilingual)
}

/** The target of the project's life, beside what was planned by now. */
export function lifeTargetCell({ shown }: PublishableCell, indicator: Indicator, bilingual: Bilingual): Cell {
  if (shown.kind === 'confidential') return markCell('confidential')
  return heldAgainstCell(shown.progress?.life?.target ?? null, shown.figure, indicator, bilingual)
}

/** A stage is told by its name, as on screens: its number would be read as an amount. */
function heldAgainstCell(target: number | null, figure: Figure, indicator: Indicator, bilingual: Bilingual): Cell {
  if (target === null) return notSetCell(bilingual)
  if (traitsOf(indicator).shown !== 'stage' || figure.of !== undefined) return scaledCell(target, indicator)
  return bilingual.say((words) => heldAgainstText(target, figure, indicator, words))
}

export function varianceCell({ shown }: PublishableCell, indicator: Indicator): Cell {
  if (shown.kind === 'confidential') return markCell('confidential')
  const variance = shown.progress?.variance ?? null
  if (variance === null) return markCell('not applicable')
  const { number, format } = scaledCell(variance, indicator)
  return { number, format: `+${format};-${format};${format}` }
}

export function ofTargetCell({ shown }: PublishableCell): Cell {
  if (shown.kind === 'confidential') return markCell('confidential')
  return percentCell(shown.progress?.ofTarget ?? null)
}

export function ofLifeCell({ shown }: PublishableCell): Cell {
  if (shown.kind === 'confidential') return markCell('confidential')
  return percentCell(shown.progress?.life?.ofTarget ?? null)
}

function percentCell(share: number | null): Cell {
  return share === null ? markCell('not applicable') : { number: share, format: spreadsheetFormat(OF_TARGET) }
}

/** Progress in words; the colour only repeats them. */
export function ragCell({ shown }: PublishableCell, bilingual: Bilingual): Cell {
  if (shown.kind === 'confidential') return markCell('confidential')
  const { target, progress } = shown
  return {
    text: bilingual.say((words) => ratingInWords(target, progress, words).text),
    tone: progress?.rag ?? 'grey',
  }
}

/** Where the planned value comes from, and by when it was planned. */
export function planCell({ shown }: PublishableCell, bilingual: Bilingual): Cell {
  if (shown.kind === 'confidential') return markCell('confidential')
  const plan = shown.progress?.plan
  return plan ? bilingual.say((words) => planText(plan, words)) : markCell('not applicable')
}

export function coverageCell({ shown }: PublishableCell, indicator: Indicator, bilingual: Bilingual): Cell {
  if (shown.kind === 'confidential') return markCell('confidential')
  return bilingual.say((words) => coverageText(shown.figure, indicator, words))
}

/** In words: what about a figure is not as it seems. */
export function statusText(
  { shown }: PublishableCell,
  indicator: Indicator,
  bilingual: Bilingual,
  revised: boolean,
): string {
  const figure = shown.kind === 'figure' ? shown.figure : null
  const said = [bilingual.t('releases:workbook.status.approved')]
  for (const flag of figure?.flags ?? []) said.push(bilingual.say((words) => flagText(flag, figure!, indicator, words)))
  if (revised && !figure?.flags.includes('revised')) said.push(bilingual.say((words) => markText('revised', words)))
  return said.join('; ')
}

/**
 * The exact value with a number format. Per cent is a format of the bare quotient; other scales have no format, so the
 * value is multiplied ("per 100,000").
 */
export function scaledCell(value: number, indicator: Indicator): { number: number; format: string } {
  const style = numberStyleOf(indicator)
  return { number: style.isPercent ? value : value * style.scale, format: spreadsheetFormat(style) }
}
