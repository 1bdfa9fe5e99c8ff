import { describe, expect, it } from 'vitest'
import type { Standing } from '../../../src/submissions/action.ts'
import { countByIndicator, type Evidence } from '../../../src/submissions/evidence/evidence.ts'
import { byEvidence, readEvidence } from '../../../src/submissions/evidence/form.ts'
import { evidencePage } from '../../../src/submissions/evidence/page.ts'
import type { StoredSubmission } from '../../../src/submissions/page-state.ts'
import { definition, indicator } from '../entry-form/definitions.ts'
import { on, pageState, standing, words } from '../page-state.ts'

const FORM = definition(indicator('P1', 'count', []), indicator('V1', 'count', []))
const file = (more: Partial<Evidence> = {}): Evidence => ({
  ...{ id: 3, submissionId: 7, indicator: 'V1', sha256: 'a', name: 'Biên bản', kind: 'pdf', size: 2048 },
  ...{ at: on('2021-10-06'), by: 'Hoa' },
  ...more,
})
type Sent = Parameters<typeof evidencePage>[2]
const page = (files: Evidence[] = [], sent: Sent = null, more: Partial<Standing> = {}) =>
  evidencePage(pageState(FORM, { standing: standing(more) }) as unknown as StoredSubmission, files, sent, words)
const refused = (problem: NonNullable<Sent>['problem']) =>
  page([], { problem, typed: { indicator: 'V1', looked: 'yes', keep: '' } })

describe('files behind a submission', () => {
  it('stand each under its indicator, in the order of the form, with what they are and the way to them', () => {
    const { groups, id, limits, problem, locked } = page([
      file(),
      file({ id: 4, indicator: 'P1', kind: 'jpeg', size: 10 }),
    ])
    expect(groups.map(({ code, files }) => [code, files.map(({ name }) => name)])).toEqual([
      ['P1', ['Biên bản.jpg']],
      ['V1', ['Biên bản.pdf']],
    ])
    expect(groups[1]!.files[0]).toEqual({
      ...{ name: 'Biên bản.pdf', size: '2 kB', by: 'added by Hoa, 6 Oct 2021 09:00' },
      ...{ href: '/submissions/7/evidence/3', removal: '/submissions/7/evidence/3/removal' },
    })
    expect(groups[0]!.files[0]!.size).toBe('1 kB')
    expect([id, limits, problem, locked]).toEqual([7, { megabytes: 5, files: 10 }, null, null])
  })

  it('of an indicator that is not asked for any more are still there', () => {
    expect(page([file({ indicator: 'OLD' })]).groups.map(({ code, name }) => [code, name])).toEqual([['OLD', '']])
  })

  it('are counted by indicator', () => {
    expect(countByIndicator([file(), file({ id: 4 }), file({ indicator: 'P1' })])).toEqual(
      new Map([
        ['V1', 2],
        ['P1', 1],
      ]),
    )
  })
})

describe('the form for one more', () => {
  it('offers the indicators of the form', () => {
    const { indicators, typed } = page()
    expect(indicators.map(({ value, label }) => [value, label.split(' ')[0]])).toEqual([
      ['P1', 'P1'],
      ['V1', 'V1'],
    ])
    expect(typed).toEqual({ indicator: '', mayIdentify: false })
  })

  it.each([
    ['too-large', 'The file is larger than 5 MB. Make pictures smaller, or split it.', false],
    ['too-many', 'This indicator has 10 files already. Remove some, or join them.', false],
    ['closed', words.t('submissions:refused.closed'), false],
    ['may-identify', words.t('submissions:evidence.refused.may-identify'), true],
  ] as const)('comes back with why nothing was kept: %s', (problem, says, mayIdentify) => {
    const shown = refused(problem)
    expect(shown.problem).toBe(says)
    expect(shown.typed).toEqual({ indicator: 'V1', mayIdentify })
  })

  it.each<[string, Partial<Standing>, string | null]>([
    ['its partner, of a draft', {}, null],
    ['a manager', { role: 'manager' }, 'The reporting partner adds and removes files; you can download them.'],
    ['its partner, once it is approved', { state: 'approved' }, words.t('submissions:refused.already-approved')],
    ['its partner, in a closed quarter', { closed: true }, words.t('submissions:refused.closed')],
  ])('is there for %s, or it is said why not', (_, more, locked) => {
    expect(page([], null, more).locked).toBe(locked)
  })

  it('is read as it was sent, whatever was left out', () => {
    expect(readEvidence({ indicator: 'V1', looked: 'yes' })).toEqual({ indicator: 'V1', looked: 'yes', keep: '' })
    expect(byEvidence.safeParse({ id: '7', evidence: '3' }).success).toBe(true)
    expect(byEvidence.safeParse({ id: '7', evidence: 'x' }).success).toBe(false)
  })
})
