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
  PointElement,
  Tooltip,
} from 'chart.js'
import type { ChartData } from '../charts/chart-data.ts'
import { nameAxis, valueAxis } from './charts/axes.ts'
import { coloured, coloursOf, labels } from './charts/looks.ts'
import { marksOn } from './charts/marks.ts'
import { saveWith } from './charts/png.ts'
import './shown-again.ts'

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
  makeRoom(holder, data)
  holder.replaceChildren(canvas)
  drawn.set(holder, new Chart(canvas, configured(data, holder)))
}

/** Bars that lie down need a line each: many make the picture higher than usual. */
function makeRoom(holder: HTMLElement, { data: { labels }, options }: ChartData): void {
  const needed = 60 + labels.length * 22
  if (options.indexAxis === 'y' && needed > holder.clientHeight) holder.style.height = `${needed}px`
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
  const isSmall = holder.clientWidth < SMALL
  const values = valueAxis(options, colour, isSmall)
  const names = nameAxis(options, data.labels, colour, isSmall)
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
            generateLabels: (chart) => labels(chart, colour),
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
    plugins: marksOn(data.datasets, colour('soft'), colour('ink')),
  } as ChartConfiguration
}

function savePng(button: HTMLButtonElement): void {
  const holder = document.querySelector<HTMLElement>(`[data-picture="${button.dataset.png}"]`)
  if (!holder) return
  draw(holder)
  const chart = drawn.get(holder)
  const data = dataOf(holder)
  if (chart && data) saveWith(chart, data.options, coloursOf(holder), `${button.dataset.name ?? 'chart'}.png`)
}
