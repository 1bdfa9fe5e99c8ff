import type { NameUnder, Words } from '../language/words.ts'
import { frequencyText, rangeText, ruleText, unitText } from './in-words.ts'
import type { DefinedIndicator } from './indicator.ts'

export type ReferenceLine = { label: string; text: string }
/** A fact by its name; `text` is empty where there is nothing to say. */
export type NamedFact = { name: FactName; text: string }
export type FactName = NameUnder<'indicators:sheet.'>

/** The reference sheet of an indicator, in words. */
export function sheetOf(indicator: DefinedIndicator, words: Words): ReferenceLine[] {
  return sheetFacts(indicator, words).flatMap(({ name, text }) =>
    text === '' ? [] : [{ label: factLabel(name, words), text }],
  )
}

export function factLabel(name: FactName, { t }: Words): string {
  return t(`indicators:sheet.${name}`)
}

/** Everything a definition says, always the same facts in the same order. */
export function sheetFacts(indicator: DefinedIndicator, words: Words): NamedFact[] {
  const { t, of } = words
  const { sdg, gcm } = indicator.tags
  const stage = indicator.targetStage === null ? undefined : indicator.stages[indicator.targetStage]
  const facts = {
    definition: of(indicator.definition),
    unit: unitText(indicator, words),
    base: indicator.baseUnit ? of(indicator.baseUnit) : '',
    range: rangeText(indicator, words),
    rule: ruleText(indicator, words).join(' '),
    stages: indicator.stages.map(of).join(' → '),
    'target-stage': stage ? of(stage) : '',
    level: t(`indicators:level.${indicator.level}`),
    direction: t(`indicators:direction.${indicator.direction}`),
    frequency: frequencyText(indicator, words),
    sensitivity: t(`indicators:sensitivity.${indicator.sensitivity}`),
    means: of(indicator.meansOfVerification),
    responsible: of(indicator.responsible),
    tags: [
      ...(sdg.length > 0 ? [t('indicators:tag.sdg', { codes: sdg.join(', ') })] : []),
      ...(gcm.length > 0 ? [t('indicators:tag.gcm', { codes: gcm.join(', ') })] : []),
    ].join('; '),
  } satisfies Partial<Record<FactName, string>>
  return (Object.keys(facts) as (keyof typeof facts)[]).map((name) => ({ name, text: facts[name] }))
}
