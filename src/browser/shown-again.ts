import './downloads/menu.ts'
import './search.ts'

/**
 * Browsers show a page again from memory, as by Back, without asking for it: somebody may have signed out meanwhile, and figures
 * may be others. What is left is hidden, and asked for again when it is come back to; one that has not changed comes at once.
 */
addEventListener('pagehide', () => {
  document.documentElement.hidden = true
})
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})
