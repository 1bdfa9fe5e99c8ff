import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { namedInWords } from '../../../src/submissions/page/heading.ts'
import type { LoadedSubmission } from '../../../src/submissions/page-state.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { partnerNamed, placeNamed } from '../../partners/reporters.ts'

describe('a submission by its name', () => {
  const of = (partner: string, place: string) =>
    namedInWords(
      {
        partner: partnerNamed(1, 'police', [[partner, '2019-01-01']]),
        place: placeNamed(1, place),
        quarter: quarterOf(2021, 4),
        stored: null,
      } as unknown as LoadedSubmission,
      wordsFor('en', PILOT_TERMS),
    )

  it('says where it is of once: a partner whose name ends in the place has said it', () => {
    expect(of('Police', 'North')).toBe('Q4 2021, Police – North')
    expect(of('Police of North', 'North')).toBe('Q4 2021, Police of North')
    expect(of('Police of Far-North', 'North')).toBe('Q4 2021, Police of Far-North – North')
  })
})
