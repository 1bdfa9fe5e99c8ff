import type { ColourRole } from '../model/chart-data.ts'

/** Side of the square that a pattern repeats, in pixels. */
export const TILE = 8

/** Stripes of what is not settled: seen without telling colours apart, and in print. */
const HATCHED = 'M0 8L8 0H5L0 5zM8 8V5L5 8z'

/**
 * What tells the parts of a stack apart where colours can't: shapes in a tile, each of one meaning as its colour is. What lies
 * across a stack (rows) would be taken for the end of a part, and comes late.
 */
const TEXTURES: Partial<Record<ColourRole, string>> = {
  'category-0': '',
  'category-1': 'M2.4 4a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0z',
  'category-2': 'M0 0H1.2L8 6.8V8H6.8L0 1.2zM6.8 0H8V1.2zM0 6.8L1.2 8H0z',
  'category-3': 'M3.3 0h1.4v8H3.3z',
  'category-4': 'M3.4 1h1.2v2.4H7v1.2H4.6V7H3.4V4.6H1V3.4h2.4z',
  'category-5': 'M0 3.3h8v1.4H0z',
  'category-6': 'M1 1h6v6H1zM2.5 2.5v3h3v-3z',
  'category-7': 'M0 0h4v4H0zM4 4h4v4H4z',
  unknown: 'M0 2L4 5L8 2V3.6L4 6.6L0 3.6z',
  unsplit: 'M1.5 6L4 2L6.5 6z',
}

/** How a bar is filled: the shapes in a tile, filled by one of two colours on the other; no shapes is a plain colour. */
export type Fill = { path: string; isOnPaper: boolean }

/** A bar that is not settled has its shapes in its colour on the ground of the page; a plain one is hatched then. */
export function fillOf(role: ColourRole, open: boolean): Fill {
  const own = TEXTURES[role] ?? ''
  return { path: open && own === '' ? HATCHED : own, isOnPaper: open }
}
