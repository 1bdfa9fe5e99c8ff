import type { Say } from '../../submissions/typing/sentences.ts'
import { showDoubt } from '../entry/doubts.ts'
import type { Edits } from '../entry/edits.ts'
import { type Control, readInput } from '../entry/inputs.ts'
import { announce } from '../entry/notice.ts'

/** What a paste did: cells it filled; filled cells that it has a blank for; headings and totals it left out; words that are no choice. */
export type Pasted = { filled: Control[]; spared: Control[]; leftOut: string[]; strange?: string[] }

/** Asks about numbers that can be read in two ways, and says at the indicator what was done and what was not. */
export function tellPasted(
  row: HTMLElement,
  { filled, spared, leftOut, strange = [] }: Pasted,
  edits: Edits,
  say: Say,
): void {
  const numbers = filled.filter((one): one is HTMLInputElement => one.dataset.part !== undefined && 'select' in one)
  for (const input of numbers) showDoubt(input, edits, say)
  const unread = numbers.filter((input) => readInput(input).kind === 'problem').map((input) => input.value)
  const n = String(spared.length)
  const clear = { text: say('clear', { n }), act: () => edits.put(spared.map((control) => ({ control, text: '' }))) }
  announce(
    row,
    [
      say('pasted', { n: String(filled.length) }),
      ...(leftOut.length > 0 ? [say('left-out', { words: quoted(leftOut) })] : []),
      ...(unread.length + strange.length > 0 ? [say('unread-pasted', { words: quoted([...unread, ...strange]) })] : []),
      ...(spared.length > 0 ? [say('spared', { n })] : []),
      say('undo'),
    ],
    spared.length > 0 ? [clear] : [],
  )
}

/** Enough of them to find them by. */
export function quoted(words: readonly string[]): string {
  const shown = words.filter((word) => word !== '').slice(0, 6)
  return shown.map((word) => `“${word}”`).join(' ') + (words.length > shown.length ? ' …' : '')
}
