import { drawnValue } from '../../charts/drawing/frame.ts'
import { pointLook } from '../../charts/drawing/lines.ts'
import { isUnsettled } from '../../charts/legend.ts'
import type { ChartData, Dataset } from '../../charts/model/chart-data.ts'

export type Colours = (name: string) => string

/** A series as Chart.js takes it, with the looks of the server's drawing. */
export function coloured(one: Dataset, nth: number, colour: Colours, { stacked, indexAxis }: ChartData['options']) {
  const own = colour(`chart-${one.role}`)
  const paper = colour('paper')
  const isBar = one.type === 'bar'
  const isFlat = indexAxis === 'y'
  const fills = one.data.map((_, i) => colour(`chart-${one.roles?.[i] ?? one.role}`))
  const open = one.flags.map(isUnsettled)
  const points = one.data.map((_, i) => (isBar ? null : pointLook(one, nth, i, isFlat)))
  return {
    type: one.type,
    label: one.label,
    data: one.data.map((_, i) => drawnValue(one, i)),
    order: one.order,
    borderColor: isBar ? fills.map((fill, i) => (stacked && !open[i] ? paper : fill)) : own,
    backgroundColor: isBar ? fills.map((fill, i) => (open[i] ? hatched(fill, paper) : fill)) : own,
    borderWidth: isBar ? open.map((is) => (is ? 2 : stacked ? 1 : 0)) : 2,
    borderSkipped: false,
    showLine: !isFlat,
    stepped: one.stepped ? ('middle' as const) : false,
    borderDash: one.dash,
    spanGaps: false,
    pointStyle: points.map((point) => (point?.form === 'upright' ? 'line' : (point?.form ?? false))),
    rotation: points.map((point) => (point?.form === 'upright' ? 90 : 0)),
    pointBackgroundColor: open.map((is) => (is ? paper : own)),
    pointBorderWidth: points.map((point) => (point?.form === 'upright' ? 3 : 2)),
    pointRadius: points.map((point) => point?.size ?? 0),
    pointHoverRadius: points.map((point) => (point ? point.size + 2 : 0)),
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

/** Colours live in the stylesheet, light and dark. */
export function coloursOf(holder: Element): Colours {
  const style = getComputedStyle(holder)
  return (name) => style.getPropertyValue(`--${name}`).trim()
}
