import type { ColourRole } from '../model/chart-data.ts'
import type { Position } from '../series-path.ts'
import type { Fill } from './texture.ts'

/** How a point looks: round, or as what was planned a stroke across its level. */
export type PointForm = 'circle' | 'rect' | 'triangle' | 'rectRot' | 'line' | 'upright'

/**
 * A series as it is drawn: all that belongs to it, so that it can be left out. Across in per cent of the width, whatever that is; down
 * in pixels: letters keep their size. Where bars lie down, rows are as high as their names need: down in per cent of the height, too.
 */
export type DrawnSeries = {
  /** Its place among those of the chart. */
  nth: number
  role: ColourRole
  bars: (Position & {
    /** Pixels from `y` on: of bars that lie down `y` is the middle of the row. */
    dy: number
    width: number
    height: number
    role: ColourRole
    open: boolean
    pattern: string | null
  })[]
  /** Pieces of a line, its `x` in thousandths of the width. */
  path: string
  dash: string
  points: (Position & { form: PointForm; size: number; open: boolean; outline: string })[]
  /** What stands in the place of a number, and beside one. */
  signs: (Position & { text: string; lines?: string[]; dx: number; at: 'start' | 'middle' })[]
}

/** `isOnPaper`: its shapes have the colour, and the ground is that of the page; else the other way round. */
export type DrawnPattern = Fill & { name: string; role: ColourRole }

/** A chart drawn: what a page puts out as SVG, as wide as there is room and, where bars lie down, as high as their names. */
export type Drawing = {
  flat: boolean
  /** Pixels for the numbers beside it. */
  axisWidth: number
  /** Of bars that lie down: 0. */
  height: number
  /** Where the plot ends, and names stand below. */
  foot: number
  /** `at`: down or, where bars lie down, across; `lines`: of a label that is too long for one. */
  grid: { at: number; label: string; lines?: string[] }[]
  /** Names of what stands along, of which not all have room. */
  names: { at: number; text: string; lines: string[]; small: boolean; wide: boolean }[]
  /** Beyond bars that lie down: pixels for what stands there, and how many lines it takes at most. */
  beside: { width: number; lines: number }
  breaks: { x: number; sign: string | null }[]
  /** From what lies below to what lies on top. */
  series: DrawnSeries[]
  stacked: boolean
  /** What bars are filled with that are not plain, by the name they know it by. */
  patterns: DrawnPattern[]
}
