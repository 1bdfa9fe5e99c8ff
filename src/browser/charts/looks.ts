import type { Chart, LegendItem } from 'chart.js'
import type { ChartData, Dataset } from '../../charts/chart-data.ts'
import { isUnsettled } from '../../charts/legend.ts'

/** Shapes that can be hollow. */
const POINTS = ['circle', 'rect', 'triangle', 'rectRot', 'rectRounded'] as const

export type Colours = (name: string) => string

export function coloured(one: Dataset, nth: number, colour: Colours, { stacked, indexAxis }: ChartData['options']) {
  const own = colour(`chart-${one.role}`) || colour('chart-unknown')
  const paper = colour('paper')
  const bar = one.type === 'bar'
  /** Against bars that lie down a target is an upright mark on each, not a line through them. */
  const upright = indexAxis === 'y' && !bar
  const fills = one.data.map((_, i) => colour(`chart-${one.roles?.[i] ?? one.role}`) || own)
  const open = one.flags.map(isUnsettled)
  return {
    type: one.type,
    role: one.role,
    label: one.label,
    data: one.data,
    order: one.order,
    borderColor: bar ? fills.map((fill, i) => (stacked && !open[i] ? paper : fill)) : own,
    backgroundColor: bar ? fills.map((fill, i) => (open[i] ? hatched(fill, paper) : fill)) : own,
    borderWidth: bar ? open.map((is) => (is ? 2 : 1)) : upright ? 3 : 2,
    showLine: !upright,
    rotation: upright ? 90 : 0,
    borderDash: one.dash,
    maxBarThickness: 44,
    spanGaps: false,
    pointStyle: bar ? 'rect' : one.role === 'target' || one.role === 'baseline' ? 'line' : POINTS[nth % POINTS.length],
    pointBackgroundColor: open.map((is) => (is ? paper : own)),
    pointBorderWidth: open.map((is) => (is ? 2.5 : 1)),
    pointRadius:
      one.role === 'baseline' ? 0 : one.role === 'target' ? (upright ? 10 : 6) : open.map((is) => (is ? 5 : 4)),
    pointHoverRadius: 6,
  }
}

/** Stripes of a colour, for a bar that is not settled: seen without telling colours apart, and in print. */
function hatched(colour: string, paper: string): CanvasPattern | string {
  const tile = document.createElement('canvas')
  tile.width = tile.height = 8
  const context = tile.getContext('2d')
  if (!context) return paper
  context.fillStyle = paper
  context.fillRect(0, 0, 8, 8)
  context.strokeStyle = colour
  context.lineWidth = 2.5
  context.beginPath()
  for (const shift of [-8, 0, 8]) {
    context.moveTo(shift - 2, 10)
    context.lineTo(shift + 10, -2)
  }
  context.stroke()
  return context.createPattern(tile, 'repeat') ?? paper
}

/** The series as they look when they are settled, whatever their first figure is. */
export function labels(chart: Chart, colour: Colours): LegendItem[] {
  return chart.data.datasets.map((dataset, datasetIndex) => {
    const drawn = dataset as unknown as ReturnType<typeof coloured>
    const own = colour(`chart-${drawn.role}`) || colour('chart-unknown')
    const item = { text: drawn.label, datasetIndex, hidden: !chart.isDatasetVisible(datasetIndex) }
    const look = {
      fillStyle: own,
      strokeStyle: own,
      fontColor: colour('ink'),
      lineWidth: 2,
      lineDash: drawn.borderDash,
    }
    return { ...item, ...look, pointStyle: drawn.pointStyle, rotation: drawn.rotation } as LegendItem
  })
}

/** Colours live in the stylesheet, light and dark. */
export function coloursOf(holder: HTMLElement): Colours {
  const style = getComputedStyle(holder)
  return (name) => style.getPropertyValue(`--${name}`).trim()
}
