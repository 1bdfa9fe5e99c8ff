import type { Conflict } from '../../submissions/autosave/answer.ts'
import type { Say } from '../../submissions/typing/sentences.ts'
import { buttonsOf, type NoticeButton } from '../entry/notice.ts'

/** A field that was not saved, with why. */
export type UnsavedField = { name: string; where: string; sentence: string }

/** What needs its person, above the form: fields that others changed too, and fields that could not be saved. */
export class ChoicePanel {
  private readonly box = document.createElement('section')
  private readonly form: HTMLFormElement
  private readonly say: Say
  private readonly choose: (conflict: Conflict, whose: 'theirs' | 'mine') => void

  constructor(form: HTMLFormElement, say: Say, choose: (conflict: Conflict, whose: 'theirs' | 'mine') => void) {
    this.form = form
    this.say = say
    this.choose = choose
    this.box.className = 'notice warn'
    this.box.dataset.unsaved = ''
    this.box.tabIndex = -1
    this.box.hidden = true
    this.box.setAttribute('role', 'status')
    form.before(this.box)
  }

  show(conflicts: readonly Conflict[], refused: readonly UnsavedField[]): void {
    const lists = [
      conflicts.length > 0
        ? listed(
            this.say('both'),
            conflicts.map((one) => this.choiceOf(one)),
          )
        : [],
      refused.length > 0
        ? listed(
            this.say('refused'),
            refused.map((one) => this.sentenceOf(one)),
          )
        : [],
    ].flat()
    this.box.hidden = lists.length === 0
    this.box.replaceChildren(...lists)
  }

  /** Leads to it. */
  arrive(): void {
    this.box.scrollIntoView({ block: 'center' })
    const first = this.box.querySelector('button') ?? this.box.querySelector('a') ?? this.box
    first.focus({ preventScroll: true })
  }

  private choiceOf(conflict: Conflict): (string | Node)[] {
    const { theirsSaid, mineSaid, saved } = conflict
    const item = document.createElement('span')
    const choices = [
      { text: this.say('theirs', { shown: theirsSaid, by: saved }), act: () => this.choose(conflict, 'theirs') },
      { text: this.say('mine', { typed: mineSaid }), act: () => this.choose(conflict, 'mine') },
    ]
    item.append(buttonsOf(choices, item))
    return [this.linkTo(conflict), ': ', item]
  }

  private sentenceOf(refused: UnsavedField): (string | Node)[] {
    return [this.linkTo(refused), `: ${refused.sentence}`]
  }

  /** To its input, where this screen has it. */
  private linkTo({ name, where }: { name: string; where: string }): string | Node {
    if (!(this.form.elements.namedItem(name) instanceof HTMLElement)) return where
    const link = document.createElement('a')
    link.href = `#${encodeURIComponent(name)}`
    link.textContent = where
    return link
  }
}

/** What was put back into the form, once: it is as it was typed, and can be taken away again. */
export function tellRecovered(
  form: HTMLFormElement,
  lead: string,
  items: readonly string[],
  button: NoticeButton,
): void {
  const notice = document.createElement('div')
  notice.className = 'notice'
  notice.dataset.recovered = ''
  notice.setAttribute('role', 'status')
  notice.append(
    ...listed(
      lead,
      items.map((item) => [item]),
    ),
    buttonsOf([button], notice),
  )
  form.before(notice)
}

function listed(lead: string, items: readonly (string | Node)[][]): HTMLElement[] {
  const [text, list] = [document.createElement('p'), document.createElement('ul')]
  text.textContent = lead
  list.className = 'offers'
  list.append(
    ...items.map((parts) => {
      const item = document.createElement('li')
      item.append(...parts)
      return item
    }),
  )
  return [text, list]
}
