import type { CellRange, NativeChart, NativeSeries } from './chart.ts'
import { element, escapedXml, valued } from './xml.ts'

/** One series of a plot; @param nth among all series of the chart */
export function seriesXml(chart: NativeChart, series: NativeSeries, nth: number, plot: 'bar' | 'line'): string {
  return element(
    'c:ser',
    {},
    valued('c:idx', nth),
    valued('c:order', nth),
    element('c:tx', {}, element('c:v', {}, escapedXml(series.name))),
    ...(plot === 'bar'
      ? [barLook(series), valued('c:invertIfNegative', 0), ...labels(chart)]
      : [lineLook(series), marker(series)]),
    element('c:cat', {}, textRange(chart.categories)),
    element('c:val', {}, numberRange(series.values, chart.format)),
    ...(plot === 'line' ? [valued('c:smooth', 0)] : []),
  )
}

/** How many stands in each part of a stack, where there are any: colours alone would not tell. */
function labels({ kind }: NativeChart): string[] {
  if (kind !== 'stacked') return []
  const look = element('a:defRPr', { sz: 900, b: 1 }, solid('FFFFFF'))
  return [
    element(
      'c:dLbls',
      {},
      element('c:numFmt', { formatCode: '0;;', sourceLinked: 0 }),
      '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
      element(
        'c:txPr',
        {},
        '<a:bodyPr/>',
        element('a:p', {}, element('a:pPr', {}, look), '<a:endParaRPr lang="vi-VN"/>'),
      ),
      ...['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'].map((what) =>
        valued(`c:show${what}`, what === 'Val' ? 1 : 0),
      ),
    ),
  ]
}

function solid(colour: string): string {
  return element('a:solidFill', {}, element('a:srgbClr', { val: colour }))
}

function barLook({ colour }: NativeSeries): string {
  // A line of the ground's colour parts what is stacked.
  return element('c:spPr', {}, solid(colour), element('a:ln', { w: 9525 }, solid('FFFFFF')))
}

function lineLook({ colour, look }: NativeSeries): string {
  const dash = look === 'path' ? [element('a:prstDash', { val: 'dash' })] : []
  return element('c:spPr', {}, element('a:ln', { w: 25400, cap: 'rnd' }, solid(colour), ...dash, '<a:round/>'))
}

/** A point between two gaps has no line that would show it. */
function marker({ colour, look }: NativeSeries): string {
  return element(
    'c:marker',
    {},
    valued('c:symbol', look === 'path' ? 'diamond' : 'circle'),
    valued('c:size', look === 'path' ? 5 : 6),
    element('c:spPr', {}, solid(colour), element('a:ln', {}, solid(colour))),
  )
}

function textRange({ at, values }: CellRange<string>): string {
  const points = values.map((text, idx) => (text === null ? '' : point(idx, escapedXml(text))))
  const cache = element('c:strCache', {}, valued('c:ptCount', values.length), ...points)
  return element('c:strRef', {}, element('c:f', {}, escapedXml(at)), cache)
}

/** A gap has no point. */
function numberRange({ at, values }: CellRange<number>, format: string): string {
  const points = values.map((number, idx) => (number === null ? '' : point(idx, String(number))))
  const cache = element(
    'c:numCache',
    {},
    element('c:formatCode', {}, escapedXml(format)),
    valued('c:ptCount', values.length),
    ...points,
  )
  return element('c:numRef', {}, element('c:f', {}, escapedXml(at)), cache)
}

function point(idx: number, text: string): string {
  return element('c:pt', { idx }, element('c:v', {}, text))
}
