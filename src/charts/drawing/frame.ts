import type { ChartData, Dataset } from '../model/chart-data.ts'

/** Pixels of a plot, over and under the highest and the lowest value: room for signs. */
export const [TOP, BOTTOM] = [16, 8]
/** Pixels of a plot along time, and of names below. */
export const HEIGHT = 280
export const NAMES_BELOW = { first: 22, next: 14 }
/** Pixels of a bar that lies down, or of several of one name: its row is as high as the names beside the bars need. */
export const LYING = 16
/** Pixels of a letter of what is written in it. */
export const LETTER = 6.6

/**
 * Where things lie in a plot. `slotAt`, `slot`: along what is named, as a share; `valueAt`: along the numbers. Bars that lie down have
 * rows of a share of the height each, whatever that is: `height` is 0.
 */
export type PlotFrame = {
  flat: boolean
  height: number
  axisWidth: number
  slot: number
  slotAt: (nth: number) => number
  /** Pixels from the top or, where bars lie down, a share from the left. */
  valueAt: (value: number) => number
}

export function frameOf(chart: ChartData): PlotFrame {
  const { data, options } = chart
  const { labels } = data
  const { indexAxis, axis } = options
  const flat = indexAxis === 'y'
  const part = (value: number) => (axis.max === axis.min ? 0 : (value - axis.min) / (axis.max - axis.min))
  const rise = HEIGHT - TOP - BOTTOM
  const letters = Math.max(0, ...axis.ticks.flatMap(({ label }) => axisLines(label)).map(({ length }) => length))
  return {
    flat,
    height: flat ? 0 : HEIGHT,
    axisWidth: flat ? 0 : Math.min(150, Math.round(letters * LETTER) + 10),
    slot: 1 / labels.length,
    slotAt: (nth) => (nth + 0.5) / labels.length,
    valueAt: (value) => (flat ? part(value) : HEIGHT - BOTTOM - part(value) * rise),
  }
}

/** So many letters of a line leave a phone room for the picture: of the name of a stage at its axis, of one beside a bar, of a period. */
const MOST_LETTERS = { axis: 20, beside: 26, below: 13 }

/** What stands around a plot, in lines: numbers have one, names of stages may be sentences. */
export function axisLines(label: string, where: keyof typeof MOST_LETTERS = 'axis'): string[] {
  const lines: string[] = []
  for (const word of label.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length === 0 || longer.length > MOST_LETTERS[where]) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

/** Pixels of a picture where there is least room, on a phone. */
export const PHONE = 336

/** Pixels beyond bars that lie down, for their numbers or for the names of their stages; these may take several lines. */
export function roomBeside({ data: { datasets }, options }: ChartData): { width: number; lines: number } {
  if (options.indexAxis === 'x') return { width: 0, lines: 1 }
  const texts = datasets.flatMap(({ values, gaps }) => [...(values ?? []), ...gaps.map((gap) => gap ?? '')])
  const lines = texts.map((text) => axisLines(text, 'beside'))
  const letters = Math.max(0, ...lines.flat().map(({ length }) => length))
  return { width: Math.round(letters * LETTER) + 12, lines: Math.max(1, ...lines.map(({ length }) => length)) }
}

/** What stands in a place of a series: its value, drawn a little apart where others run along the same level. */
export function drawnValue({ data, shift = 0 }: Pick<Dataset, 'data' | 'shift'>, nth: number): number | null {
  const value = data[nth]
  return value === null || value === undefined ? null : value + shift
}

/** A share of the width as it is written: hundredths of a per cent are less than a pixel. */
export function percentOf(share: number): number {
  return Math.round(share * 10_000) / 100
}

export function pixels(length: number): number {
  return Math.round(length * 10) / 10
}
