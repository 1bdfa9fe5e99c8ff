import { typedChangeText } from '../../figures/change.ts'
import { markText } from '../../figures/in-words.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { traitsOf } from '../../indicators/measure.ts'
import type { Words } from '../../language/words.ts'
import { type Entry, isRemark } from '../entry.ts'
import { pairInWords } from '../entry-form/in-words.ts'

/** How a value stands to an earlier one of the same cell; `none`: neither is there. */
export type ValueChangeKind = 'none' | 'same' | 'more' | 'less' | 'other' | 'new' | 'gone'

type Value = Pick<Entry, 'cell' | 'state' | 'value' | 'base' | 'reason'>

/** Only of single numbers it is said by how much; two numbers that belong together, stages and states are the same or not. */
export function changeKind(indicator: DefinedIndicator, before: Value | null, now: Value | null): ValueChangeKind {
  if (!before || !now) return before ? 'gone' : now ? 'new' : 'none'
  if (before.state === now.state && before.value === now.value && before.base === now.base)
    return before.reason === now.reason ? 'same' : 'other'
  const { base, shown } = traitsOf(indicator)
  if (base !== null || shown === 'stage' || before.value === null || now.value === null) return 'other'
  return now.value > before.value ? 'more' : 'less'
}

/** "more: +3", "changed", "unchanged": a sign and a word. */
export function changeInWords(
  indicator: DefinedIndicator,
  before: Value | null,
  now: Value | null,
  words: Words,
): string {
  const kind = changeKind(indicator, before, now)
  if (kind === 'none') return ''
  const by = kind === 'more' || kind === 'less' ? typedChangeText(now!.value!, before!.value!, indicator, words) : ''
  return words.t(`submissions:compare.change.${kind}`, { by })
}

/** A value, or the state and reason that stand in its place; of a remark its text. */
export function entryInWords(indicator: DefinedIndicator, entry: Value | null, words: Words): string | null {
  if (!entry) return null
  if (entry.value !== null) return pairInWords(indicator, { value: entry.value, base: entry.base }, words)
  if (isRemark(entry)) return entry.reason
  return [markText(entry.state, words), entry.reason].filter(Boolean).join(': ')
}
