/**
 * Looks, in a browser, whether the canvas over a drawing has each of its bars, points and lines: of a plain bar and of a point the
 * pixel in the middle is of its colour (of a hollow one that of the paper), of a bar with a pattern each pixel is of the colour
 * that its pattern has there, of a line those along it. What lies under another mark is not looked at.
 */
export function comparedDrawings(plot: Element): {
  seen: number
  kinds: Record<'bar' | 'pattern' | 'point' | 'line', number>
  missed: string[]
} {
  const canvas = plot.querySelector('canvas')!
  const box = canvas.getBoundingClientRect()
  const scale = canvas.width / box.width
  const { data, width } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
  const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
  const rgb = (colour: string) => {
    probe.fillStyle = colour
    probe.fillRect(0, 0, 1, 1)
    return [...probe.getImageData(0, 0, 1, 1).data].slice(0, 3)
  }
  /** Whether a pixel of the canvas at most so far from a place of the page is of a colour. */
  const isNear = (x: number, y: number, wanted: readonly number[], far: number, most = 60) => {
    const [column, row] = [Math.round((x - box.left) * scale), Math.round((y - box.top) * scale)]
    for (let dy = -far; dy <= far; dy++) {
      for (let dx = -far; dx <= far; dx++) {
        const at = ((row + dy) * width + column + dx) * 4
        const off = wanted.reduce((sum, part, nth) => sum + Math.abs((data[at + nth] ?? 999) - part), 0)
        if (off < most && data[at + 3]! > 200) return true
      }
    }
    return false
  }
  const kinds = { bar: 0, pattern: 0, point: 0, line: 0 }
  const missed: string[] = []
  const judge = (kind: keyof typeof kinds, isSeen: boolean, what: () => string) => {
    if (isSeen) kinds[kind]++
    else missed.push(`${kind} ${what()}`)
  }

  const marks = [...plot.querySelectorAll<SVGElement>('.series rect, .series > svg[x] > path')]
  const boxes = marks.map((one) => one.getBoundingClientRect())
  const isUnderAnother = (x: number, y: number, since: number, room: number) =>
    boxes.some(
      (other, nth) =>
        nth > since &&
        x > other.left - room &&
        x < other.right + room &&
        y > other.top - room &&
        y < other.bottom + room,
    )
  marks.forEach((one, nth) => {
    const { left, top, width: wide, height: high, bottom, right } = boxes[nth]!
    const [x, y] = [left + wide / 2, top + high / 2]
    const style = getComputedStyle(one)
    const where = () => `${nth} at ${Math.round(x - box.left)}, ${Math.round(y - box.top)}`
    const id = /url\(["']?#([^"')]+)/.exec(one.getAttribute('fill') ?? '')?.[1]
    if (id !== undefined) {
      if (wide < 12 || high < 12) return
      const pattern = document.getElementById(id)!
      const [ground, shapes] = ['.ground', '.shapes'].map((part) => pattern.querySelector<SVGPathElement>(part)!)
      const outline = new Path2D(shapes!.getAttribute('d')!)
      const [behind, before] = [ground!, shapes!].map((part) => rgb(getComputedStyle(part).fill))
      const area = plot.querySelector('.area > svg')!.getBoundingClientRect()
      let [alike, all] = [0, 0]
      for (let py = top + 3; py < bottom - 3; py++) {
        for (let px = left + 3; px < right - 3; px++) {
          if (isUnderAnother(px, py, nth, 2)) continue
          const [u, v] = [(((px - area.left) % 8) + 8) % 8, (((py - area.top) % 8) + 8) % 8]
          all++
          const wanted = probe.isPointInPath(outline, u, v, 'evenodd') ? before! : behind!
          if (isNear(px, py, wanted, 1, 120)) alike++
        }
      }
      if (all > 20) judge('pattern', alike / all > 0.9, () => `${where()}: ${alike} of ${all} as in ${id}`)
      return
    }
    if (isUnderAnother(x, y, nth, 3) || high < 5) return
    const wanted = one.matches('.line, .upright') ? style.stroke : style.fill
    judge(one.matches('rect') ? 'bar' : 'point', isNear(x, y, rgb(wanted), 1), () => `${where()}: ${wanted}`)
  })

  const lines = [...plot.querySelectorAll<SVGPathElement>('.series path.line:not(.series > svg[x] > path)')]
  lines.forEach((one, nth) => {
    const { stroke } = getComputedStyle(one)
    const wanted = rgb(stroke)
    const [length, screen] = [one.getTotalLength(), one.getScreenCTM()!]
    let [on, all] = [0, 0]
    for (let part = 0; part <= 240; part++) {
      const { x, y } = one.getPointAtLength((length * part) / 240).matrixTransform(screen)
      if (isUnderAnother(x, y, -1, 4)) continue
      all++
      if (isNear(x, y, wanted, 2)) on++
    }
    // Of a dashed line there are gaps; others cross it, or run along it in steps.
    const least = one.hasAttribute('stroke-dasharray') ? 0.4 : 0.55
    if (all > 10) judge('line', on / all > least, () => `${nth} (${stroke}): ${on} of ${all}`)
  })
  return { seen: kinds.bar + kinds.pattern + kinds.point + kinds.line, kinds, missed }
}
