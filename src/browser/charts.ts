import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'
import type { ChartData } from '../charts/model/chart-data.ts'
import { configOf } from './charts/config.ts'
import { coloursOf } from './charts/looks.ts'
import { pointAfter, type ReadAt, readingAt } from './charts/reading.ts'
import './shown-again.ts'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
)

type Drawn = { chart: Chart; data: ChartData; here: ReadAt | null }
const drawn = new Map<HTMLElement, Drawn>()

const coming = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) tryDrawing(target as HTMLElement)
  },
  { rootMargin: '300px' },
)
for (const plot of document.querySelectorAll<HTMLElement>('.plot[data-picture]')) coming.observe(plot)
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAgain)

/** A picture that cannot be drawn again stays as the server drew it, and so do the others. */
function tryDrawing(plot: HTMLElement): void {
  if (drawn.has(plot)) return
  coming.unobserve(plot)
  try {
    draw(plot, dataOf(plot))
  } catch (error) {
    console.error(error)
  }
}

function draw(plot: HTMLElement, data: ChartData): void {
  const area = plot.querySelector<HTMLElement>('.area')!
  const layer = document.createElement('div')
  layer.className = 'layer'
  layer.style.height = `${area.dataset.foot}px`
  const canvas = document.createElement('canvas')
  canvas.setAttribute('aria-hidden', 'true')
  layer.append(canvas)
  area.append(layer)
  const chart = drawnOn(canvas, data, plot)
  plot.classList.add('redrawn')
  const known = { chart, data, here: null }
  drawn.set(plot, known)
  readByKeys(area, known)
  chooseSeries(plot, known)
}

/** @throws where the data can't be drawn; nothing is left over the server's picture then */
function drawnOn(canvas: HTMLCanvasElement, data: ChartData, plot: HTMLElement): Chart {
  try {
    return new Chart(canvas, configOf(data, coloursOf(plot)))
  } catch (error) {
    canvas.parentElement!.remove()
    throw error
  }
}

/** The arrow keys go from point to point; what stands there is shown as if it were pointed at, and read out. */
function readByKeys(area: HTMLElement, known: Drawn): void {
  const said = document.createElement('p')
  said.className = 'unseen'
  said.setAttribute('aria-live', 'polite')
  const hint = document.createElement('p')
  hint.className = 'keys'
  hint.id = `${area.parentElement!.dataset.picture}-keys`
  hint.textContent = area.dataset.keys ?? ''
  area.append(said, hint)
  area.setAttribute('aria-describedby', hint.id)
  area.tabIndex = 0
  area.setAttribute('role', 'application')
  area.setAttribute('aria-label', area.querySelector('svg')?.getAttribute('aria-label') ?? '')
  area.addEventListener('keydown', (event) => {
    const { chart, data } = known
    const series = [...data.data.datasets.keys()].filter((nth) => chart.isDatasetVisible(nth))
    const places = data.data.labels.length
    const next = pointAfter(event.key, known.here, { places, series, isFlat: data.options.indexAxis === 'y' })
    if (next === null) return
    event.preventDefault()
    pointAt(known, next)
    said.textContent = readingAt(data, next, (nth) => chart.isDatasetVisible(nth))
  })
  area.addEventListener('blur', () => pointAt(known, null))
}

function pointAt(known: Drawn, at: ReadAt | null): void {
  const { chart, data } = known
  known.here = at
  const active = data.data.datasets.flatMap(({ data: values }, datasetIndex) => {
    const isMeant = at !== null && (at.series === null || at.series === datasetIndex)
    return isMeant && chart.isDatasetVisible(datasetIndex) && values[at.place] !== null
      ? [{ datasetIndex, index: at.place }]
      : []
  })
  const first = active[0] && chart.getDatasetMeta(active[0].datasetIndex).data[active[0].index]
  chart.setActiveElements(active)
  chart.tooltip?.setActiveElements(active, { x: first?.x ?? 0, y: first?.y ?? 0 })
  chart.update()
}

/** Names under a picture leave their series out, and take it in again. */
function chooseSeries(plot: HTMLElement, { chart }: Drawn): void {
  for (const item of plot.parentElement!.querySelectorAll<HTMLElement>('.series-names li')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.setAttribute('aria-pressed', 'true')
    button.append(...item.childNodes)
    item.append(button)
    button.addEventListener('click', () => {
      const series = Number(item.dataset.series)
      const isShown = button.getAttribute('aria-pressed') !== 'true'
      button.setAttribute('aria-pressed', String(isShown))
      chart.setDatasetVisibility(series, isShown)
      chart.update()
      for (const part of plot.querySelectorAll(`[data-series="${series}"]`))
        part.toggleAttribute('data-left-out', !isShown)
    })
  }
}

function drawAgain(): void {
  for (const { chart, data } of drawn.values()) {
    const { datasets } = configOf(data, coloursOf(chart.canvas)).data
    for (const [nth, dataset] of chart.data.datasets.entries()) Object.assign(dataset, datasets[nth])
    chart.update()
  }
}

/** @throws where the data is not there, or is no JSON */
function dataOf(plot: HTMLElement): ChartData {
  const source = document.getElementById(`${plot.dataset.picture}-data`)
  return JSON.parse(source?.textContent ?? '') as ChartData
}
