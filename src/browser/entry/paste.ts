import { isOneCell } from '../../submissions/typing/clipboard.ts'
import type { Say } from '../../submissions/typing/sentences.ts'
import { blockOf } from './blocks.ts'
import type { Edits } from './edits.ts'
import { rowOf } from './inputs.ts'
import { announce } from './notice.ts'

type Pasting = typeof import('../pasting.ts')

/**
 * Several cells from a sheet are spread over those of the form. What does that comes once somebody is in a cell: typing waits
 * for nothing, and by the time of a paste it is there, with a line or without one.
 */
export function pasteBlocks(form: HTMLFormElement, edits: Edits, say: Say): void {
  let loading: Promise<Pasting> | null = null
  let tries = 0
  const load = () => {
    // Browsers remember an address that could not be read: asked for once more, it is another one.
    loading ??= import(`${form.dataset.pasting}#${++tries}`) as Promise<Pasting>
    loading.catch(() => {
      loading = null
    })
    return loading
  }
  form.addEventListener('focusin', () => void load().catch(() => undefined), { once: true })
  form.addEventListener('paste', (event) => {
    const cell = event.target
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!(cell instanceof HTMLInputElement) || cell.dataset.part === undefined || isOneCell(text)) return
    if (!blockOf(cell)) return
    event.preventDefault()
    load().then(
      ({ pasteInto }) => pasteInto(cell, text, edits, say),
      () => announce(rowOf(cell)!, [say('no-pasting')]),
    )
  })
}
