import type { Chart, Plugin } from 'chart.js'
import type { Dataset } from '../../charts/chart-data.ts'
import { isBrokenThroughout } from '../../charts/legend.ts'
import { MARKS } from '../../figures/marks.ts'

/** Everything that is drawn of figures besides their numbers. */
export function marksOn(datasets: Dataset[], soft: string, ink: string): Plugin[] {
  return [gapMarks(datasets, soft), breakMarks(datasets, ink), revisedMarks(datasets, ink)]
}

/** What has no number is a gap with its sign in it; a bar of no height says 0. */
function gapMarks(datasets: Dataset[], ink: string): Plugin {
  return {
    id: 'gaps',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart
      const flat = chart.options.indexAxis === 'y'
      const taken = new Set<string>()
      ctx.save()
      ctx.fillStyle = ink
      ctx.font = '600 12px system-ui, sans-serif'
      ctx.textAlign = flat ? 'left' : 'center'
      ctx.textBaseline = flat ? 'middle' : 'bottom'
      datasets.forEach((one, s) => {
        if (!chart.isDatasetVisible(s)) return
        chart.getDatasetMeta(s).data.forEach((element, i) => {
          const mark = one.gaps[i]
          if (!mark) return
          const [x, y] = flat ? [chartArea.left + 4, element.y] : [element.x, chartArea.bottom - 3]
          const place = `${Math.round(x)}/${Math.round(y)}`
          if (taken.has(place)) return
          taken.add(place)
          ctx.fillText(mark, x, y)
        })
      })
      ctx.restore()
    },
  }
}

/**
 * Where a series begins to be another one: along time a dashed line before it, with [b] on top, or beside the point when
 * the other series go on; beside bars that lie down just [b].
 */
function breakMarks(datasets: Dataset[], ink: string): Plugin {
  return {
    id: 'breaks',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart
      const beside = chart.options.indexAxis === 'y'
      ctx.save()
      ctx.strokeStyle = ctx.fillStyle = ink
      ctx.font = '600 12px system-ui, sans-serif'
      ctx.setLineDash([3, 4])
      for (const i of chart.data.labels?.keys() ?? []) {
        const figures = [...datasets.entries()].filter(
          ([s, one]) => isFigure(one) && chart.isDatasetVisible(s) && (one.data[i] !== null || isBroken(one, i)),
        )
        const begun = figures.filter(([, one]) => isBroken(one, i) && (beside || begins(one, i)))
        if (begun.length === 0) continue
        const all = begun.length === figures.length
        if (!beside) {
          const x = lineBefore(chart, i)
          ctx.beginPath()
          ctx.moveTo(x, chartArea.top)
          ctx.lineTo(x, chartArea.bottom)
          ctx.stroke()
          if (all) ctx.fillText(MARKS.break.sign, x + 3, chartArea.top + 10)
        }
        for (const [s] of beside || !all ? begun : []) {
          const element = chart.getDatasetMeta(s).data[i]
          if (element && !Number.isNaN(element.y))
            ctx.fillText(MARKS.break.sign, element.x + 6, element.y + (beside ? 4 : -6))
        }
      }
      ctx.restore()
    },
  }
}

/** What was restated has [r] beside its point or bar. */
function revisedMarks(datasets: Dataset[], ink: string): Plugin {
  return {
    id: 'revised',
    afterDatasetsDraw(chart) {
      const { ctx } = chart
      const beside = chart.options.indexAxis === 'y'
      ctx.save()
      ctx.fillStyle = ink
      ctx.font = '600 11px system-ui, sans-serif'
      datasets.forEach((one, s) => {
        if (!chart.isDatasetVisible(s)) return
        chart.getDatasetMeta(s).data.forEach((element, i) => {
          if (!one.flags[i]?.includes('revised') || one.data[i] === null) return
          ctx.fillText(MARKS.revised.sign, element.x + (beside ? 22 : 5), element.y + (beside ? 4 : -8))
        })
      })
      ctx.restore()
    },
  }
}

function isFigure({ role }: Dataset): boolean {
  return role !== 'target' && role !== 'baseline'
}

function begins(one: Dataset, i: number): boolean {
  return !isBroken(one, i - 1) && !isBrokenThroughout(one)
}

function isBroken({ flags }: Dataset, i: number): boolean {
  return flags[i]?.includes('break') ?? false
}

/** Half-way from the label before; before the first one, the edge. */
function lineBefore(chart: Chart, i: number): number {
  const scale = chart.scales.x!
  return i === 0 ? chart.chartArea.left : (scale.getPixelForValue(i - 1) + scale.getPixelForValue(i)) / 2
}
