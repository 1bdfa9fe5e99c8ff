import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import { wordsFor } from '../../../src/language/words.ts'
import type { EvidenceFile } from '../../../src/releases/evidence/evidence-file.ts'
import type { Explanation } from '../../../src/releases/explanations/explanation.ts'
import type { Reopening } from '../../../src/releases/reasons/reopening.ts'
import { allTicks, type OfferedTexts, type ReturnedTicks } from '../../../src/releases/ticks/page.ts'
import { NOTHING_TICKED } from '../../../src/releases/ticks/tick.ts'
import type { LayoutInWords } from '../../../src/releases/wording/in-layout.ts'

const same = (said: string) => ({ vi: said, en: said })
const one = (id: number, indicator: string, text: string) => ({
  ...{ id, indicator, text, sensitive: indicator === 'V3', aboutPeople: true },
  ...{ partner: same('Union'), place: same('Ha Tinh'), quarter: quarterOf(2021, 3) },
})
const comment = (id: number, indicator: string, text: string): Explanation => ({
  ...one(id, indicator, text),
  role: 'partner',
})
const file = (id: number, indicator: string, name: string): EvidenceFile => ({
  ...one(id, indicator, name),
  isRemoved: false,
})
const reopening = (id: number, reason: string, rows: Reopening['rows'] = []): Reopening => ({
  ...one(id, rows.map(({ indicator }) => indicator).join(', '), reason),
  ...{ submissionId: 7, at: Date.parse('2021-10-05T09:00:00+07:00'), reason, rows },
})
const offer = (more: Partial<OfferedTexts> = {}): OfferedTexts => ({
  ...{ explanations: [], evidence: [], reasons: [], ticked: NOTHING_TICKED },
  names: new Map([['P1', { vi: 'Buổi truyền thông', en: 'Sessions' }]]),
  ...more,
})
/** Without a sheet of comments, and without one of changes. */
const LAYOUT: LayoutInWords = {
  ...{
    sheets: [{ is: 'tracking', name: null }],
    columns: [
      { is: 'explanation', name: null },
      { is: 'evidence', name: null },
    ],
    language: 'en',
  },
}
const forms = (more: Partial<OfferedTexts>, returned: ReturnedTicks | null = null, language: 'vi' | 'en' = 'en') =>
  allTicks(offer(more), LAYOUT, returned, wordsFor(language))

