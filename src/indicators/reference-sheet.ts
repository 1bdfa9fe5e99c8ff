import { quarter } from '../language/format.ts'
import type { Key, Words } from '../language/words.ts'
import { ruleText, unitText } from './in-words.ts'
import type { DefinedIndicator } from './indicator.ts'

export type Fact = { label: string; text: string }

/** The reference sheet of an indicator, in words. */
export function sheetOf(indicator: DefinedIndicator, words: Words): Fact[] {
  const { t, of } = words
  const fact = (name: string, text: string | null): Fact[] =>
    text === null || text === '' ? [] : [{ label: t(`indicators:sheet.${name}` as Key), text }]
  const rounds = indicator.rounds.map((one) => quarter(one, words.language)).join(', ')
  const { sdg, gcm } = indicator.tags
  const stage = indicator.targetStage === null ? undefined : indicator.stages[indicator.targetStage]
  return [
    ...fact('definition', of(indicator.definition)),
    ...fact('unit', unitText(indicator, words)),
    ...fact('base', indicator.baseUnit ? of(indicator.baseUnit) : null),
    ...fact('rule', ruleText(indicator, words).join(' ')),
    ...fact('target-stage', stage ? of(stage) : null),
    ...fact('level', t(`indicators:level.${indicator.level}`)),
    ...fact('direction', t(`indicators:direction.${indicator.direction}`)),
    ...fact('frequency', t(`indicators:frequency.${indicator.frequency}`, { rounds })),
    ...fact('sensitivity', t(`indicators:sensitivity.${indicator.sensitivity}`)),
    ...fact('means', of(indicator.meansOfVerification)),
    ...fact('responsible', of(indicator.responsible)),
    ...fact(
      'tags',
      [
        ...(sdg.length > 0 ? [t('indicators:tag.sdg', { codes: sdg.join(', ') })] : []),
        ...(gcm.length > 0 ? [t('indicators:tag.gcm', { codes: gcm.join(', ') })] : []),
      ].join('; '),
    ),
  ]
}
