import { FIRST_QUARTER, quarterOf } from '../../../src/calendar/quarter.ts'
import type { Breakdown } from '../../../src/indicators/breakdown.ts'
import { quarterSpan } from '../../../src/indicators/frequency.ts'
import type { DefinedIndicator } from '../../../src/indicators/indicator.ts'
import type { Previous } from '../../../src/submissions/checks/previous.ts'
import type { Beside } from '../../../src/submissions/checks/soft.ts'
import type { Entry } from '../../../src/submissions/entry.ts'
import {
  type EntryFormDefinition,
  type FormRow,
  formDefinition,
} from '../../../src/submissions/entry-form/definition.ts'
import type { Measure, SchemeKind } from '../../../src/vocabulary/indicator.ts'

/** Small made-up breakdowns and indicators, enough to tell the kinds apart. */
export const QUARTER = quarterOf(2021, 3)

const text = (words: string) => ({ vi: words, en: words })
const breakdown = (id: number, code: string, categories: string[]): Breakdown => ({
  id,
  code,
  name: text(code),
  categories: categories.map((one, nth) => ({
    id: id * 10 + nth,
    code: one,
    name: text(one),
    definitions: [{ from: FIRST_QUARTER, to: null, name: text(one) }],
  })),
})
export const BREAKDOWNS = [
  breakdown(1, 'sex', ['male', 'female', 'not-recorded']),
  breakdown(2, 'age', ['child', 'adult']),
  breakdown(3, 'status', ['victim', 'other']),
  breakdown(4, 'service', ['legal', 'health']),
]

export function indicator(
  code: string,
  measure: Measure,
  schemes: [SchemeKind, ...string[]][] = [],
  more: Partial<DefinedIndicator> = {},
): DefinedIndicator {
  return {
    id: Number(code.slice(1)),
    code,
    component: 'protection',
    level: 'output',
    resultCode: '3.1',
    name: text(code),
    definition: text(code),
    countingUnit: text('person'),
    baseUnit: null,
    measure,
    overPlaces: 'sum',
    overTime: 'sum',
    direction: 'higher',
    sensitivity: 0,
    frequency: 'quarterly',
    disjointReporters: true,
    scale: measure === 'ratio' ? 100 : 1,
    decimals: 0,
    targetStage: null,
    stages: measure === 'milestone' ? [text('none'), text('draft'), text('issued')] : [],
    meansOfVerification: text('file'),
    responsible: text('officer'),
    tags: { sdg: [], gcm: [] },
    schemes: schemes.map(([kind, ...breakdowns], nth) => ({
      id: nth + 1,
      kind,
      breakdowns,
      from: quarterOf(2019, 1),
      to: null,
    })),
    from: FIRST_QUARTER,
    to: null,
    yearStart: 1,
    rounds: [],
    knownSince: 0,
    definedUntil: null,
    ...more,
  }
}

export function definition(...indicators: DefinedIndicator[]): EntryFormDefinition {
  return formDefinition(indicators, BREAKDOWNS, QUARTER)
}

/** What was reported in the quarter before, all of one indicator. */
export function lastQuarter(...entries: Entry[]): Map<string, Previous> {
  const quarter = QUARTER - 1
  return new Map([[entries[0]!.indicator, { quarter, span: quarterSpan(quarter), thisYear: [], entries }]])
}

/** What a submission is held against: nothing, but for what is given. */
export function beside(more: Partial<Beside> = {}): Beside {
  return { previous: new Map(), earlier: new Map(), targets: new Map(), held: [], ...more }
}

/** An indicator that is marked with a state in place of values. */
export function marked(code: string, state: 'not reported' | 'not applicable', reason: string | null = null): Entry {
  return { indicator: code, cell: '', state, value: null, base: null, reason }
}

export function row(...given: Parameters<typeof indicator>): FormRow {
  return definition(indicator(...given)).rows[0]!
}
