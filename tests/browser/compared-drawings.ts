/**
 * Looks, in a browser, whether the canvas over a drawing has each of its bars and points: the pixel in the middle of each is of its
 * colour, of a hollow point that of the paper. What lies under another mark is not looked at.
 */
export function comparedDrawings(plot: Element): { seen: number; missed: string[] } {
  const canvas = plot.querySelector('canvas')!
  const context = canvas.getContext('2d')!
  const box = canvas.getBoundingClientRect()
  const scale = canvas.width / box.width
  const marks = [...plot.querySelectorAll('.series')].flatMap((series) => [
    ...[...series.querySelectorAll('rect')].map((one) => ({ one, kind: 'bar' as const })),
    ...[...series.querySelectorAll(':scope > svg[x] > path')].map((one) => ({ one, kind: 'point' as const })),
  ])
  const boxes = marks.map(({ one }) => one.getBoundingClientRect())
  const middles = boxes.map(({ left, top, width, height }) => [left + width / 2, top + height / 2] as const)
  const missed: string[] = []
  let seen = 0
  marks.forEach(({ one, kind }, nth) => {
    const [x, y] = middles[nth]!
    const isCovered = boxes.some(
      (other, later) =>
        later > nth && x > other.left - 3 && x < other.right + 3 && y > other.top - 3 && y < other.bottom + 3,
    )
    if (isCovered || boxes[nth]!.height < 5) return
    const isOpen = one.classList.contains('open')
    const style = getComputedStyle(one)
    const isStroke = one.matches('.line, .upright')
    // A hatched bar has its colour along its edge.
    const down = kind === 'bar' && isOpen ? boxes[nth]!.top - box.top + 0.5 : y - box.top
    const wanted = kind === 'bar' && isOpen ? style.stroke : isStroke ? style.stroke : style.fill
    const probe = document.createElement('canvas').getContext('2d')!
    probe.fillStyle = wanted
    probe.fillRect(0, 0, 1, 1)
    const [r, g, b] = probe.getImageData(0, 0, 1, 1).data
    const { data } = context.getImageData((x - box.left) * scale - 1, down * scale - 1, 3, 3)
    const near = (i: number) =>
      Math.abs(data[i]! - r!) + Math.abs(data[i + 1]! - g!) + Math.abs(data[i + 2]! - b!) < 60 && data[i + 3]! > 200
    if ([0, 4, 8, 12, 16, 20, 24, 28, 32].some(near)) seen++
    else missed.push(`${kind} ${nth} at ${Math.round(x - box.left)}, ${Math.round(y - box.top)}: ${wanted}`)
  })
  return { seen, missed }
}
