import { wordsFor } from '../../src/language/words.ts'
import type { Standing } from '../../src/submissions/action.ts'
import type { EntryFormDefinition } from '../../src/submissions/entry-form/definition.ts'
import type { SubmissionPageState } from '../../src/submissions/page-state.ts'
import type { Submission } from '../../src/submissions/submission.ts'
import { PILOT_TERMS } from '../language/pilot-terms.ts'
import { partnerNamed, placeNamed } from '../partners/reporters.ts'
import { BREAKDOWNS, QUARTER } from './entry-form/definitions.ts'

export const words = wordsFor('en', PILOT_TERMS)
/** An instant of a day in Viet Nam, at nine in the morning. */
export const on = (day: string) => Date.parse(`${day}T09:00:00+07:00`)
/** The quarter is over, its due day is not past. */
export const NOW = on('2021-10-10')

export const standing = (more: Partial<Standing> = {}): Standing => ({
  role: 'partner',
  own: true,
  state: 'draft',
  closed: false,
  outOfTime: null,
  ...more,
})

export const stored = (more: Partial<Submission> = {}): Submission => ({
  id: 7,
  partnerId: 4,
  placeId: 3,
  quarter: QUARTER,
  state: 'draft',
  version: 2,
  cutFrom: null,
  cutTo: null,
  changedAt: on('2021-10-05'),
  changedBy: 'Binh',
  ...more,
})

/** What the page of a submission is drawn from: a draft its partner looks at, of which nothing has been entered. */
export function pageState(
  definition: EntryFormDefinition,
  more: Partial<SubmissionPageState> = {},
): SubmissionPageState {
  return {
    stored: stored(),
    quarter: QUARTER,
    partner: partnerNamed(4, 'union', [['Union', '2019-01-01']]),
    place: placeNamed(3, 'Ha Tinh'),
    definition,
    breakdowns: BREAKDOWNS,
    entries: [],
    standing: standing(),
    now: NOW,
    dueOn: '2021-10-15',
    previous: new Map(),
    reviewed: null,
    targets: new Map(),
    inForce: [],
    lastReason: null,
    asked: null,
    facts: [],
    saves: [],
    comments: [],
    evidence: new Map(),
    queue: null,
    ...more,
  }
}
