import type { PublishableCell } from '../../disclosure/publishable.ts'
import type { Figure } from '../../figures/figure.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { numberStyleOf, traitsOf } from '../../indicators/measure.ts'
import type { Rag } from '../../targets/progress.ts'
import type { Bilingual } from './bilingual.ts'
import type { Cell, Mark } from './plan.ts'

/** The sign for each state without a number; hidden figures never come this far. */
const STATE_MARK: Record<Exclude<Figure['state'], 'reported'>, Mark> = {
  'not reported': '[x]',
  'not applicable': '[z]',
  'not due': '[d]',
  undefined: '[q]',
  'not additive': '[a]',
}

/** A value with its number format, or the sign for why there is none. Nothing derived is shown of a hidden figure. */
export function valueCell({ shown }: PublishableCell, indicator: Indicator): Cell {
  if (shown.kind === 'confidential') return { mark: '[c]' }
  const { figure } = shown
  if (figure.state !== 'reported') return { mark: STATE_MARK[figure.state] }
  if (figure.value === null) return { mark: '[x]' }
  if (figure.of !== undefined) return { number: figure.value, format: `0" / ${figure.of}"` }
  return scaledCell(figure.value, indicator)
}

export function targetCell({ shown }: PublishableCell, indicator: Indicator): Cell {
  if (shown.kind === 'confidential') return { mark: '[c]' }
  return shown.target === null ? { mark: '[z]' } : scaledCell(shown.target, indicator)
}

export function varianceCell({ shown }: PublishableCell, indicator: Indicator): Cell {
  if (shown.kind === 'confidential') return { mark: '[c]' }
  const variance = shown.progress?.variance ?? null
  if (variance === null) return { mark: '[z]' }
  const { number, format } = scaledCell(variance, indicator)
  return { number, format: `+${format};-${format};${format}` }
}

export function ofTargetCell({ shown }: PublishableCell): Cell {
  if (shown.kind === 'confidential') return { mark: '[c]' }
  const ofTarget = shown.progress?.ofTarget ?? null
  return ofTarget === null ? { mark: '[z]' } : { number: ofTarget, format: '0%' }
}

/** Progress in words; the colour only repeats them. */
export function ragCell({ shown }: PublishableCell, bilingual: Bilingual): Cell {
  if (shown.kind === 'confidential') return { mark: '[c]' }
  const rag: Rag = shown.progress?.rag ?? 'grey'
  return { text: bilingual.t(`releases:workbook.rag.${rag}`), tone: rag }
}

/** Numerators, denominators and n stand beside every ratio, mean and median, also beside an undefined one. */
export function baseCells({ shown }: PublishableCell, indicator: Indicator): { upper: Cell; lower: Cell } {
  const none: Cell = { mark: '[z]' }
  const { base } = traitsOf(indicator)
  if (base === null) return { upper: none, lower: none }
  if (shown.kind === 'confidential')
    return { upper: { mark: '[c]' }, lower: base === 'denominator' ? { mark: '[c]' } : none }
  const { numerator, denominator, n } = shown.figure
  const without: Cell = { mark: shown.figure.state === 'reported' ? '[x]' : STATE_MARK[shown.figure.state] }
  const whole = (number: number | undefined): Cell => (number === undefined ? without : { number, format: '#,##0.##' })
  return base === 'denominator'
    ? { upper: wholeIf(whole(numerator)), lower: wholeIf(whole(denominator)) }
    : { upper: wholeIf(whole(n)), lower: none }
}

/** Counts of persons are whole; sums of other amounts may not be. */
function wholeIf(cell: Cell): Cell {
  if (typeof cell !== 'object' || cell === null || !('number' in cell)) return cell
  return Number.isInteger(cell.number) ? { ...cell, format: '#,##0' } : cell
}

export function coverageCell({ shown }: PublishableCell, bilingual: Bilingual): Cell {
  if (shown.kind === 'confidential') return { mark: '[c]' }
  const [k, n] = shown.figure.coverage
  return bilingual.t('releases:workbook.coverage', { k, n })
}

/** In words: what about a figure is not as it seems. */
export function statusText(cell: PublishableCell, bilingual: Bilingual, revised: boolean): string {
  const said = [bilingual.t('releases:workbook.status.approved')]
  if (cell.shown.kind === 'figure') {
    const { flags, coverage } = cell.shown.figure
    const [k, n] = coverage
    for (const flag of flags) said.push(bilingual.t(`releases:workbook.status.${flag}`, { k, n }))
  }
  if (revised) said.push(bilingual.t('releases:workbook.status.revised'))
  return said.join('; ')
}

/**
 * The exact value with a number format. Per cent is a format of the bare quotient; other scales have no format, so the
 * value is multiplied ("per 100,000").
 */
export function scaledCell(value: number, indicator: Indicator): { number: number; format: string } {
  const { scale, decimals, isPercent } = numberStyleOf(indicator)
  const digits = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`
  if (isPercent) return { number: value, format: `0${digits}%` }
  return { number: value * scale, format: `#,##0${digits}` }
}
