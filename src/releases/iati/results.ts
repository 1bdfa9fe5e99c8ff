import { yearOf } from '../../calendar/quarter.ts'
import { datesOf } from '../../calendar/span.ts'
import { ruleText, unitText } from '../../indicators/in-words.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { Result } from '../../indicators/results/result.ts'
import type { Text } from '../../language/text.ts'
import { element } from '../../spreadsheet/native-charts/xml.ts'
import type { Level } from '../../vocabulary/indicator.ts'
import type { ReleaseContent } from '../content/content.ts'
import { dataRows } from '../workbook/data-sheet/rows.ts'
import { indicatorReferences } from './goals.ts'
import { kindOf, mayBeAdded, measureCode, SERIES_KINDS, type SeriesKind, valueAttribute } from './measured.ts'
import { type InBoth, told } from './narrative.ts'
import { periodElements, periodsTold } from './periods.ts'

/** Codes of the standard's list ResultType. */
const RESULT_TYPES = { output: 1, outcome: 2, impact: 3 } as const satisfies Record<Level, number>

/** The results framework with its indicators, in its order; a result without an indicator has nothing to tell here. */
export function* resultElements(content: ReleaseContent, inBoth: InBoth): Generator<string> {
  const periods = periodsTold(content, dataRows(content).list, inBoth)
  for (const result of content.results) {
    const own = content.indicators.filter(({ resultCode }) => resultCode === result.code)
    if (own.length === 0) continue
    const indicators = own.flatMap((indicator) => {
      const told = periods.get(indicator.code)
      const kinds = SERIES_KINDS.filter((kind) => told?.has(kind))
      // One of which nothing can be told is there all the same: that it is measured is no secret.
      const named = kinds.length > 0 ? kinds : [kindOf(indicator, { of: undefined, isWhole: true })]
      return named.map((kind) =>
        indicatorElement(content, indicator, kind, periodElements(told?.get(kind) ?? new Map()), inBoth),
      )
    })
    yield resultElement(result, own.every(mayBeAdded), indicators, inBoth)
  }
}

function resultElement(
  { code, level, statement, assumption }: Result,
  isAdded: boolean,
  indicators: readonly string[],
  inBoth: InBoth,
): string {
  return element(
    'result',
    { type: RESULT_TYPES[level], 'aggregation-status': String(isAdded) },
    told('title', coded(code, statement)),
    ...(assumption
      ? [
          told(
            'description',
            inBoth(({ t, of }) => t('releases:iati.assumption', { assumption: of(assumption) })),
          ),
        ]
      : []),
    ...onLines(indicators),
  )
}

function indicatorElement(
  content: ReleaseContent,
  indicator: Indicator,
  kind: SeriesKind,
  periods: readonly string[],
  inBoth: InBoth,
): string {
  const { code, name, direction } = indicator
  const overlapping = content.tables.some(({ table }) => table.indicator.code === code && table.overlapping)
  return element(
    'indicator',
    {
      measure: measureCode(indicator, kind),
      ascending: String(direction === 'higher'),
      'aggregation-status': String(mayBeAdded(indicator)),
    },
    told(
      'title',
      kind === 'stage'
        ? inBoth(({ t, of }) => t('releases:iati.stage-title', { code, name: of(name) }))
        : coded(code, name),
    ),
    told(
      'description',
      inBoth((words) =>
        [
          words.of(indicator.definition),
          words.t('releases:iati.unit', { unit: unitText(indicator, words) }),
          ...ruleText(indicator, words),
          ...(overlapping ? [words.t('releases:workbook.overlapping')] : []),
        ].join('\n'),
      ),
    ),
    ...indicatorReferences(indicator),
    ...baselineElement(content, indicator, kind),
    ...onLines(periods),
  )
}

/** Each on a line of its own: whoever opens the file is to find their way. */
function onLines(elements: readonly string[]): string[] {
  return elements.length === 0 ? [] : [...elements.map((one) => `\n${one}`), '\n']
}

/** What an indicator began with, where its readers may know it: that of the project, which for stages of several is how many had got there. */
function baselineElement({ baselines }: ReleaseContent, indicator: Indicator, kind: SeriesKind): string[] {
  const baseline = baselines.get(indicator.code)
  if (!baseline || baseline.value === null || kind !== kindOf(indicator, { of: undefined, isWhole: true })) return []
  const { at, value, source } = baseline
  return [
    element(
      'baseline',
      {
        year: yearOf(at),
        'iso-date': datesOf({ from: at, to: at }).last,
        value: valueAttribute(value, indicator, kind),
      },
      told('comment', source),
    ),
  ]
}

function coded(code: string, { vi, en }: Text): Text {
  return { vi: `${code}. ${vi}`, en: `${code}. ${en}` }
}
