import type { Say } from '../../submissions/typing/sentences.ts'
import type { NoticeButton } from '../entry/notice.ts'

/** How what is typed stands to what is saved. */
export type SavingState =
  /** Nothing has been typed that had to be sent. */
  | { kind: 'ready' }
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  /** Of `n` fields that are not saved, and whether the device keeps them. */
  | { kind: 'waiting' | 'signed-out' | 'somebody-else'; n: number; isKept: boolean }
  | { kind: 'locked'; sentence: string; n: number }
  | { kind: 'unsaved'; n: number }

const QUIET: readonly SavingState['kind'][] = ['ready', 'saving', 'saved']

/** Beside the buttons, where it is always in sight. What changes with every key is not read out; what needs its person is. */
export class SavingLine {
  private readonly line = document.createElement('p')
  private readonly text = document.createElement('span')
  private readonly read = document.createElement('span')
  private readonly say: Say

  constructor(form: HTMLFormElement, say: Say) {
    this.say = say
    this.line.className = 'saving'
    this.line.dataset.saving = ''
    this.read.className = 'unseen'
    this.read.setAttribute('role', 'status')
    this.line.append(this.text, this.read)
    const bar = form.querySelector('.bar')
    bar?.prepend(this.line)
    if (bar) neverUnder(bar)
  }

  show(standing: SavingState, button?: NoticeButton | { text: string; href: string }): void {
    const sentence = this.sentence(standing)
    const isQuiet = QUIET.includes(standing.kind)
    if (this.line.dataset.saving === standing.kind && this.text.textContent === sentence) return
    this.line.dataset.saving = standing.kind
    this.text.textContent = sentence
    this.read.textContent = isQuiet ? '' : sentence
    this.line.replaceChildren(this.text, this.read, ...(button ? [' ', madeOf(button)] : []))
  }

  private sentence(standing: SavingState): string {
    const say = this.say
    switch (standing.kind) {
      case 'ready':
        return say('auto')
      case 'saved':
        return say('saved', { at: standing.at })
      case 'saving':
        return say('saving')
      case 'locked':
        return `${standing.sentence} ${say('not-saved', { n: String(standing.n) })}`
      case 'unsaved':
        return say('not-saved', { n: String(standing.n) })
      default: {
        const kept = say(standing.isKept ? 'kept' : 'not-kept', { n: String(standing.n) })
        return `${say(standing.kind)} ${kept}`
      }
    }
  }
}

/** The bar is as high as what it says: a cell that is reached by key is never under it. */
function neverUnder(bar: Element): void {
  if (typeof ResizeObserver === 'undefined') return
  const { style } = document.documentElement
  new ResizeObserver(() => {
    style.scrollPaddingBottom = `${bar.clientHeight + 16}px`
  }).observe(bar)
}

function madeOf(button: NoticeButton | { text: string; href: string }): HTMLElement {
  if ('href' in button) {
    const link = document.createElement('a')
    Object.assign(link, { href: button.href, target: '_blank', rel: 'noopener', textContent: button.text })
    return link
  }
  const made = document.createElement('button')
  Object.assign(made, { type: 'button', className: 'link', textContent: button.text })
  made.addEventListener('click', button.act)
  return made
}
