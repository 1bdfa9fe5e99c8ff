/** Something that can be done about what a notice says. */
export type NoticeButton = { text: string; act: () => void }

/** Says something at an indicator in place of what was said there before; nothing to say takes the notice away. */
export function announce(row: HTMLElement, sentences: readonly string[], choices: readonly NoticeButton[] = []): void {
  const notice = row.querySelector<HTMLElement>('[data-notice]') ?? newNotice(row)
  notice.hidden = sentences.length === 0
  notice.replaceChildren(sentences.join(' '), ...(choices.length > 0 ? [buttonsOf(choices, notice)] : []))
}

/** Buttons one of which is to be pressed; after that they are gone. */
export function buttonsOf(choices: readonly NoticeButton[], within: HTMLElement): HTMLElement {
  const buttons = document.createElement('span')
  buttons.className = 'choices'
  for (const { text, act } of choices) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = text
    button.addEventListener('click', () => {
      within.hidden = true
      within.replaceChildren()
      act()
    })
    buttons.append(' ', button)
  }
  return buttons
}

function newNotice(row: HTMLElement): HTMLElement {
  const notice = document.createElement('p')
  notice.className = 'notice warn'
  notice.dataset.notice = ''
  notice.setAttribute('role', 'status')
  row.querySelector('header')?.after(notice)
  return notice
}
