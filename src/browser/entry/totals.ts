import { quotientText, totalText, type Written } from '../../figures/in-words.ts'
import { isSame, type Pair, totalOf } from '../../figures/sums.ts'
import { TRAITS } from '../../indicators/measure.ts'
import type { ReadNumber } from '../../language/read-number.ts'
import { NOTHING } from '../../language/text.ts'
import { wrongTogether } from '../../submissions/checks/hard.ts'
import type { Say } from '../../submissions/typing/sentences.ts'
import type { Language } from '../../vocabulary/language.ts'
import { inputsIn, isBlank, languageOf, measureOf, readInput, rowOf } from './inputs.ts'

/** Totals, quotients and mismatches of one indicator, from what stands in its inputs now. */
export function refresh(row: HTMLElement, say: Say): void {
  const measure = measureOf(row)
  let whole: Pair | null = null
  for (const grid of row.querySelectorAll<HTMLElement>('[data-grid]')) {
    const { pairs, refused } = pairsIn(grid)
    const total = refused ? null : totalOf(measure, pairs)
    if (grid.dataset.grid === 'primary') whole = total
    const output = grid.querySelector<HTMLOutputElement>('[data-total]')
    const text = refused ? say('unread') : total ? totalText(total, writtenAs(row), languageIn(row)) : NOTHING
    if (output && output.textContent !== text) output.textContent = text
    const mismatch = grid.querySelector<HTMLElement>('[data-mismatch]')
    if (mismatch) {
      const differs =
        grid.dataset.grid === 'partition' && whole && total && !inputsIn(grid).some(isBlank) && !isSame(total, whole)
      mismatch.hidden = !differs
      mismatch.textContent = differs ? say('mismatch') : ''
    }
  }
  if (TRAITS[measure].shown === 'quotient')
    for (const output of row.querySelectorAll('[data-quotient]')) showQuotient(row, output, say)
}

/** The values that can be counted, and whether there is one that the server would refuse or ask about. */
function pairsIn(within: Element): { pairs: Pair[]; refused: boolean } {
  const cells = inputsIn(within)
    .filter((input) => input.dataset.part === 'v')
    .map((input) => pairAt(input))
  const pairs = cells.flatMap((cell) => (cell === null || typeof cell === 'string' ? [] : [cell]))
  return { pairs, refused: cells.some((cell) => typeof cell === 'string') }
}

/** One cell: null while it is blank, and why it can't be counted where it can't. */
function pairAt(input: HTMLInputElement): Pair | null | 'unread' | NonNullable<ReturnType<typeof wrongTogether>> {
  const other = input.closest('.boxes, td')?.querySelector<HTMLInputElement>('input[data-part="d"]')
  const [value, base] = [readInput(input), other ? readInput(other) : { kind: 'blank' as const }]
  if (isRefused(value) || isRefused(base)) return 'unread'
  if (value.kind !== 'number') return null
  const pair = { value: value.value, base: base.kind === 'number' ? base.value : null }
  const row = rowOf(input)!
  return wrongTogether(pair, writtenAs(row)) ?? pair
}

function isRefused(read: ReadNumber): boolean {
  return read.kind === 'problem' || read.kind === 'ambiguous'
}

function showQuotient(row: HTMLElement, output: Element, say: Say): void {
  const input = output.closest('.boxes, td')?.querySelector<HTMLInputElement>('input[data-part="v"]')
  output.textContent = input ? quotientInWords(row, pairAt(input), say) : ''
}

function quotientInWords(row: HTMLElement, cell: ReturnType<typeof pairAt>, say: Say): string {
  switch (cell) {
    case null:
      return ''
    case 'unread':
      return say('unread')
    case 'numerator-larger':
      return say('numerator-larger')
    case 'zero-base':
      return say('zero-base')
    default: {
      const quotient = quotientText(cell, writtenAs(row), languageIn(row))
      return quotient === null ? '' : `= ${quotient}`
    }
  }
}

/** How the row's numbers are written, as the page says it. */
function writtenAs(row: HTMLElement): Written {
  return { measure: measureOf(row), scale: Number(row.dataset.scale), decimals: Number(row.dataset.decimals) }
}

function languageIn(row: HTMLElement): Language {
  return languageOf(row.closest('form'))
}
