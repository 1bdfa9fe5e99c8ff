import type { Say } from '../../submissions/typing/sentences.ts'
import { missingIn } from './inputs.ts'

/** Beside the name of each indicator in the list above the form: how many of its cells are blank now. */
export function showMissing(row: HTMLElement, say: Say): void {
  const item = document.querySelector<HTMLElement>(`[data-jump="${CSS.escape(row.dataset.row ?? '')}"]`)
  if (!item) return
  const blank = missingIn(row).length
  item.textContent = blank === 0 ? say('complete') : say('blank', { n: String(blank) })
  item.classList.toggle('warn', blank > 0)
}
