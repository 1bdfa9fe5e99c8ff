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
  if (typed.size > 0) event.preventDefault()
})
// What was refused came back as it was typed: the page has it, and nobody else.
document.querySelectorAll('[aria-invalid="true"]').forEach(note)

function note(control: EventTarget | null): void {
  const { form } = control as HTMLInputElement
  if (form?.method === 'post' && form.id !== 'entry') typed.add(form)
}
