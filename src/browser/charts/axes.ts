import type { ChartData } from '../../charts/chart-data.ts'
import type { Colours } from './looks.ts'

/** The axis of numbers or, where there are some, of stages by their names. */
export function valueAxis(options: ChartData['options'], colour: Colours, isSmall: boolean) {
  const { stages, scale, decimals, language, unit, stacked } = options
  const ink = colour('ink')
  const onAxis = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 4 })
  return {
    beginAtZero: true,
    stacked,
    border: { display: false },
    grid: { color: colour('line') },
    title: { display: unit !== '', text: unit, color: ink },
    ...(stages ? { min: 0, max: stages.length - 1 } : {}),
    ticks: {
      color: ink,
      maxTicksLimit: stages?.length ?? 6,
      ...(stages ? { stepSize: 1 } : {}),
      precision: scale === 1 && decimals === 0 ? 0 : undefined,
      callback: (value: number | string) =>
        stages
          ? inLines(stages[Number(value)] ?? '', roomIn(isSmall))
          : onAxis.format(Number(value) * scale) + (scale === 100 ? '%' : ''),
    },
  }
}

/** More bars than this, and each has room for one line of its name. */
const MOST_IN_TWO_LINES = 6

/** The axis of periods or, where bars lie down, of what each of them is. */
export function nameAxis(
  { stacked, indexAxis }: ChartData['options'],
  labels: readonly string[],
  colour: Colours,
  isSmall: boolean,
) {
  const most = labels.length > MOST_IN_TWO_LINES ? 1 : 2
  const callback = (nth: number | string) => inLines(labels[Number(nth)] ?? '', roomIn(isSmall), most)
  return {
    stacked,
    grid: { display: false },
    border: { color: colour('line-strong') },
    ticks: {
      color: colour('ink'),
      autoSkip: indexAxis === 'x',
      maxRotation: isSmall ? 90 : 50,
      ...(indexAxis === 'y' ? { callback } : {}),
    },
  }
}

/** How many letters of a name fit beside a picture. */
function roomIn(isSmall: boolean): number {
  return isSmall ? 16 : 26
}

/** A long name over two lines, or in one; what still does not fit ends in dots. */
export function inLines(text: string, room: number, most: 1 | 2 = 2): string | string[] {
  if (text.length <= room) return text
  if (most === 1) return cut(text, room)
  const end = text.lastIndexOf(' ', room)
  const at = end > 0 ? end : room
  const rest = text.slice(at).trim()
  return [text.slice(0, at), cut(rest, room)]
}

function cut(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, room - 1).trimEnd()}…`
}
