import { inputLines, inputsIn, readInput, rowOf } from './inputs.ts'

/** A block from Excel is spread over the cells of the indicator, from the one it is pasted into. */
export function paste(event: ClipboardEvent): void {
  const first = event.target
  const text = event.clipboardData?.getData('text/plain') ?? ''
  if (!(first instanceof HTMLInputElement) || first.dataset.part === undefined) return
  const block = text
    .replace(/\r/g, '')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'))
  if (block.length === 1 && block[0]!.length === 1) return
  event.preventDefault()
  const row = rowOf(first)!
  const { filled, left } = spread(first, block, row)
  row.dispatchEvent(new Event('input', { bubbles: true }))
  const unread = filled.filter((input) => ['problem', 'ambiguous'].includes(readInput(input).kind))
  const { misfit = '', unreadPasted = '' } = first.form?.dataset ?? {}
  const sentences = [
    ...(left > 0 ? [misfit] : []),
    ...(unread.length > 0 ? [`${unreadPasted} ${unread.map((input) => `“${input.value}”`).join(' ')}`] : []),
  ]
  announce(row, sentences.join(' '))
}

/** The inputs that were filled, and how many pasted cells found no place. */
type Spread = { filled: HTMLInputElement[]; left: number }

function spread(first: HTMLInputElement, block: string[][], row: HTMLElement): Spread {
  const grid = first.closest('[data-grid]')!
  const within = inputsIn(grid)
  const lines = inputLines(grid)
  // One column pasted into a list of cells runs along the list.
  if (lines.length === 1 && block.every((line) => line.length === 1)) {
    return put(
      within.slice(within.indexOf(first)),
      block.map((line) => line[0]!),
    )
  }
  const all = lines.length > 1 ? lines : inputLines(row)
  const top = all.findIndex((line) => line.includes(first))
  const start = all[top]!.indexOf(first)
  const lineByLine = block.map((cells, nth) => put(all[top + nth]?.slice(start) ?? [], cells))
  return {
    filled: lineByLine.flatMap((line) => line.filled),
    left: lineByLine.reduce((sum, line) => sum + line.left, 0),
  }
}

function put(inputs: HTMLInputElement[], texts: string[]): Spread {
  const filled = inputs.slice(0, texts.length)
  filled.forEach((input, nth) => {
    input.value = texts[nth]!.trim()
  })
  return { filled, left: texts.slice(inputs.length).filter((text) => text.trim() !== '').length }
}

function announce(row: HTMLElement, sentence: string): void {
  let notice = row.querySelector<HTMLElement>('[data-notice]')
  if (sentence === '') {
    notice?.remove()
    return
  }
  if (!notice) {
    notice = document.createElement('p')
    notice.className = 'notice warn'
    notice.dataset.notice = ''
    notice.setAttribute('role', 'status')
    row.append(notice)
  }
  notice.textContent = sentence
}
