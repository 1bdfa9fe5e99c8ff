/**
 * Before a page is left, also by another form of it, the browser asks about what somebody typed into a form and did not send. The entry
 * form saves by itself, and asks where it could not.
 */
const typed = new Set<HTMLFormElement>()

addEventListener('input', ({ target }) => note(target))
addEventListener('submit', (event) => {
  if (!event.defaultPrevented) typed.delete(event.target as HTMLFormElement)
})
addEventListener('beforeunload', (event) => {
  if (isUnsent()) event.preventDefault()
})
// What was refused came back as it was typed: the page has it, and nobody else.
document.querySelectorAll('[aria-invalid="true"]').forEach(note)

/** Whether anything is typed that was not sent. */
export const isUnsent = (): boolean => typed.size > 0

/** Whoever signs out has been asked, and in another tab can't send it any more. */
export const forgetUnsent = (): void => typed.clear()

/** Passwords are filled in by browsers themselves. */
function note(control: EventTarget | null): void {
  const { form, type } = control as HTMLInputElement
  if (form?.method === 'post' && form.id !== 'entry' && type !== 'password') typed.add(form)
}
