import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
  Tooltip,
} from 'chart.js'
import type { ChartData, Dataset } from '../charts/chart.ts'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
)

/** Below this width there is room for one label in two lines and no more. */
const SMALL = 480
const POINTS = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot', 'star', 'dash', 'cross'] as const

const drawn = new Map<HTMLElement, Chart>()

/** Only where scripts run is room kept for pictures. */
document.documentElement.classList.add('draws')
const dark = matchMedia('(prefers-color-scheme: dark)')
const coming = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) draw(target as HTMLElement)
  },
  { rootMargin: '300px' },
)
for (const holder of document.querySelectorAll<HTMLElement>('[data-picture]')) coming.observe(holder)
dark.addEventListener('change', drawAgain)
addEventListener('beforeprint', () => {
  for (const holder of document.querySelectorAll<HTMLElement>('[data-picture]')) draw(holder)
})
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-png]')) {
  button.hidden = false
  button.addEventListener('click', () => savePng(button))
}

/** A picture that cannot be drawn leaves its table, which says everything, and the rest of the page. */
function draw(holder: HTMLElement): void {
  if (drawn.has(holder)) return
  coming.unobserve(holder)
  const data = dataOf(holder)
  if (!data) return
  const canvas = document.createElement('canvas')
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', holder.dataset.alt ?? '')
  holder.replaceChildren(canvas)
  drawn.set(holder, new Chart(canvas, configured(data, holder)))
}

function drawAgain(): void {
  for (const [holder, chart] of drawn) {
    chart.destroy()
    drawn.delete(holder)
    draw(holder)
  }
}

function dataOf(holder: HTMLElement): ChartData | null {
  const source = document.getElementById(`${holder.dataset.picture}-data`)
  return source?.textContent ? (JSON.parse(source.textContent) as ChartData) : null
}

function configured({ type, data, options }: ChartData, holder: HTMLElement): ChartConfiguration {
  const colour = coloursOf(holder)
  const ink = colour('ink')
  const onAxis = new Intl.NumberFormat(options.language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 4 })
  const values = {
    beginAtZero: true,
    stacked: options.stacked,
    border: { display: false },
    grid: { color: colour('line') },
    title: { display: options.unit !== '', text: options.unit, color: ink },
    ticks: {
      color: ink,
      maxTicksLimit: 6,
      precision: options.scale === 1 && options.decimals === 0 ? 0 : undefined,
      callback: (value: number | string) =>
        onAxis.format(Number(value) * options.scale) + (options.scale === 100 ? '%' : ''),
    },
  }
  const names = {
    stacked: options.stacked,
    grid: { display: false },
    border: { color: colour('line-strong') },
    ticks: { color: ink, autoSkip: options.indexAxis === 'x', maxRotation: holder.clientWidth < SMALL ? 90 : 50 },
  }
  const flat = options.indexAxis === 'y'
  return {
    type,
    data: {
      labels: data.labels,
      datasets: data.datasets.map((one, nth) => coloured(one, nth, colour, options)),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: options.indexAxis,
      interaction: { mode: 'index', axis: options.indexAxis, intersect: false },
      scales: flat ? { x: values, y: names } : { x: names, y: values },
      plugins: {
        legend: {
          display: data.datasets.length > 1,
          position: 'bottom',
          labels: {
            color: ink,
            usePointStyle: true,
            boxHeight: 8,
            sort: (a, b) => (a.datasetIndex ?? 0) - (b.datasetIndex ?? 0),
          },
        },
        tooltip: {
          callbacks: {
            label: (item) =>
              `${item.dataset.label ?? ''}: ${data.datasets[item.datasetIndex]?.texts[item.dataIndex] ?? ''}`,
          },
        },
      },
    },
    plugins: [gapMarks(data.datasets, colour('soft'))],
  } as ChartConfiguration
}

type Colours = (name: string) => string

function coloured(one: Dataset, nth: number, colour: Colours, { stacked, indexAxis }: ChartData['options']) {
  const own = colour(`chart-${one.role}`) || colour('chart-unknown')
  const bar = one.type === 'bar'
  /** Against bars that lie down a target is an upright mark on each, not a line through them. */
  const upright = indexAxis === 'y' && !bar
  return {
    type: one.type,
    label: one.label,
    data: one.data,
    order: one.order,
    borderColor: bar && stacked ? colour('paper') : own,
    backgroundColor: one.roles?.map((role) => colour(`chart-${role}`) || own) ?? own,
    borderWidth: bar ? 1 : upright ? 3 : 2,
    showLine: !upright,
    rotation: upright ? 90 : 0,
    borderDash: one.dash,
    maxBarThickness: 44,
    spanGaps: false,
    pointStyle: bar ? 'rect' : one.role === 'target' || one.role === 'baseline' ? 'line' : POINTS[nth % POINTS.length],
    pointRadius: one.role === 'baseline' ? 0 : one.role === 'target' ? (upright ? 10 : 6) : 4,
    pointHoverRadius: 6,
  }
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

/** Colours live in the stylesheet, light and dark. */
function coloursOf(holder: HTMLElement): Colours {
  const style = getComputedStyle(holder)
  return (name) => style.getPropertyValue(`--${name}`).trim()
}

/** The picture with its title above and its source, basis and date below: a figure travels with them. */
function savePng(button: HTMLButtonElement): void {
  const holder = document.querySelector<HTMLElement>(`[data-picture="${button.dataset.png}"]`)
  if (!holder) return
  draw(holder)
  const chart = drawn.get(holder)
  const data = dataOf(holder)
  if (!chart || !data) return
  const colour = coloursOf(holder)
  const ratio = chart.currentDevicePixelRatio
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) return
  const width = Math.max(chart.width, 320)
  context.font = FONTS.title
  const title = broken(context, data.options.title, width - 24)
  context.font = FONTS.foot
  const foot = broken(context, data.options.foot, width - 24)
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
  canvas.toBlob((blob) => blob && save(blob, `${button.dataset.name ?? 'chart'}.png`), 'image/png')
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
