import type { ChoicePanel } from './panel.ts'
import type { Saver } from './saver.ts'
import type { SavingState } from './status.ts'

/**
 * A button of the form saves what is typed first. Without a line, or after the session has ended, what was pressed waits with it
 * and is done when it is saved, by the button that was pressed last; what two people changed is decided first.
 */
export function sendWhenSaved(form: HTMLFormElement, saver: Saver, panel: ChoicePanel, note: () => void): void {
  let isSaved = false
  let pressed: HTMLElement | null = null
  let isWaiting = false
  form.addEventListener('submit', (event) => {
    if (isSaved) return
    event.preventDefault()
    pressed = event.submitter
    if (!isWaiting) void wait()
  })

  async function wait(): Promise<void> {
    isWaiting = true
    note()
    let standing = await saver.now()
    while (saver.conflicts.length === 0 && !ENOUGH.includes(standing.kind)) standing = await saver.next()
    isWaiting = false
    if (saver.conflicts.length > 0) return panel.arrive()
    isSaved = true
    form.requestSubmit(pressed)
    isSaved = false
  }
}

/** What can't be saved as it is comes back from the server with its sentence at each field. */
const ENOUGH: readonly SavingState['kind'][] = ['ready', 'saved', 'unsaved', 'locked']
