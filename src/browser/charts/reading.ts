import type { ChartData } from '../../charts/model/chart-data.ts'

/** What stands in one place of a picture, series by series: "Q1 2021: Whole project: 47; Planned: 45". */
export function readingAt({ data }: ChartData, nth: number, isShown: (series: number) => boolean): string {
  const parts = data.datasets.flatMap(({ label, texts }, s) => {
    const text = texts[nth]
    return isShown(s) && text ? [`${label}: ${text}`] : []
  })
  return `${data.labels[nth] ?? ''}: ${parts.join('; ')}`
}

/** Where a key leads to among the places of a picture; null where it leads nowhere. */
export function placeAfter(key: string, here: number | null, count: number): number | null {
  const last = count - 1
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key === 'ArrowRight' || key === 'ArrowDown') return here === null ? 0 : Math.min(last, here + 1)
  if (key === 'ArrowLeft' || key === 'ArrowUp') return here === null ? last : Math.max(0, here - 1)
  return null
}
