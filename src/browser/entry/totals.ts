import { bareValue, isSame, type Pair, totalOf } from '../../figures/sums.ts'
import { TRAITS } from '../../indicators/measure.ts'
import { number, percent } from '../../language/format.ts'
import { readNumber } from '../../language/read-number.ts'
import type { Language } from '../../vocabulary/language.ts'
import { inputsIn } from './inputs.ts'

const language: Language = document.documentElement.lang === 'en' ? 'en' : 'vi'

/** Totals, quotients and mismatches of one indicator, from what stands in its inputs now. */
export function refresh(row: HTMLElement): void {
  const measure = row.dataset.measure as Parameters<typeof totalOf>[0]
  let whole: Pair | null = null
  for (const grid of row.querySelectorAll<HTMLElement>('[data-grid]')) {
    const total = totalOf(measure, pairsIn(grid))
    if (grid.dataset.grid === 'primary') whole = total
    const output = grid.querySelector<HTMLOutputElement>('[data-total]')
    const told = total ? inWords(row, total) : '–'
    if (output && output.textContent !== told) output.textContent = told
    const mismatch = grid.querySelector<HTMLElement>('[data-mismatch]')
    if (mismatch) {
      const differs = grid.dataset.grid === 'partition' && whole && total && isFull(grid) && !isSame(total, whole)
      mismatch.hidden = !differs
      mismatch.textContent = differs ? (row.closest<HTMLElement>('form')?.dataset.mismatch ?? '') : ''
    }
  }
  if (TRAITS[measure].shown === 'quotient')
    for (const output of row.querySelectorAll('[data-quotient]')) showQuotient(row, output)
}

function isFull(grid: HTMLElement): boolean {
  return inputsIn(grid).every((input) => input.value.trim() !== '')
}

function numberIn(input: HTMLInputElement | null | undefined): number | null {
  if (!input) return null
  const below = /^\s*[-−–]/.test(input.value)
  const read = readNumber(input.value.replace(/^\s*[-−–]/, ''), language, false)
  if (read.kind !== 'number') return null
  return below ? -read.value : read.value
}

function pairsIn(grid: Element): Pair[] {
  return inputsIn(grid)
    .filter((input) => input.dataset.part === 'v')
    .flatMap((input) => {
      const value = numberIn(input)
      const other = input.closest('.boxes, td')?.querySelector<HTMLInputElement>('input[data-part="d"]')
      return value === null ? [] : [{ value, base: numberIn(other) }]
    })
}

function showQuotient(row: HTMLElement, output: Element): void {
  const boxes = output.closest('.boxes, td')
  const [pair] = boxes ? pairsIn(boxes) : []
  const quotient = pair ? bareValue('ratio', pair) : null
  output.textContent = quotient === null ? '' : `= ${scaled(row, quotient)}`
}

function inWords(row: HTMLElement, total: Pair): string {
  const plain = (value: number, decimals = 0) => number(value, language, decimals)
  switch (row.dataset.measure) {
    case 'count':
      return plain(total.value)
    case 'ratio': {
      const parts = `${plain(total.value)} ÷ ${total.base === null ? '–' : plain(total.base)}`
      const quotient = bareValue('ratio', total)
      return quotient === null ? parts : `${scaled(row, quotient)} (${parts})`
    }
    default:
      return `${plain(total.value, 4)} (n = ${total.base === null ? '–' : plain(total.base)})`
  }
}

function scaled(row: HTMLElement, quotient: number): string {
  const scale = Number(row.dataset.scale)
  const decimals = Number(row.dataset.decimals)
  return scale === 100
    ? percent(quotient, language, Math.max(decimals, 1))
    : number(quotient * scale, language, decimals)
}
