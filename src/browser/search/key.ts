/** The key "/" goes to the search field; on a screen without room for it, to the page that has one. */
const searchField = document.querySelector<HTMLInputElement>('form.search input')
const page = document.querySelector<HTMLInputElement>('#q')

addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  event.preventDefault()
  if (page) page.focus()
  else if (searchField && searchField.offsetParent !== null) searchField.focus()
  else location.assign('/search')
})

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
}
