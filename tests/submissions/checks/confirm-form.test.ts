import { describe, expect, it } from 'vitest'
import { answeredDoubts, LONGEST_NOTE, NO_ANSWERS } from '../../../src/submissions/checks/confirming/confirm-form.ts'
import { confirmPage } from '../../../src/submissions/checks/confirming/confirm-page.ts'
import type { Finding } from '../../../src/submissions/checks/finding.ts'
import type { Soft } from '../../../src/submissions/checks/soft.ts'
import { definition, indicator } from '../entry-form/definitions.ts'
import { pageState, stored, words } from '../page-state.ts'

const MUCH: Finding<Soft> = { code: 'much-more', indicator: 'V1', field: 'v.V1', numbers: { now: 31, last: 10 } }
const MUCH_ID = 'much-more|v.V1|31|10'
const OPEN: Finding<Soft> = { code: 'quarter-not-over', indicator: '', field: '', numbers: {} }

describe('a doubt that is answered', () => {
  const answer = (note: string, keep = '') =>
    answeredDoubts([MUCH], { confirmed: ['x', MUCH_ID], note: ['of x', note], keep })[0]!

  it.each([
    ['A large training', '', null, 'A large training'],
    ['  ', '', 'needs-text', ''],
    ['x'.repeat(LONGEST_NOTE), '', null, 'x'.repeat(LONGEST_NOTE)],
    ['x'.repeat(LONGEST_NOTE + 1), '', 'too-long', 'x'.repeat(LONGEST_NOTE + 1)],
    ['Call 0912 345 678', '', 'may-identify', 'Call 0912 345 678'],
    ['Call 0912 345 678', 'yes', null, 'Call 0912 345 678'],
  ])('by “%.20s” %s is %s', (note, keep, problem, text) => {
    expect(answer(note, keep)).toMatchObject({ problem, note: text, doubt: MUCH_ID })
  })

  it('is remembered to have been kept on its writer’s word', () => {
    expect(answer('Call 0912 345 678', 'yes').keptOnWord).toBe(true)
    expect(answer('A large training', 'yes').keptOnWord).toBe(false)
  })

  it('is not answered by what was said of another number', () => {
    expect(answeredDoubts([MUCH], NO_ANSWERS)[0]!.problem).toBe('not-asked')
    const of = { confirmed: ['much-more|v.V1|32|10'], note: ['A large training'], keep: '' }
    expect(answeredDoubts([MUCH], of)[0]).toMatchObject({ problem: 'not-asked' })
  })

  it('needs no words where there is nothing to explain', () => {
    const [open] = answeredDoubts([OPEN], { confirmed: ['quarter-not-over|'], note: ['ignored'], keep: '' })
    expect(open).toMatchObject({ problem: null, note: '', takesNote: false })
  })
})

describe('the page that asks', () => {
  const loaded = { ...pageState(definition(indicator('V1', 'count'))), stored: stored() }
  const shown = (note: string) =>
    confirmPage(loaded, answeredDoubts([MUCH, OPEN], { confirmed: [MUCH_ID], note: [note], keep: '' }), words)

  it('has a field for each doubt that can be explained, with what was typed and what is wrong with it', () => {
    expect(shown('').doubts.map(({ field }) => field)).toEqual([
      {
        id: 'note-0',
        label: 'Why V1 is right',
        value: '',
        error: 'Please say briefly why this number is right, or go back and change it.',
        maxlength: LONGEST_NOTE,
      },
      null,
    ])
    expect(shown('A large training').doubts[0]!.field).toMatchObject({ value: 'A large training', error: null })
    const first = confirmPage(loaded, answeredDoubts([MUCH], NO_ANSWERS), words)
    expect(first.doubts[0]!.field).toMatchObject({ error: null })
  })

  it('asks whether a note may stand only where one seems to name somebody', () => {
    expect(shown('Call 0912 345 678').asksToKeep).toBe(true)
    expect(shown('').asksToKeep).toBe(false)
  })
})
