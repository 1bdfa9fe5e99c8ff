import type { ChartConfiguration } from 'chart.js'
import { BESIDE, slotShare } from '../../charts/drawing/bars.ts'
import { BOTTOM, LYING, TOP } from '../../charts/drawing/frame.ts'
import type { ChartData } from '../../charts/model/chart-data.ts'
import { type Colours, coloured } from './looks.ts'

/** Pixels that the canvas of bars that lie down goes beyond them: a stroke at the end of the axis is whole. */
const OVER = 8

/**
 * What Chart.js draws over the server's picture: the same bars, lines and points in the same places. Names, numbers, lines behind and
 * signs stay those of the server.
 */
export function configOf(chart: ChartData, colour: Colours): ChartConfiguration {
  const { type, data, options } = chart
  const { indexAxis, axis, stacked } = options
  const isFlat = indexAxis === 'y'
  const values = { type: 'linear', display: false, min: axis.min, max: axis.max, stacked }
  const names = { type: 'category', display: false, offset: true, stacked }
  const abreast = data.datasets.filter((one) => one.type === 'bar').length
  return {
    type,
    data: {
      labels: data.labels,
      datasets: data.datasets.map((one, nth) => ({
        ...coloured(one, nth, colour, options),
        ...(isFlat
          ? { barThickness: LYING / Math.max(1, abreast) }
          : { categoryPercentage: slotShare(chart), barPercentage: stacked || abreast < 2 ? 1 : BESIDE }),
      })),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis,
      clip: false,
      layout: { autoPadding: false, padding: isFlat ? { right: OVER } : { top: TOP, bottom: BOTTOM } },
      interaction: { mode: 'index', axis: indexAxis, intersect: false },
      scales: isFlat ? { x: values, y: names } : { x: names, y: values },
      plugins: {
        legend: { display: false },
        tooltip: {
          // Figures first, as the keyboard reads them; what was planned lies on top of them, but is said after them.
          itemSort: (one, other) => one.datasetIndex - other.datasetIndex,
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const one = data.datasets[datasetIndex]
              return `${one?.label ?? ''}: ${one?.texts[dataIndex] ?? ''}`
            },
          },
        },
      },
    },
  } as ChartConfiguration
}
