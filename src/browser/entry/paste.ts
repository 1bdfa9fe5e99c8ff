import { inputsIn, linesOf, rowOf } from './inputs.ts'

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
  const left = spread(first, block, row)
  row.dispatchEvent(new Event('input', { bubbles: true }))
  if (left > 0) announce(row, first.form?.dataset.misfit ?? '')
}

/** @returns how many pasted cells found no place */
function spread(first: HTMLInputElement, block: string[][], row: HTMLElement): number {
  const grid = first.closest('[data-grid]')!
  const within = inputsIn(grid)
  const lines = linesOf(grid)
  // One column pasted into a list of cells runs along the list.
  if (lines.length === 1 && block.every((line) => line.length === 1)) {
    return put(
      within.slice(within.indexOf(first)),
      block.map((line) => line[0]!),
    )
  }
  const all = lines.length > 1 ? lines : linesOf(row)
  const top = all.findIndex((line) => line.includes(first))
  const start = all[top]!.indexOf(first)
  return block.reduce((left, cells, nth) => left + put(all[top + nth]?.slice(start) ?? [], cells), 0)
}

function put(inputs: HTMLInputElement[], texts: string[]): number {
  texts.slice(0, inputs.length).forEach((text, nth) => {
    inputs[nth]!.value = text.trim()
  })
  return texts.slice(inputs.length).filter((text) => text.trim() !== '').length
}

function announce(row: HTMLElement, sentence: string): void {
  let told = row.querySelector<HTMLElement>('[data-told]')
  if (!told) {
    told = document.createElement('p')
    told.className = 'notice warn'
    told.dataset.told = ''
    told.setAttribute('role', 'status')
    row.append(told)
  }
  told.textContent = sentence
}
