import type { ChartData, Dataset } from '../model/chart-data.ts'

/** Pixels of a plot, over and under the highest and the lowest value: room for signs. */
export const [TOP, BOTTOM] = [16, 8]
/** Pixels of a plot along time, of a row of bars that lie down, and of names below. */
export const [HEIGHT, ROW, NAMES_BELOW] = [280, 26, 22]
/** Pixels of a letter of what is written in it. */
export const LETTER = 6.6

/** Where things lie in a plot. `slotAt`, `slot`: along what is named, as a share; `valueAt`: along the numbers. */
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
  const share = flatShare(chart)
  const flat = indexAxis === 'y'
  const height = flat ? labels.length * ROW : HEIGHT
  const part = (value: number) => (axis.max === axis.min ? 0 : (value - axis.min) / (axis.max - axis.min))
  const rise = height - TOP - BOTTOM
  const letters = Math.max(0, ...axis.ticks.flatMap(({ label }) => axisLines(label)).map(({ length }) => length))
  return {
    flat,
    height,
    axisWidth: flat ? 0 : Math.min(150, Math.round(letters * LETTER) + 10),
    slot: 1 / labels.length,
    slotAt: (nth) => (nth + 0.5) / labels.length,
    valueAt: (value) => (flat ? part(value) * share : height - BOTTOM - part(value) * rise),
  }
}

/** So many letters of the name of a stage leave a phone room for the picture. */
const MOST_LETTERS = 20

/** What stands beside an axis, in lines: numbers have one, names of stages may be sentences. */
export function axisLines(label: string): string[] {
  const lines: string[] = []
  for (const word of label.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length === 0 || longer.length > MOST_LETTERS) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

/** Pixels of the width that bars which lie down have with their numbers where there is least, on a phone. */
const FLAT_WIDTH = 250

/** Of bars that lie down the rest of the width is left for their numbers, or for the names of their stages. */
export function flatShare({ data: { datasets } }: ChartData): number {
  const beyond = datasets.flatMap(({ values, gaps }) => [...(values ?? []), ...gaps.map((gap) => gap ?? '')])
  const letters = Math.max(0, ...beyond.map(({ length }) => length))
  return Math.max(0.3, Math.min(0.86, 1 - (letters * LETTER + 12) / FLAT_WIDTH))
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
