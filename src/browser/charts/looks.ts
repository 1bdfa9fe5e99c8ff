import { drawnValue } from '../../charts/drawing/frame.ts'
import { pointLook } from '../../charts/drawing/lines.ts'
import { type Fill, fillOf, TILE } from '../../charts/drawing/texture.ts'
import { isUnsettled } from '../../charts/legend.ts'
import type { ChartData, Dataset } from '../../charts/model/chart-data.ts'

export type Colours = (name: string) => string

const SHARP = 4

/** A series as Chart.js takes it, with the looks of the server's drawing. */
export function coloured(one: Dataset, nth: number, colour: Colours, { stacked, indexAxis }: ChartData['options']) {
  const own = colour(`chart-${one.role}`)
  const paper = colour('paper')
  const isBar = one.type === 'bar'
  const isFlat = indexAxis === 'y'
  const roles = one.data.map((_, i) => one.roles?.[i] ?? one.role)
  const fills = roles.map((role) => colour(`chart-${role}`))
  const open = one.flags.map(isUnsettled)
  const points = one.data.map((_, i) => (isBar ? null : pointLook(one, nth, i, isFlat)))
  return {
    type: one.type,
    label: one.label,
    data: one.data.map((_, i) => drawnValue(one, i)),
    order: one.order,
    borderColor: isBar ? fills.map((fill, i) => (stacked && !open[i] ? paper : fill)) : own,
    backgroundColor: isBar ? fills.map((fill, i) => filled(fillOf(roles[i]!, open[i]!), fill, paper)) : own,
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

/** The fill of a bar, with the same tile that the server's drawing has. */
function filled({ path, isOnPaper }: Fill, own: string, paper: string): CanvasPattern | string {
  if (path === '') return own
  const tile = document.createElement('canvas')
  // Drawn larger than it is shown, so that it is as sharp on screens of several dots a pixel.
  tile.width = tile.height = TILE * SHARP
  const context = tile.getContext('2d')!
  context.scale(SHARP, SHARP)
  context.fillStyle = isOnPaper ? paper : own
  context.fillRect(0, 0, TILE, TILE)
  context.fillStyle = isOnPaper ? own : paper
  context.fill(new Path2D(path), 'evenodd')
  const pattern = context.createPattern(tile, 'repeat')!
  pattern.setTransform(new DOMMatrix().scale(1 / SHARP))
  return pattern
}

/** Colours live in the stylesheet, light and dark. */
export function coloursOf(holder: Element): Colours {
  const style = getComputedStyle(holder)
  return (name) => style.getPropertyValue(`--${name}`).trim()
}
