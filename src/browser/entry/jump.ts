import type { Say } from '../../submissions/typing/sentences.ts'

/** Beside the name of each indicator in the list above the form: how many of its cells are blank now. */
export function showMissing(row: HTMLElement, say: Say): void {
  const item = document.querySelector<HTMLElement>(`[data-jump="${CSS.escape(row.dataset.row ?? '')}"]`)
  if (!item) return
  const blank = blanksIn(row)
  item.textContent = blank === 0 ? say('complete') : say('blank', { n: String(blank) })
  item.classList.toggle('warn', blank > 0)
}

/** Under a state without numbers no cell is missing. */
function blanksIn(row: HTMLElement): number {
  const state = row.querySelector<HTMLSelectElement>('[data-state]')?.value
  if (state !== 'reported') return 0
  const cells = [...row.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-part]')]
  return cells.filter((cell) => cell.value.trim() === '').length
}
