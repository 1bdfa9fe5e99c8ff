import type { Indicator } from '../../indicators/indicator.ts'
import { element } from '../../spreadsheet/native-charts/xml.ts'
import type { ReleaseContent } from '../content/content.ts'
import { type InBoth, told } from './narrative.ts'

/** Codes of the standard's lists IndicatorVocabulary and TagVocabulary; 99 is a list of one's own, and says where it stands. */
const SDG_INDICATORS = 9
const SDG_TARGETS = 3
const OWN = 99

/** The targets and their indicators, as the United Nations list them, and the compact with its 23 objectives. */
const SDG_LIST = 'https://unstats.un.org/sdgs/indicators/indicators-list/'
const GCM_TEXT = 'https://undocs.org/A/RES/73/195'

/** Global indicators ("16.2.2") have a vocabulary; targets and objectives of the Global Compact for Migration have none for indicators. */
export function indicatorReferences({ tags: { sdg, gcm } }: Pick<Indicator, 'tags'>): string[] {
  return [
    ...sdg.map((code) =>
      isTarget(code)
        ? element('reference', { vocabulary: OWN, code: `SDG-${code}`, 'indicator-uri': SDG_LIST })
        : element('reference', { vocabulary: SDG_INDICATORS, code, 'indicator-uri': SDG_LIST }),
    ),
    ...gcm.map((objective) =>
      element('reference', { vocabulary: OWN, code: objectiveCode(objective), 'indicator-uri': GCM_TEXT }),
    ),
  ]
}

/** What the activity adds to, each once, in order: 5.2 before 5.10. */
export function goalTags({ indicators }: Pick<ReleaseContent, 'indicators'>, inBoth: InBoth): string[] {
  const distinct = (codes: string[]) => [...new Set(codes)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const targets = distinct(indicators.flatMap(({ tags }) => tags.sdg.map(targetOf)))
  const objectives = distinct(indicators.flatMap(({ tags }) => tags.gcm.map(String)))
  return [
    ...targets.map((code) => element('tag', { code, vocabulary: SDG_TARGETS })),
    ...objectives.map((objective) =>
      told(
        'tag',
        inBoth(({ t }) => t('releases:iati.objective', { objective })),
        {
          code: objectiveCode(objective),
          vocabulary: OWN,
          'vocabulary-uri': GCM_TEXT,
        },
      ),
    ),
  ]
}

function isTarget(code: string): boolean {
  return code === targetOf(code)
}

/** "16.2" of the indicator "16.2.2". */
function targetOf(code: string): string {
  return code.split('.').slice(0, 2).join('.')
}

function objectiveCode(objective: string | number): string {
  return `GCM-${objective}`
}
