import { parseQuarter } from '../calendar/quarter.ts'
import { dates, monthName, number } from '../language/format.ts'
import type { Key, Words } from '../language/words.ts'
import { BREAKDOWN_GRAINS, PROJECT_GRAINS, PROVINCE_GRAINS, YEAR_KINDS } from '../vocabulary/release.ts'
import type { DetailOf } from './detail-words.ts'
import { listInWords } from './detail-words.ts'

/** What each part of a definition is called where an indicator is described. */
const DEFINITION_FIELDS: Readonly<Record<string, Key>> = {
  name: 'indicators:sheet.name',
  definition: 'indicators:sheet.definition',
  countingUnit: 'indicators:sheet.unit',
  baseUnit: 'indicators:sheet.base',
  measure: 'indicators:sheet.rule',
  overPlaces: 'indicators:sheet.rule',
  overTime: 'indicators:sheet.rule',
  scale: 'indicators:sheet.decimals',
  decimals: 'indicators:sheet.decimals',
  direction: 'indicators:sheet.direction',
  sensitivity: 'indicators:sheet.sensitivity',
  frequency: 'indicators:sheet.frequency',
  yearStart: 'indicators:sheet.frequency',
  rounds: 'indicators:sheet.frequency',
  disjointReporters: 'indicators:sheet.disjoint',
  targetStage: 'indicators:sheet.target-stage',
  stages: 'indicators:sheet.stages',
  meansOfVerification: 'indicators:sheet.means',
  responsible: 'indicators:sheet.responsible',
  tags: 'indicators:sheet.tags',
}

/** The parts of a definition that became others, each once. */
export function changedParts(fields: readonly unknown[], words: Words): string {
  const named = fields.map((field) => {
    const key = DEFINITION_FIELDS[String(field)]
    return key ? words.t(key) : String(field)
  })
  return listInWords([...new Set(named)], words)
}

/** "Phase one (1 Jan 2019 – 31 Dec 2020)". */
export function phaseInWords(phase: unknown, { names, words }: DetailOf): string | null {
  if (typeof phase !== 'object' || phase === null) return null
  const { code, from, to } = phase as Partial<Record<string, unknown>>
  const [first, last] = [parseQuarter(String(from)), parseQuarter(String(to))]
  if (first === null || last === null) return null
  const known = names.phases.find((one) => one.code === code)
  const span = dates({ from: first, to: last }, words.language)
  return known ? `${words.of(known.name)} (${span})` : span
}

/** "Whole project, by quarter; …": how finely a report is cut; null where nothing of it is known. */
export function layoutInWords(layout: unknown, { t }: Words): string | null {
  if (typeof layout !== 'object' || layout === null) return null
  const { project, province, breakdown, years } = layout as Partial<Record<string, unknown>>
  const grains = [
    ['project', PROJECT_GRAINS.find((one) => one === project)],
    ['province', PROVINCE_GRAINS.find((one) => one === province)],
    ['breakdown', BREAKDOWN_GRAINS.find((one) => one === breakdown)],
  ] as const
  const kind = YEAR_KINDS.find((one) => one === years)
  const parts = [
    ...grains.flatMap(([name, grain]) =>
      grain ? [`${t(`releases:form.${name}`)} ${t(`releases:grain.${grain}`)}`] : [],
    ),
    ...(kind ? [t(`releases:years.${kind}`)] : []),
  ]
  return parts.length > 0 ? parts.join('; ') : null
}

/** "green from 90 %, amber from 70 %", or a month, or an office. */
export function settingInWords(value: unknown, { t, of, language }: Words): string | null {
  if (typeof value === 'number') return monthName(value, language)
  if (typeof value !== 'object' || value === null) return null
  const { green, amber, vi, en } = value as Partial<Record<string, unknown>>
  if (typeof vi === 'string' && typeof en === 'string') return of({ vi, en })
  if (typeof green !== 'number' || typeof amber !== 'number') return null
  return t('trail:thresholds', { green: number(green, language), amber: number(amber, language) })
}
