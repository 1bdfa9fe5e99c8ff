import { labelOf } from '../indicators/in-words.ts'
import { traitsOf } from '../indicators/measure.ts'
import { fieldOf } from '../indicators/value-field.ts'
import { exact } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import type { TrailNames } from './names.ts'

/** More would make a heavy line: all of them are in the history of the submission, to which it leads. */
const MOST_LISTED = 6

type TypedValue = number | string | null

/** "V3, Female: 4 → 6; V5: blank → 0": what a save changed, field by field. */
export function typedValuesInWords(changes: unknown, names: TrailNames, words: Words): string | null {
  const fields = fieldsOf(changes)
  if (!fields) return null
  const listed = fields.slice(0, MOST_LISTED).map(([field, [from, to]]) => {
    return `${whereOf(field, names, words)}: ${writtenOf(field, from, names, words)} → ${writtenOf(field, to, names, words)}`
  })
  const more = fields.length - listed.length
  return [...listed, ...(more > 0 ? [words.t('submissions:history.more', { count: more })] : [])].join('; ')
}

/** Old events list their fields one by one. */
function fieldsOf(changes: unknown): [field: string, change: [from?: TypedValue, to?: TypedValue]][] | null {
  if (typeof changes !== 'object' || changes === null) return null
  if (!Array.isArray(changes)) return Object.entries(changes)
  if (!changes.every((one) => typeof one === 'object' && one !== null && 'field' in one)) return null
  return changes.map(({ field, from, to }) => [String(field), [from, to]])
}

/** "V3, Female, 16–17, denominator": where a value was typed. */
export function whereOf(field: string, { indicators, breakdowns }: TrailNames, words: Words): string {
  const found = fieldOf(field)
  if (!found) return field
  const indicator = indicators.get(found.indicator)
  const base = indicator && traitsOf(indicator).base
  const part = found.part === 'd' && base ? words.t(`submissions:part.${base}`) : ''
  return [found.indicator, labelOf(found.cell, breakdowns, words), part].filter(Boolean).join(', ')
}

function writtenOf(field: string, value: TypedValue | undefined, { indicators }: TrailNames, words: Words): string {
  const found = fieldOf(field)
  if (value === null || value === undefined) return words.t('submissions:blank')
  if (typeof value === 'number') {
    const indicator = found && indicators.get(found.indicator)
    const stage = indicator && traitsOf(indicator).shown === 'stage' ? indicator.stages[value] : undefined
    return stage ? words.of(stage) : exact(value, words.language)
  }
  if (value === 'not reported') return words.t('figures:state.not-reported')
  return value === 'not applicable' ? words.t('figures:state.not-applicable') : value
}
