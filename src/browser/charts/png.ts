import type { ChartData } from '../../charts/model/chart-data.ts'
import type { Colours } from './looks.ts'

/** What of a look is set in the stylesheet, and has to go with a drawing that leaves the page. */
const LOOKS = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-family',
  'font-weight',
  'overflow',
  'text-anchor',
  'visibility',
  'display',
  'vector-effect',
  'paint-order',
] as const
/** Pixels of the picture for one of the page: it is shown large. */
const SCALE = 2
const EDGE = 16
const FONTS = { title: '600 16px system-ui, sans-serif', foot: '12px system-ui, sans-serif' }

/** The drawing of the page with its title above, its names, and its source, basis and date below: a figure travels with them. */
export async function saveDrawing(plot: HTMLElement, { data, options }: ChartData, colour: Colours, name: string) {
  const box = plot.getBoundingClientRect()
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) return
  const width = Math.max(box.width, 320)
  context.font = FONTS.title
  const title = broken(context, options.title, width)
  context.font = FONTS.foot
  const named = data.datasets.length > 1 ? data.datasets.map(({ label }) => label) : []
  const foot = [options.unit, ...options.key, options.foot].flatMap((text) => broken(context, text, width))
  const head = title.length * 22 + 14
  const below = head + box.height + (named.length > 0 ? 24 : 0)
  canvas.width = (width + 2 * EDGE) * SCALE
  canvas.height = (below + foot.length * 16 + 2 * EDGE) * SCALE
  context.scale(SCALE, SCALE)
  context.fillStyle = colour('paper')
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(EDGE, EDGE)
  context.fillStyle = colour('ink')
  context.font = FONTS.title
  for (const [i, line] of title.entries()) context.fillText(line, 0, 14 + i * 22)
  for (const svg of plot.querySelectorAll<SVGSVGElement>(':scope > svg, .area > svg')) {
    const at = svg.getBoundingClientRect()
    const image = await imageOf(svg, at)
    context.drawImage(image, at.left - box.left - ROOM, head + at.top - box.top - ROOM)
  }
  context.font = FONTS.foot
  for (const row of plot.querySelectorAll('.rows li')) {
    const at = row.getBoundingClientRect()
    context.fillText(row.textContent?.trim() ?? '', at.left - box.left, head + at.top - box.top + 17, at.width)
  }
  let x = 0
  for (const [nth, text] of named.entries()) {
    context.fillStyle = colour(`chart-${data.datasets[nth]!.role}`)
    context.fillRect(x, head + box.height + 6, 12, 10)
    context.fillStyle = colour('ink')
    context.fillText(text, x + 16, head + box.height + 15)
    x += 32 + context.measureText(text).width
  }
  for (const [i, line] of foot.entries()) context.fillText(line, 0, below + 14 + i * 16)
  canvas.toBlob((blob) => blob && save(blob, name), 'image/png')
}

/** What sticks out of a drawing, such as the first name below it, is not cut off. */
const ROOM = 40

/** A drawing by itself, with the looks that the page gives it, and room around it. */
async function imageOf(svg: SVGSVGElement, { width, height }: DOMRect): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const [own, copied] = [
    [svg, ...svg.querySelectorAll('*')],
    [copy, ...copy.querySelectorAll('*')],
  ]
  own.forEach((element, nth) => {
    const style = getComputedStyle(element)
    for (const look of LOOKS) {
      const value = look === 'visibility' ? 'visible' : style.getPropertyValue(look)
      if (value && !(look === 'fill' && value.startsWith('url'))) copied[nth]!.setAttribute(look, value)
    }
    if (element.matches('[data-left-out]')) copied[nth]!.setAttribute('display', 'none')
  })
  const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  for (const [name, value] of Object.entries({ width: width + 2 * ROOM, height: height + 2 * ROOM }))
    sheet.setAttribute(name, String(value))
  for (const [name, value] of Object.entries({ x: ROOM, y: ROOM, width, height }))
    copy.setAttribute(name, String(value))
  sheet.append(copy)
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(sheet))}`
  await image.decode()
  return image
}

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
