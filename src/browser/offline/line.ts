import type { Say } from '../../submissions/typing/sentences.ts'

/** On a page that was shown without a line: once the server has answered, the way to the page of now. */
export function sayLineIsBack(say: Say): void {
  const notice = document.querySelector<HTMLElement>('[data-no-line]:not([hidden])')
  const said = notice?.querySelector('span')
  if (said) said.textContent = say('line-back')
}
