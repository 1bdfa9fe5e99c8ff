import { AXES, axesOf } from './axes.ts'
import { type NativeChart, SPACES } from './chart.ts'
import { seriesXml } from './series.ts'
import { titleXml, wordsLook } from './words.ts'
import { DECLARATION, element, valued } from './xml.ts'

/** The part of one chart (ECMA-376, part 1, §21.2), its elements in the order of the schema. */
export function chartXml(chart: NativeChart): string {
  const { a, c, r } = SPACES
  return (
    DECLARATION +
    element(
      'c:chartSpace',
      { 'xmlns:c': c, 'xmlns:a': a, 'xmlns:r': r },
      valued('c:date1904', 0),
      valued('c:roundedCorners', 0),
      element(
        'c:chart',
        {},
        titleXml(chart.title, 900),
        valued('c:autoTitleDeleted', 0),
        element('c:plotArea', {}, '<c:layout/>', ...plotsOf(chart), ...axesOf(chart)),
        ...(chart.series.length > 1 ? [legend()] : []),
        valued('c:plotVisOnly', 1),
        // What is missing or hidden is a gap, never a zero, and never joined over.
        valued('c:dispBlanksAs', 'gap'),
      ),
      element('c:spPr', {}, '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>', '<a:ln><a:noFill/></a:ln>'),
      wordsLook(800),
    )
  )
}

function legend(): string {
  return element('c:legend', {}, valued('c:legendPos', 'b'), valued('c:overlay', 0))
}

/** Bars, and over them the lines. */
function plotsOf(chart: NativeChart): string[] {
  const isLine = ({ look }: NativeChart['series'][number]) => chart.kind === 'line' || look === 'path'
  const numbered = chart.series.map((one, nth) => ({ one, nth }))
  const [lines, bars] = [numbered.filter(({ one }) => isLine(one)), numbered.filter(({ one }) => !isLine(one))]
  const drawn = (some: typeof numbered, plot: 'bar' | 'line') =>
    some.map(({ one, nth }) => seriesXml(chart, one, nth, plot))
  return [
    ...(bars.length > 0 ? [barPlot(chart.kind, drawn(bars, 'bar'))] : []),
    ...(lines.length > 0 ? [linePlot(drawn(lines, 'line'))] : []),
  ]
}

function barPlot(kind: NativeChart['kind'], series: readonly string[]): string {
  return element(
    'c:barChart',
    {},
    valued('c:barDir', kind === 'stacked' ? 'bar' : 'col'),
    valued('c:grouping', kind === 'stacked' ? 'stacked' : 'clustered'),
    valued('c:varyColors', 0),
    ...series,
    valued('c:gapWidth', kind === 'step' ? 0 : 60),
    ...(kind === 'stacked' ? [valued('c:overlap', 100)] : []),
    ...axisIds(),
  )
}

function linePlot(series: readonly string[]): string {
  return element(
    'c:lineChart',
    {},
    valued('c:grouping', 'standard'),
    valued('c:varyColors', 0),
    ...series,
    valued('c:marker', 1),
    ...axisIds(),
  )
}

function axisIds(): string[] {
  return [valued('c:axId', AXES.category), valued('c:axId', AXES.value)]
}
