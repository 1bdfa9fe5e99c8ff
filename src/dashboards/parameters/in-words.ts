import type { Key, Words } from '../../language/words.ts'
import type { ParameterName, Wrong, WrongParameter } from './parameter.ts'

/** What could not be shown, for people and for programs. `refusal`: the same where nothing is shown in its place. */
export type WrongModel = { parameter: ParameterName; label: string; why: Wrong; sentence: string; refusal: string }

const LABELS = {
  quarter: 'charts:filters.quarter',
  from: 'charts:filters.from',
  to: 'charts:filters.to',
  grain: 'figures:grain.label',
  basis: 'figures:basis.label',
  map: 'figures:map.label',
  asAt: 'charts:filters.as-at',
  donor: 'charts:seen.label',
  province: 'charts:overview.filter.province',
  partner: 'charts:scope.partner',
  sdg: 'charts:scope.sdg',
  gcm: 'charts:scope.gcm',
  component: 'charts:overview.panels',
  only: 'charts:overview.only.label',
  sort: 'charts:parameter.sort',
  period: 'charts:period',
  rank: 'charts:rank.label',
  since: 'charts:overview.changes.since',
  of: 'charts:compare.title',
  indicator: 'charts:indicator',
  other: 'charts:compare.other',
  against: 'charts:compare.against',
  year: 'charts:compare.year',
  day: 'charts:compare.day',
  view: 'common:asked.view',
  page: 'common:asked.page',
  panel: 'charts:export.table',
  table: 'charts:export.table',
  picture: 'common:asked.picture',
  section: 'common:asked.picture',
} as const satisfies Record<ParameterName, Key>

/** Of what is not on its list, where it can be chosen. */
const NOT_OFFERED = {
  component: 'charts:overview.unknown.component',
  province: 'charts:overview.unknown.province',
  only: 'charts:overview.unknown.only',
  sort: 'charts:overview.unknown.sort',
  period: 'charts:unknown.period',
  view: 'common:asked.not-offered',
  page: 'common:asked.not-offered',
  // What is asked for in fields of the page itself, and not under its filters.
  of: 'common:asked.not-offered',
  indicator: 'common:asked.not-offered',
  other: 'common:asked.not-offered',
  against: 'common:asked.not-offered',
  year: 'common:asked.not-offered',
  day: 'common:asked.not-offered',
  since: 'common:asked.not-offered',
  rank: 'common:asked.not-offered',
} as const satisfies Partial<Record<ParameterName, Key>>

export function wrongInWords({ name, value, why, values = {} }: WrongParameter, { t }: Words): WrongModel {
  const label = t(LABELS[name])
  const own = (NOT_OFFERED as Partial<Record<ParameterName, (typeof NOT_OFFERED)[keyof typeof NOT_OFFERED]>>)[name]
  if (why !== 'not-offered') {
    const sentence = sentenceOf(value, why, values, t)
    return { parameter: name, label, why, sentence, refusal: sentence }
  }
  const sentence = t(own ?? 'charts:parameter.not-offered', { value })
  return { parameter: name, label, why, sentence, refusal: t('charts:parameter.refused', { value }) }
}

function sentenceOf(
  value: string,
  why: Exclude<Wrong, 'not-offered'>,
  values: Readonly<Record<string, string>>,
  t: Words['t'],
): string {
  if (why === 'not-in-report') return t('charts:seen.not-in-report')
  return t(`figures:refused.${why}`, { what: value, ...values })
}
