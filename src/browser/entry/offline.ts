import type { Say } from '../../submissions/typing/sentences.ts'

/**
 * Without a line the form would be lost to the browser's own error page: it waits here and is sent when the line is back,
 * by the button that was pressed last. What it says stands with the buttons, where its person is looking.
 */
export function waitForLine(form: HTMLFormElement, say: Say): void {
  let submitter: HTMLElement | null = null
  form.addEventListener('submit', (event) => {
    if (navigator.onLine) return
    event.preventDefault()
    submitter = event.submitter
    if (form.querySelector('[data-offline-notice]')) return
    const notice = document.createElement('p')
    notice.className = 'notice bad'
    notice.dataset.offlineNotice = ''
    notice.setAttribute('role', 'alert')
    notice.textContent = say('offline')
    form.querySelector('.bar')?.prepend(notice)
    const send = () => {
      notice.remove()
      form.requestSubmit(submitter)
    }
    window.addEventListener('online', send, { once: true })
  })
}
