import { labelOf } from '../../indicators/in-words.ts'
import { fieldName } from '../../indicators/value-field.ts'
import type { Words } from '../../language/words.ts'
import { type Section, sectionOf } from '../../vocabulary/component.ts'
import { type Entry, rowAnchor } from '../entry.ts'
import { type FieldChangeInWords, fieldChangeInWords } from '../entry-form/in-words.ts'
import { screenAddress } from '../page/address.ts'
import type { AskedReasons, SubmissionPageState } from '../page-state.ts'
import { changesBetween, flatten } from '../versions/merge.ts'

/** What became of a reason since: values were changed, its partner has said something of the indicator, or neither. */
export type AskedAnswer = 'changed' | 'said' | 'open'

/** A reason as it stands at its indicator, and in the list above. */
export type AskedRow = {
  code: string
  name: string
  /** The value it is about, in words; '' = the whole indicator. */
  cell: string
  href: string
  text: string
  answer: AskedAnswer
  /** What has been changed in the indicator since, in words. */
  changes: FieldChangeInWords[]
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'submissions/review/asked': { asked: AskedRow }
    'submissions/review/asked-list': { asked: readonly AskedRow[] }
    'submissions/review/answer': { asked: AskedRow }
  }
}

/** Every reason with what became of it, in the order of the form. */
export function askedRows(
  state: SubmissionPageState,
  here: { section: Section | undefined; editable: boolean },
  words: Words,
): AskedRow[] {
  const { asked, definition, breakdowns } = state
  if (!asked) return []
  return definition.rows.flatMap(({ indicator: { code, name, component } }) => {
    const reason = asked.rows.find((one) => one.indicator === code)
    if (!reason) return []
    const changes = changesSince(asked, code, state, words)
    const anchor = here.editable && reason.cell !== '' ? fieldName('v', code, reason.cell) : rowAnchor(code)
    const screen = sectionOf(component)
    return {
      code,
      name: words.of(name),
      cell: labelOf(reason.cell, breakdowns, words),
      href: `${screen === here.section ? '' : screenAddress(state, screen)}#${encodeURIComponent(anchor)}`,
      text: reason.text,
      answer: changes.length > 0 ? 'changed' : hasSaid(state, asked, code) ? 'said' : 'open',
      changes,
    }
  })
}

function changesSince(
  { before }: AskedReasons,
  code: string,
  state: SubmissionPageState,
  words: Words,
): FieldChangeInWords[] {
  const of = (all: readonly Entry[]) => flatten(all.filter(({ indicator }) => indicator === code))
  return Object.entries(changesBetween(of(before), of(state.entries))).map(([field, change]) =>
    fieldChangeInWords(field, change, state, words),
  )
}

/** Its partner has answered in words. */
function hasSaid({ comments }: SubmissionPageState, { at }: AskedReasons, code: string): boolean {
  return comments.some((one) => one.indicator === code && one.side === 'partner' && one.at >= at)
}
