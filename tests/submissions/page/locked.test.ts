import { expect, it } from 'vitest'
import { wordsFor } from '../../../src/language/words.ts'
import type { Standing } from '../../../src/submissions/action.ts'
import { LOOKING, lockedBecause } from '../../../src/submissions/page/locked.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { standing } from '../page-state.ts'

it.each<[Partial<Standing>, ReturnType<typeof lockedBecause>]>([
  [{ state: 'due' }, null],
  [{ state: 'draft' }, null],
  [{ state: 'returned' }, null],
  [{ state: 'draft', closed: true }, { refused: 'closed' }],
  [{ state: 'submitted' }, { refused: 'awaiting-review' }],
  [{ state: 'approved' }, { refused: 'already-approved' }],
  [{ state: 'draft', own: false }, { refused: 'not-yours' }],
  [{ state: 'draft', outOfTime: 'in-pause' }, { refused: 'in-pause' }],
  [{ role: 'manager', state: 'due' }, { looking: 'not-begun' }],
  [{ role: 'manager', state: 'draft' }, { looking: 'being-entered' }],
  [{ role: 'manager', state: 'returned' }, { looking: 'being-corrected' }],
  [{ role: 'manager', state: 'submitted' }, { looking: 'to-decide' }],
  [{ role: 'manager', state: 'approved' }, { looking: 'decided' }],
  [{ role: 'manager', state: 'due', closed: true }, { looking: 'closed-unsent' }],
  [{ role: 'manager', state: 'draft', closed: true }, { looking: 'closed-unsent' }],
  [{ role: 'manager', state: 'returned', closed: true }, { looking: 'closed-unsent' }],
  [{ role: 'manager', state: 'submitted', closed: true }, { looking: 'closed-to-decide' }],
  [{ role: 'manager', state: 'approved', closed: true }, { looking: 'closed-decided' }],
  [{ role: 'manager', state: 'draft', outOfTime: 'after-project' }, { refused: 'after-project' }],
])('%o is locked because of %o', (given, because) => {
  expect(lockedBecause(standing(given))).toEqual(because)
})

it.each(['vi', 'en'] as const)('each says what to do next, by the names of pages and buttons, in %s', (language) => {
  const { t } = wordsFor(language, PILOT_TERMS)
  const said = Object.fromEntries(LOOKING.map((one) => [one, t(`submissions:looking.${one}`)]))
  for (const one of LOOKING.filter((name) => name.startsWith('closed'))) expect(said[one]).toContain(t('periods:title'))
  expect(said.decided).toContain(t('submissions:reopen.title'))
  expect(said['to-decide']).toContain(t('submissions:approve'))
  expect(said['being-entered']).toContain(t('submissions:talk.title'))
})
