/** The number inputs within a part of the form, in order. */
export function inputsIn(within: Element): HTMLInputElement[] {
  return [...within.querySelectorAll<HTMLInputElement>('input[data-part]')]
}

/** Inputs as lines of a sheet: a line of a table, or one list of cells. */
export function linesOf(within: Element): HTMLInputElement[][] {
  return [...within.querySelectorAll('.cells tbody tr, .cells-list')].map(inputsIn).filter((line) => line.length > 0)
}

/** The indicator an event came from. */
export function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
}