describe('what a manager may choose of what others wrote', () => {
  it('is nothing where no report is ready for it', () => {
    expect(allTicks(null, LAYOUT, null, wordsFor('en'))).toEqual([])
  })

  it('is a form of each kind; of reasons only where something has changed of which any could be told', () => {
    const shown = (reasons: OfferedTexts['reasons']) =>
      forms({ reasons }).map(({ kind, field, title, groups }) => [kind, field, title, groups.length])
    expect(shown([])).toEqual([
      ['explanations', 'explanation', 'Explanations', 0],
      ['evidence', 'evidence', 'Evidence named in the report', 0],
      ['reasons', 'reason', 'Reasons of changes', 0],
    ])
    expect(shown(null).map(([kind]) => kind)).toEqual(['explanations', 'evidence'])
  })

  it('says of what, where and when each is, and never who wrote it', () => {
    const [explanations, evidence, reasons] = forms({
      explanations: [comment(1, 'P1', 'Rains\n \nRoads were closed')],
      evidence: [file(2, 'P1', 'List of sessions.pdf')],
      reasons: [reopening(3, 'Counted twice', [{ indicator: 'P1', text: 'Men were women' }])],
    })
    const said = [explanations, evidence, reasons].map((form) => form!.groups[0]!.items[0]!)
    expect(said.map(({ by }) => by)).toEqual([
      'Union, Ha Tinh, Q3 2021. Written by: Reporting partner',
      'Union, Ha Tinh, Q3 2021',
      'Union, Ha Tinh, Q3 2021. Written on 5 Oct 2021',
    ])
    expect(said.map(({ lines }) => lines)).toEqual([
      ['Rains', 'Roads were closed'],
      ['List of sessions.pdf'],
      ['Counted twice', 'P1: Men were women'],
    ])
  })

  it('has what must be read one by one, and files of an indicator together; each under the name of its indicator', () => {
    const titles = (form: ReturnType<typeof forms>[number]) =>
      form.groups.map(({ title, items }) => [title, items.map(({ id }) => id)])
    const several = { explanations: [comment(1, 'P1', 'a'), comment(2, 'V3', 'b'), comment(3, 'P1', 'c')] }
    expect(titles(forms(several)[0]!)).toEqual([
      ['P1 Sessions', [1]],
      ['V3', [2]],
      ['P1 Sessions', [3]],
    ])
    const files = { evidence: [file(1, 'P1', 'a.pdf'), file(2, 'V3', 'b.pdf'), file(3, 'P1', 'c.pdf')] }
    expect(titles(forms(files, null, 'vi')[1]!)).toEqual([
      ['P1 Buổi truyền thông', [1, 3]],
      ['V3', [2]],
    ])
  })

  it.each([
    [[], 'No explanation is in the report.'],
    [[2], 'One explanation is in the report.'],
    [[2, 1], '2 explanations are in the report.'],
    // One that was taken away since is in it no more.
    [[9, 2], 'One explanation is in the report.'],
    [[9], 'No explanation is in the report.'],
  ])('says how much is in the report: %j', (ticked, state) => {
    const explanations = [comment(1, 'P1', 'a'), comment(2, 'P1', 'b'), comment(3, 'P1', 'c')]
    const [form] = forms({ explanations, ticked: { ...NOTHING_TICKED, explanations: ticked } })
    expect(form!.state).toBe(state)
    const found = form!.groups.flatMap(({ items }) => items)
    expect(found.map((item) => item.ticked)).toEqual([1, 2, 3].map((id) => ticked.includes(id)))
    // What is in it has been looked at when it was put there.
    expect(found.map((item) => item.checked)).toEqual([1, 2, 3].map((id) => ticked.includes(id)))
  })

  it('comes back as it was ticked, and only the form that was sent', () => {
    const found = forms(
      {
        explanations: [comment(1, 'P1', 'a'), comment(2, 'P1', 'b')],
        evidence: [file(1, 'P1', 'a.pdf'), file(2, 'P1', 'b.pdf')],
        ticked: { ...NOTHING_TICKED, explanations: [1] },
      },
      { kind: 'evidence', read: { chosen: [1, 2], confirmed: [2], problem: 'unchecked' } },
    )
    const boxes = found.map(({ groups }) =>
      groups.flatMap(({ items }) => items).map(({ ticked, checked }) => [ticked, checked]),
    )
    expect(boxes).toEqual([
      [
        [true, true],
        [false, false],
      ],
      [
        [true, false],
        [true, true],
      ],
      [],
    ])
    expect(found[1]!.state).toBe('No file is named in the report.')
  })

  it('asks of each doubt by itself whether it was looked at', () => {
    const explanations = [comment(4, 'V3', 'chị Lan, 17'), comment(5, 'P1', 'Rains')]
    const [doubtful, plain] = forms({ explanations })[0]!.groups.flatMap(({ items }) => items)
    expect(doubtful!.doubts).toEqual([
      {
        id: 'doubt-explanations-4-names',
        says: expect.stringContaining("a person's name. To do no harm, leave it out."),
        word: 'I have checked that this names nobody.',
      },
      {
        id: 'doubt-explanations-4-numbers',
        says: 'This holds a number, and counts of this indicator may be hidden in the report.',
        word: 'I have checked that this gives no hidden count away.',
      },
    ])
    expect(plain!.doubts).toEqual([])
  })

  it('says in each form what is done with it and what it needs', () => {
    const [explanations, evidence, reasons] = forms({})
    expect([explanations!.use, evidence!.use, reasons!.use]).toEqual([
      ...['Put it into the report', 'Name it in the report', 'Put it into the report'],
    ])
    expect([explanations!.none, evidence!.none, reasons!.none]).toEqual([
      'Nobody has commented on an indicator in these quarters.',
      'No file stands behind the figures of these quarters.',
      'Nobody wrote a reason for what has changed since the report before.',
    ])
    expect(evidence!.submit).toBe('Save the evidence')
    expect(evidence!.lead).toContain('the file itself never leaves')
    expect(evidence!.placed).toContain('in the column “Evidence”')
    expect(reasons!.placed).toContain('has no place for it')
    expect(evidence!.care).toContain('may name somebody')
    expect(new Set([explanations, evidence, reasons].map((form) => form!.again))).toEqual(
      new Set(['A second manager who has agreed already has to agree again after a change.']),
    )
  })
})
