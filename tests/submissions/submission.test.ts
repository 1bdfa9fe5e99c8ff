import { describe, expect, it } from 'vitest'
import * as en from '../../src/language/en/index.ts'
import { OUT_OF_TIME } from '../../src/project/phase.ts'
import {
  ACTIONS,
  type Action,
  allowedActions,
  REFUSALS,
  type Refusal,
  RULES,
  refusal,
  type Standing,
  standingOf,
} from '../../src/submissions/action.ts'
import { isOwn, STATE_AFTER } from '../../src/submissions/submission.ts'
import type { Role } from '../../src/vocabulary/access.ts'
import { SUBMISSION_FACTS, SUBMISSION_STATES, type SubmissionState } from '../../src/vocabulary/submission.ts'

const ALL_STATES: readonly SubmissionState[] = ['due', ...SUBMISSION_STATES]

const standing = (role: Role, state: SubmissionState, more: Partial<Standing> = {}): Standing => ({
  role,
  state,
  own: true,
  closed: false,
  outOfTime: null,
  ...more,
})

/** The table as people would say it: open quarter, own submission. */
const MAY: Record<SubmissionState, { partner: Action[]; manager: Action[] }> = {
  due: { partner: ['save'], manager: [] },
  draft: { partner: ['save', 'submit', 'comment'], manager: ['comment'] },
  submitted: { partner: ['withdraw', 'comment'], manager: ['return', 'approve', 'comment'] },
  returned: { partner: ['save', 'submit', 'comment'], manager: ['comment'] },
  approved: { partner: ['comment'], manager: ['reopen', 'comment'] },
}
/** The same in a closed quarter. */
const MAY_WHEN_CLOSED: typeof MAY = {
  due: { partner: [], manager: [] },
  draft: { partner: ['comment'], manager: ['comment'] },
  submitted: { partner: ['comment'], manager: ['approve', 'comment'] },
  returned: { partner: ['comment'], manager: ['comment'] },
  approved: { partner: ['comment'], manager: ['comment'] },
}

describe('who may do what with a submission when', () => {
  it.each(ALL_STATES)('%s', (state) => {
    for (const role of ['partner', 'manager'] as const) {
      expect(allowedActions(standing(role, state)), `${role}, open`).toEqual(MAY[state][role])
      expect(allowedActions(standing(role, state, { closed: true })), `${role}, closed`).toEqual(
        MAY_WHEN_CLOSED[state][role],
      )
    }
  })

  it('answers every action in every state for every role', () => {
    for (const action of ACTIONS) {
      expect(Object.keys(RULES[action].in).sort()).toEqual([...ALL_STATES].sort())
      for (const state of ALL_STATES) {
        for (const role of ['partner', 'manager', 'donor', 'administrator'] as const) {
          const why = refusal(action, standing(role, state))
          expect(why === null || REFUSALS.includes(why), `${role} ${action} ${state}`).toBe(true)
        }
      }
    }
  })

  it('lets donors and administrators do nothing, and nobody anything with what is not theirs', () => {
    for (const state of ALL_STATES) {
      expect(allowedActions(standing('donor', state))).toEqual([])
      expect(allowedActions(standing('administrator', state))).toEqual([])
      for (const action of ACTIONS)
        expect(refusal(action, standing('partner', state, { own: false }))).toBe('not-yours')
    }
  })

  it.each<[Action, Role, SubmissionState, Partial<Standing>, Refusal]>([
    ['save', 'manager', 'draft', {}, 'not-your-role'],
    ['save', 'partner', 'submitted', {}, 'awaiting-review'],
    ['save', 'partner', 'approved', {}, 'already-approved'],
    ['save', 'partner', 'approved', { closed: true }, 'already-approved'],
    ['save', 'partner', 'draft', { closed: true }, 'closed'],
    ['save', 'partner', 'due', { outOfTime: 'too-early' }, 'too-early'],
    ['save', 'partner', 'draft', { outOfTime: 'after-project', closed: true }, 'after-project'],
    ['submit', 'partner', 'draft', { outOfTime: 'before-project' }, 'before-project'],
    ['approve', 'manager', 'submitted', { outOfTime: 'after-project' }, 'after-project'],
    ['return', 'manager', 'submitted', { outOfTime: 'in-pause' }, 'in-pause'],
    ['reopen', 'manager', 'approved', { outOfTime: 'in-pause' }, 'in-pause'],
    ['comment', 'partner', 'due', { outOfTime: 'too-early' }, 'nothing-entered'],
    ['submit', 'partner', 'due', {}, 'nothing-entered'],
    ['submit', 'partner', 'returned', { closed: true }, 'closed'],
    ['withdraw', 'partner', 'draft', {}, 'not-submitted'],
    ['withdraw', 'partner', 'submitted', { closed: true }, 'closed'],
    ['withdraw', 'manager', 'submitted', {}, 'not-your-role'],
    ['return', 'manager', 'draft', {}, 'not-submitted'],
    ['return', 'manager', 'returned', {}, 'already-returned'],
    ['return', 'manager', 'submitted', { closed: true }, 'closed'],
    ['approve', 'manager', 'approved', {}, 'already-approved'],
    ['approve', 'partner', 'submitted', {}, 'not-your-role'],
    ['reopen', 'manager', 'submitted', {}, 'not-approved'],
    ['reopen', 'manager', 'approved', { closed: true }, 'closed'],
  ])('refuses to %s as %s when %s %o: %s', (action, role, state, more, why) => {
    expect(refusal(action, standing(role, state, more))).toBe(why)
  })

  it.each(OUT_OF_TIME)(
    'lets whoever may speak about a submission do so, and nothing else, when its quarter is %s',
    (outOfTime) => {
      for (const state of ALL_STATES)
        for (const role of ['partner', 'manager'] as const) {
          const may = allowedActions(standing(role, state, { outOfTime }))
          expect(may, `${role}, ${state}`).toEqual(MAY[state][role].filter((action) => action === 'comment'))
        }
    },
  )

  it('has a sentence for every refusal, and a state after every fact', () => {
    expect(Object.keys(en.submissions.refused).sort()).toEqual([...REFUSALS].sort())
    expect(Object.keys(STATE_AFTER).sort()).toEqual([...SUBMISSION_FACTS].sort())
    for (const state of Object.values(STATE_AFTER)) expect(SUBMISSION_STATES).toContain(state)
  })
})

describe('where a person stands to a submission', () => {
  it.each<[Role, number[], boolean]>([
    ['partner', [4], true],
    ['partner', [3, 4], true],
    ['partner', [3], false],
    ['partner', [], false],
    ['manager', [], true],
    ['donor', [3], false],
    ['administrator', [], false],
  ])('a %s of partners %j owns one of partner 4: %s', (role, partnerIds, own) => {
    expect(isOwn({ role, partnerIds }, 4)).toBe(own)
  })

  it('says whose it is, in which state, and what its quarter allows', () => {
    const submission = { partnerId: 4, state: 'draft' } as const
    const period = { closed: true, outOfTime: 'too-early' } as const
    expect(standingOf({ role: 'partner', partnerIds: [4] }, submission, period)).toEqual({
      role: 'partner',
      own: true,
      state: 'draft',
      ...period,
    })
    expect(standingOf({ role: 'partner', partnerIds: [3] }, submission, period).own).toBe(false)
  })
})
