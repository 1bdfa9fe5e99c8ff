import type { IssuedReport, ToldRules } from '../../../src/attack/read/report.ts'
import type { KnownCount } from '../../../src/attack/working/known-count.ts'
import { q } from '../../support/small-project.ts'

/** "2021-Q1..2021-Q4", or one quarter. */
export function spanOf(text: string): { from: number; to: number } {
  const [from, to = from] = text.split('..')
  return { from: q(from!), to: q(to!) }
}

/** A count of the project in a year of a first report, unless told otherwise. */
export function count(
  shown: number | null,
  more: Partial<Omit<KnownCount, 'span'>> & { span?: string } = {},
): KnownCount {
  const one: Omit<KnownCount, 'key'> = {
    ...{ indicator: 'V3', part: 'amount', place: null, breakdown: null, category: null, period: '2021' },
    ...{ shown, absent: false, coverage: null, isOfValues: true, at: 'I2', report: 0 },
    sources: { coverage: null, values: null },
    ...more,
    span: spanOf(more.span ?? '2021-Q1..2021-Q4'),
  }
  const { part, place, breakdown, category, span } = one
  return { ...one, key: [part, place, breakdown, category, span.from, span.to].join('|') }
}

/** A report that says nothing but what is given. */
export function reportOf(more: Partial<IssuedReport> & { adds?: Record<string, ToldRules> } = {}): IssuedReport {
  const { adds = {}, ...said } = more
  return {
    ...{ file: 'r.xlsx', languages: ['en'], audience: 'donor', most: 4, span: null, asAt: '', map: 'as-reported' },
    ...{ former: new Map(), overlapping: new Set(), told: [], beside: [], changes: [], relations: [] },
    ...{ untold: new Set(), rules: new Map(Object.entries(adds)) },
    ...said,
  } as IssuedReport
}
