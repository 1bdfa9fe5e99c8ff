import type { Reporter } from '../../../assignments/assignment.ts'
import { datesOf } from '../../../calendar/span.ts'
import type { PictureNote } from '../../../charts/picture.ts'
import { markWord } from '../../../figures/in-words.ts'
import { MARKS } from '../../../figures/marks.ts'
import { instant, quarter } from '../../../language/format.ts'
import type { Text } from '../../../language/text.ts'
import { nameOn } from '../../../partners/partner.ts'
import { originOfCorrection } from '../../origin/corrections.ts'
import { type CorrectedTogether, correctedText, restatedTogether } from '../../overview/lists/changed.ts'
import { isInScope } from '../../page-state.ts'
import type { IndicatorPageView, NamedNote } from '../view.ts'

const MOST_SHOWN = 6

/** What was said of the values of an indicator in the span: corrections first, then notes and why it did not apply, latest first. */
export function notesIn(view: IndicatorPageView): PictureNote[] {
  const { state, indicator, notes, corrections } = view
  const isMeant = (one: Reporter) => isInScope(state, one)
  const restated = restatedTogether(corrections.filter(isMeant), new Map([[indicator.id, indicator]]))
  const said = saidTogether(notes.filter(isMeant)).toSorted(
    ([one], [other]) => other!.quarter - one!.quarter || other!.at - one!.at,
  )
  return [...restated.map((one) => correctionNote(one, view)), ...said.map((one) => saidNote(one, view))].slice(
    0,
    MOST_SHOWN,
  )
}

/** Notes by themselves; reports that give one reason together, the latest of them first. */
function saidTogether(notes: readonly NamedNote[]): NamedNote[][] {
  const found = new Map<string, NamedNote[]>()
  for (const [nth, note] of notes.entries()) {
    const name = note.isReason ? note.text : `note ${nth}`
    found.set(name, [...(found.get(name) ?? []), note])
  }
  return [...found.values()]
}

function saidNote(notes: readonly NamedNote[], view: IndicatorPageView): PictureNote {
  const { t, language } = view.state.words
  const [note, first] = [notes[0]!, notes.at(-1)!]
  const text = note.isReason ? `${markWord('not applicable', view.state.words)}: ${note.text}` : note.text
  const href = `/submissions/${note.submissionId}`
  if (notes.length === 1) {
    const when = [note.by, instant(note.at, language)].filter(Boolean).join(', ')
    return { text, of: ofText(note, note.partner, view), href, when }
  }
  const told = { count: notes.length, since: quarter(first.quarter, language), until: quarter(note.quarter, language) }
  return { text, of: t('charts:notes.reports', told), href, when: '' }
}

/** "[r] +2: the register was counted anew", of which report, when and by whom. */
function correctionNote({ indicator, values }: CorrectedTogether, view: IndicatorPageView): PictureNote {
  const { state, partners } = view
  const { words } = state
  const first = values[0]!
  const { last } = datesOf({ from: first.quarter, to: first.quarter })
  const changed = `${MARKS.revised.sign} ${correctedText(indicator, values, words)}`
  return {
    text: first.reason === null ? changed : `${changed}: ${first.reason}`,
    of: ofText(first, nameOn(partners.get(first.partnerId)!, last).name, view),
    href: originOfCorrection(state, first, indicator.code),
    when: [first.by, instant(first.at, words.language)].filter(Boolean).join(', '),
  }
}

function ofText(
  one: { quarter: number; placeId: number },
  partner: Text,
  { state: { words, places } }: IndicatorPageView,
): string {
  const place = places.nameAmong(one.placeId)
  return [quarter(one.quarter, words.language), words.of(partner), place ? words.of(place) : '']
    .filter(Boolean)
    .join(', ')
}
