import type { Chart } from 'chart.js'
import type { ChartData } from '../../charts/chart-data.ts'
import type { Colours } from './looks.ts'

/** The picture with its title above and its source, basis and date below: a figure travels with them. */
export function saveWith(chart: Chart, options: ChartData['options'], colour: Colours, name: string): void {
  const ratio = chart.currentDevicePixelRatio
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) return
  const width = Math.max(chart.width, 320)
  context.font = FONTS.title
  const title = broken(context, options.title, width - 24)
  context.font = FONTS.foot
  const foot = [...options.key, options.foot].flatMap((text) => broken(context, text, width - 24))
  const head = title.length * 22 + 20
  canvas.width = width * ratio
  canvas.height = (head + chart.height + foot.length * 16 + 24) * ratio
  context.scale(ratio, ratio)
  context.fillStyle = colour('paper')
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = colour('ink')
  context.font = FONTS.title
  for (const [i, line] of title.entries()) context.fillText(line, 12, 26 + i * 22)
  context.drawImage(chart.canvas, 0, head, chart.width, chart.height)
  context.font = FONTS.foot
  for (const [i, line] of foot.entries()) context.fillText(line, 12, head + chart.height + 20 + i * 16)
  canvas.toBlob((blob) => blob && save(blob, name), 'image/png')
}

const FONTS = { title: '600 16px system-ui, sans-serif', foot: '12px system-ui, sans-serif' }

function broken(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && context.measureText(longer).width > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
