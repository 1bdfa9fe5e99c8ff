/** How a whole is divided, as pieces of a bar beside each other; lengths in units of its box. */
export type StackedBar = { width: number; pieces: { x: number; width: number; tone: string }[] }

declare module '../web/views/models.ts' {
  interface Parts {
    'charts/stacked-bar': { shares: StackedBar | null }
  }
}

const WIDTH = 100

/** @returns null where there is nothing to divide */
export function stackedBarOf(parts: readonly { number: number; tone: string }[]): StackedBar | null {
  const all = parts.reduce((sum, { number }) => sum + number, 0)
  if (all === 0) return null
  let before = 0
  const at = (count: number) => Math.round((count / all) * WIDTH * 2) / 2
  const pieces = parts.map(({ number, tone }) => {
    const x = at(before)
    before += number
    return { x, width: at(before) - x, tone }
  })
  return { width: WIDTH, pieces: pieces.filter(({ width }) => width > 0) }
}
