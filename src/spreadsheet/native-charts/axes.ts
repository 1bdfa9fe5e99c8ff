import type { NativeChart } from './chart.ts'
import { titleXml, wordsLook } from './words.ts'
import { element, valued } from './xml.ts'

/** Any two numbers that differ. */
export const AXES = { category: 111, value: 222 } as const

const GRID =
  '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="C3CFD1"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'

/** The axis of what is compared, and that of numbers, which begins at 0 as bars must. */
export function axesOf(chart: NativeChart): string[] {
  const isAcross = chart.kind === 'stacked'
  return [
    element(
      'c:catAx',
      {},
      valued('c:axId', AXES.category),
      // What stands on top in the table stands on top.
      element('c:scaling', {}, valued('c:orientation', isAcross ? 'maxMin' : 'minMax')),
      valued('c:delete', 0),
      valued('c:axPos', isAcross ? 'l' : 'b'),
      titleXml(chart.axes.category, 800),
      element('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
      ...ticks('low'),
      wordsLook(800),
      valued('c:crossAx', AXES.value),
      valued('c:crosses', 'autoZero'),
      valued('c:auto', 0),
      valued('c:lblAlgn', 'ctr'),
      valued('c:lblOffset', 100),
      // A tick stands for each, the words for as many as have room beside each other: upright or broken into three lines they leave
      // a small chart no room to draw in.
      ...(isAcross ? [] : [valued('c:tickLblSkip', everyNthOf(chart.categories.values)), valued('c:tickMarkSkip', 1)]),
      valued('c:noMultiLvlLbl', 1),
    ),
    element(
      'c:valAx',
      {},
      valued('c:axId', AXES.value),
      element('c:scaling', {}, valued('c:orientation', 'minMax'), ...(hasNegative(chart) ? [] : [valued('c:min', 0)])),
      valued('c:delete', 0),
      valued('c:axPos', isAcross ? 'b' : 'l'),
      GRID,
      titleXml(chart.axes.value, 800),
      element('c:numFmt', { formatCode: chart.format, sourceLinked: 0 }),
      ...ticks('nextTo'),
      wordsLook(800),
      valued('c:crossAx', AXES.category),
      valued('c:crosses', isAcross ? 'max' : 'autoZero'),
      valued('c:crossBetween', 'between'),
      ...(chart.kind === 'step' && highest(chart) <= MOST_STEPS ? [valued('c:majorUnit', 1)] : []),
    ),
  ]
}

/** Letters that stand beside each other under the narrowest of charts, in two lines. */
const LETTERS_UNDER = 66
const QUARTERS = 4

/** Of so many labels one is written: the first of each year where three of four quarters would have no room. */
function everyNthOf(labels: readonly (string | null)[]): number {
  const longest = (label: string | null) => Math.max(...(label ?? '').split('\n').map((line) => line.length))
  const nth = Math.ceil(labels.reduce((sum, label) => sum + longest(label) + 2, 0) / LETTERS_UNDER)
  return nth === QUARTERS - 1 ? QUARTERS : Math.max(1, nth)
}

/** Of more a program chooses which numbers stand beside the axis. */
const MOST_STEPS = 6

function highest({ series }: NativeChart): number {
  return Math.max(0, ...series.flatMap(({ values }) => values.values.filter((one) => one !== null)))
}

function ticks(labels: 'low' | 'nextTo'): string[] {
  return [valued('c:majorTickMark', 'out'), valued('c:minorTickMark', 'none'), valued('c:tickLblPos', labels)]
}

function hasNegative({ series }: NativeChart): boolean {
  return series.some(({ values }) => values.values.some((number) => number !== null && number < 0))
}
