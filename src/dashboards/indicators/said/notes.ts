import type { Reporter } from '../../../assignments/assignment.ts'
import { datesOf } from '../../../calendar/span.ts'
import type { PictureNote } from '../../../charts/picture.ts'
import { markWord } from '../../../figures/in-words.ts'
import { MARKS } from '../../../figures/marks.ts'
import type { DefinedIndicator } from '../../../indicators/indicator.ts'
import { instant, quarter } from '../../../language/format.ts'
import type { Text } from '../../../language/text.ts'
import { nameOn } from '../../../partners/partner.ts'
import { originOfCorrection } from '../../origin/corrections.ts'
import { type CorrectedTogether, correctedText, restatedTogether } from '../../overview/lists/changed.ts'
import type { PageState } from '../../page-state.ts'
import { isInScope } from '../../page-state.ts'
import type { IndicatorPageView, NamedNote, ReportNote, SaidOfIndicators } from '../view.ts'

const MOST_SHOWN = 6

/** What was said of the values of an indicator in the span, as far as there is room for it beside a picture. */
export function notesIn(view: IndicatorPageView): PictureNote[] {
  const { state, indicator } = view
  const all = saidOf({ ...view, indicators: new Map([[indicator.id, indicator]]) }, (one) => isInScope(state, one))
  return all.slice(0, MOST_SHOWN).map(({ note }) => note)
}

/** What was said, with what it is said of. */
export type SaidContext = SaidOfIndicators & {
  state: Pick<PageState, 'words' | 'places' | 'provinces' | 'areas'>
  /** By id; what is said of others is left out. */
  indicators: ReadonlyMap<number, DefinedIndicator>
}

/** A note beside the code of the indicator that it is about; none where it is about a whole report. */
export type CodedNote = { code: string; note: PictureNote }

/** Everything that was said in the reports that are meant: corrections first, then notes and why something did not apply, latest first. */
export function saidOf(context: SaidContext, isMeant: (one: Reporter) => boolean): CodedNote[] {
  const { indicators, notes, corrections } = context
  const restated = restatedTogether(corrections.filter(isMeant), indicators)
  const said = saidTogether(notes.filter((one) => indicators.has(one.indicatorId) && isMeant(one))).toSorted(
    ([one], [other]) => other!.quarter - one!.quarter || other!.at - one!.at,
  )
  return [
    ...restated.map((one) => ({ code: one.indicator.code, note: correctionNote(one, context) })),
    ...said.map((one) => ({ code: indicators.get(one[0]!.indicatorId)!.code, note: saidNote(one, context) })),
  ]
}

/** What was said of whole reports, the latest first. */
export function saidOfReports(
  notes: readonly ReportNote[],
  context: Pick<SaidContext, 'state'>,
  isMeant: (one: Reporter) => boolean,
): PictureNote[] {
  const { language } = context.state.words
  return notes.filter(isMeant).map((note) => ({
    text: note.text,
    of: ofText(note, note.partner, context),
    href: `/submissions/${note.submissionId}`,
    when: [note.by, instant(note.at, language)].join(', '),
  }))
}

/** Notes by themselves; reports that give one reason together, the latest of them first. */
function saidTogether(notes: readonly NamedNote[]): NamedNote[][] {
  const found = new Map<string, NamedNote[]>()
  for (const [nth, note] of notes.entries()) {
    const name = note.isReason ? `${note.indicatorId} ${note.text}` : `note ${nth}`
    found.set(name, [...(found.get(name) ?? []), note])
  }
  return [...found.values()]
}

function saidNote(notes: readonly NamedNote[], context: SaidContext): PictureNote {
  const { words } = context.state
  const { t, language } = words
  const [note, first] = [notes[0]!, notes.at(-1)!]
  const text = note.isReason ? `${markWord('not applicable', words)}: ${note.text}` : note.text
  const href = `/submissions/${note.submissionId}`
  if (notes.length === 1) {
    const when = [note.by, instant(note.at, language)].filter(Boolean).join(', ')
    return { text, of: ofText(note, note.partner, context), href, when }
  }
  const told = { count: notes.length, since: quarter(first.quarter, language), until: quarter(note.quarter, language) }
  return { text, of: t('charts:notes.reports', told), href, when: '' }
}

/** "[r] +2: the register was counted anew", of which report, when and by whom. */
function correctionNote({ indicator, values }: CorrectedTogether, context: SaidContext): PictureNote {
  const { state, partners } = context
  const { words } = state
  const first = values[0]!
  const { last } = datesOf({ from: first.quarter, to: first.quarter })
  const changed = `${MARKS.revised.sign} ${correctedText(indicator, values, words)}`
  return {
    text: first.reason === null ? changed : `${changed}: ${first.reason}`,
    of: ofText(first, nameOn(partners.get(first.partnerId)!, last).name, context),
    href: originOfCorrection(state, first, indicator.code),
    when: [first.by, instant(first.at, words.language)].filter(Boolean).join(', '),
  }
}

/** Of which report something is: "Q2 2021, Women's Union, Hà Tĩnh". */
export function ofText(
  one: { quarter: number; placeId: number },
  partner: Text,
  { state: { words, places } }: Pick<SaidContext, 'state'>,
): string {
  const [name, place] = [words.of(partner), places.nameAmong(one.placeId)]
  const where = place ? words.of(place) : ''
  // "Công an tỉnh Nghệ An" says where it is.
  return [quarter(one.quarter, words.language), name, name.endsWith(` ${where}`) ? '' : where]
    .filter(Boolean)
    .join(', ')
}
