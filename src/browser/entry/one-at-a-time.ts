import type { Say } from '../../submissions/typing/sentences.ts'
import { rowOf } from './inputs.ts'

/**
 * On a narrow screen one indicator is shown at a time, with the way to the one before and after among the buttons that save.
 * The others stay where keys, links and those who hear the page find them: whatever is come to is shown.
 */
export function oneAtATime(form: HTMLFormElement, say: Say): void {
  const rows = [...form.querySelectorAll<HTMLElement>('[data-row]')]
  const [first] = rows
  if (!first || rows.length < 2) return
  const steps = document.createElement('div')
  steps.className = 'steps'
  const [before, here, after] = [stepTo('row-before', say), document.createElement('strong'), stepTo('row-after', say)]
  here.setAttribute('role', 'status')
  steps.append(before, here, after)
  form.querySelector('.bar')?.prepend(steps)
  let shown = -1
  const show = (row: HTMLElement) => {
    if (rows[shown] === row) return
    rows[shown]?.classList.remove('here')
    shown = rows.indexOf(row)
    row.classList.add('here')
    before.disabled = shown === 0
    after.disabled = shown === rows.length - 1
    const [n, of] = [String(shown + 1), String(rows.length)]
    here.textContent = say('row-here', { words: row.dataset.row ?? '', n, rows: of })
  }
  const go = (by: number) => {
    const row = rows[shown + by]
    if (!row) return
    show(row)
    row.scrollIntoView({ block: 'start' })
  }
  before.addEventListener('click', () => go(-1))
  after.addEventListener('click', () => go(1))
  form.addEventListener('focusin', ({ target }) => {
    const row = rowOf(target)
    if (!row || rows[shown] === row) return
    show(row)
    if (target instanceof HTMLElement) target.scrollIntoView({ block: 'center' })
  })
  const showTarget = (hash: string) => {
    const row = rowOf(document.getElementById(decodeURIComponent(hash.slice(1))))
    if (row) show(row)
  }
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null
    if (link) showTarget(link.hash)
  })
  show(rowOf(form.querySelector('[aria-invalid]')) ?? first)
  showTarget(location.hash)
  form.classList.add('one-at-a-time')
}

function stepTo(sentence: 'row-before' | 'row-after', say: Say): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = say(sentence)
  return button
}
