import type { Drawing } from '../drawing/model.ts'
import type { LegendItem } from '../picture.ts'

/** What a picture is that leaves its page: drawn, told, and with everything that its figures travel with. */
export type SlideSource = {
  /** What it is of. */
  heading: string
  /** What it shows, in sentences made from its figures. */
  sentence: string
  unit: string
  /** Dates of the whole. */
  dates: string
  drawing: Drawing
  rows: readonly { label: string }[]
  legend: readonly LegendItem[]
  key: readonly string[]
  /** That its figures are no real ones. */
  warning: string | null
  /** Coverage, basis, instant, map and source. */
  foot: string
}

/** Colours by their names in the stylesheet, as they are on paper. */
export type Palette = (name: string) => string

export type SlideText = { x: number; y: number; size: number; text: string; colour: string; isBold: boolean }

export type SlideLegendItem = Pick<LegendItem, 'label' | 'isBar' | 'pattern' | 'dash' | 'outline'> & {
  x: number
  y: number
  colour: string
}

export type SlideBar = {
  x: number
  y: number
  width: number
  height: number
  colour: string
  open: boolean
  pattern: string | null
}

/** A series in pixels of the plot. */
export type SlideSeries = {
  colour: string
  bars: SlideBar[]
  path: string
  dash: string
  points: { x: number; y: number; outline: string; isStroke: boolean; width: number; open: boolean }[]
  signs: { x: number; y: number; text: string; anchor: 'start' | 'middle' | 'end' }[]
}

/** The plot in pixels of its own, which are so much larger on the slide. */
export type SlidePlot = {
  x: number
  y: number
  scale: number
  width: number
  foot: number
  /** Bars stand on each other, and are parted by a line. */
  stacked: boolean
  grid: { x1: number; y1: number; x2: number; y2: number }[]
  breaks: { x: number; sign: string | null }[]
  /** Numbers of the axis, names along it and of rows. */
  labels: { x: number; y: number; text: string; anchor: 'start' | 'middle' | 'end' }[]
  series: SlideSeries[]
  /** What bars are filled with that are not plain: shapes on a ground. */
  patterns: { name: string; path: string; ground: string; shapes: string }[]
}

/** A picture drawn for a slide of a presentation: 1600 × 900, light, with nothing outside of it. */
export type Slide = {
  width: number
  height: number
  /** Read out in place of it. */
  title: string
  language: string
  texts: SlideText[]
  legend: SlideLegendItem[]
  plot: SlidePlot
  colours: { paper: string; ink: string; soft: string; line: string }
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'charts/export/slide': { slide: Slide }
  }
}
