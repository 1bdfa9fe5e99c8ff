import type { ChartData } from '../../charts/model/chart-data.ts'

/** Where somebody reads a picture by keyboard: in a place along it, of one of its series or of all of them. */
export type ReadAt = { place: number; series: number | null }

/** What there is to be read: how many places, which series are shown, and whether places run down. */
export type Readable = { places: number; series: readonly number[]; isFlat: boolean }

const FORTH = ['ArrowRight', 'ArrowDown']
const BACK = ['ArrowLeft', 'ArrowUp']

/** What stands in one place of a picture, series by series: "Q1 2021: Whole project: 47 persons; Planned: 45 persons". */
export function readingAt(
  { data }: ChartData,
  { place, series }: ReadAt,
  isShown: (series: number) => boolean,
): string {
  const parts = data.datasets.flatMap(({ label, texts }, nth) => {
    const text = texts[place]
    return isShown(nth) && (series === null || series === nth) && text ? [`${label}: ${text}`] : []
  })
  return `${data.labels[place] ?? ''}: ${parts.join('; ')}`
}

/**
 * Where a key leads to: along the places, or from series to series of one place, and beyond the last of them to all again.
 * @returns null where it leads nowhere
 */
export function pointAfter(key: string, here: ReadAt | null, { places, series, isFlat }: Readable): ReadAt | null {
  const of = here?.series ?? null
  if (key === 'Home') return { place: 0, series: of }
  if (key === 'End') return { place: places - 1, series: of }
  if (key === 'Escape') return here && { ...here, series: null }
  const isForth = FORTH.includes(key)
  if (!isForth && !BACK.includes(key)) return null
  const isAcross = (key === 'ArrowUp' || key === 'ArrowDown') !== isFlat && series.length > 1
  if (here === null || !isAcross) {
    const place = here === null ? (isForth ? 0 : places - 1) : here.place + (isForth ? 1 : -1)
    return { place: Math.max(0, Math.min(places - 1, place)), series: of }
  }
  const round = [null, ...series]
  const next = round.indexOf(of) + (isForth ? 1 : -1)
  return { ...here, series: round.at(next % round.length) ?? null }
}
