import type { DefinedIndicator } from '../indicators/indicator.ts'
import { traitsOf } from '../indicators/measure.ts'
import { effective } from './add-up.ts'
import type { Figure } from './figure.ts'

/** A sentence of the language files and what goes into it; `stage` is a bilingual text to be picked by the reader's language. */
export type Said = {
  key: string
  values?: Record<string, string | number>
  stage?: { vi: string; en: string }
}

/** How an indicator's figures are made, in the order in which it happens. */
export function ruleOf(indicator: DefinedIndicator): Said[] {
  const { overPlaces, overTime } = effective(indicator)
  const stage = indicator.stages[indicator.targetStage ?? 0]
  const sentences: Record<'measure' | 'rules', Said> = {
    measure: { key: `figures:rule.${indicator.measure}`, ...(stage && { stage }) },
    rules: { key: `figures:rule.count.${overPlaces}-${overTime}` },
  }
  return traitsOf(indicator).explained.map((which) => sentences[which])
}

/** What a reader has to know of one figure besides its number: its state, why it has no total, its flags in words. */
export function remarksOn(figure: Figure): Said[] {
  const [k, n] = figure.coverage
  const said: Said[] = []
  if (figure.why) said.push({ key: `figures:why.${figure.why}` })
  else if (figure.state !== 'reported') said.push({ key: `figures:state.${figure.state.replaceAll(' ', '-')}` })
  for (const flag of figure.flags) said.push({ key: `figures:flag-long.${flag}`, values: { k, n } })
  return said
}
