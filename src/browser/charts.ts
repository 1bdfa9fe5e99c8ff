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
/** By picture; null: it can't be drawn again, and stays as the server drew it. */
const drawn = new Map<HTMLElement, Drawn | null>()

// The server has drawn every picture. It is drawn again when somebody first points at it, or comes to it by keyboard: an old machine
// would be busy for seconds with pictures that nobody reaches.
for (const plot of document.querySelectorAll<HTMLElement>('.plot[data-picture]')) {
  plot.addEventListener('pointerenter', () => reached(plot), { once: true })
  readByKeys(plot.querySelector<HTMLElement>('.area')!, plot)
  chooseSeries(plot)
}
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAgain)

/** One that cannot be drawn again leaves the others alone. */
function reached(plot: HTMLElement): Drawn | null {
  const before = drawn.get(plot)
  if (before !== undefined) return before
  let known: Drawn | null = null
  try {
    known = draw(plot, dataOf(plot))
  } catch (error) {
    console.error(error)
  }
  drawn.set(plot, known)
  return known
}

function draw(plot: HTMLElement, data: ChartData): Drawn {
  const area = plot.querySelector<HTMLElement>('.area')!
  const layer = document.createElement('div')
  layer.className = 'layer'
  layer.style.height = area.dataset.foot === '0' ? '100%' : `${area.dataset.foot}px`
  const canvas = document.createElement('canvas')
  canvas.setAttribute('aria-hidden', 'true')
  layer.append(canvas)
  area.append(layer)
  const chart = drawnOn(canvas, data, plot)
  plot.classList.add('redrawn')
  return { chart, data, here: null }
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
function readByKeys(area: HTMLElement, plot: HTMLElement): void {
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
  area.addEventListener('focus', () => reached(plot))
  area.addEventListener('keydown', (event) => {
    const known = reached(plot)
    if (known === null) return
    const { chart, data } = known
    const series = [...data.data.datasets.keys()].filter((nth) => chart.isDatasetVisible(nth))
    const places = data.data.labels.length
    const next = pointAfter(event.key, known.here, { places, series, isFlat: data.options.indexAxis === 'y' })
    if (next === null) return
    event.preventDefault()
    pointAt(known, next)
    said.textContent = readingAt(data, next, (nth) => chart.isDatasetVisible(nth))
  })
  area.addEventListener('blur', () => {
    const known = drawn.get(plot)
    if (known) pointAt(known, null)
  })
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
function chooseSeries(plot: HTMLElement): void {
  for (const item of plot.parentElement!.querySelectorAll<HTMLElement>('.series-names li')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.setAttribute('aria-pressed', 'true')
    button.append(...item.childNodes)
    item.append(button)
    button.addEventListener('click', () => {
      const known = reached(plot)
      if (known === null) return
      const series = Number(item.dataset.series)
      const isShown = button.getAttribute('aria-pressed') !== 'true'
      button.setAttribute('aria-pressed', String(isShown))
      known.chart.setDatasetVisibility(series, isShown)
      known.chart.update()
      for (const part of plot.querySelectorAll(`[data-series="${series}"]`))
        part.toggleAttribute('data-left-out', !isShown)
    })
  }
}

function drawAgain(): void {
  for (const one of drawn.values()) {
    if (one === null) continue
    const { chart, data } = one
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
