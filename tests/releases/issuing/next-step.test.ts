import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../../src/language/words.ts'
import { nextStep } from '../../../src/releases/issuing/next-step.ts'
import { OBSTACLES } from '../../../src/releases/release.ts'
import { RELEASE_STATES } from '../../../src/vocabulary/release.ts'

const words = wordsFor('en')

describe('what is to be done before a draft is issued', () => {
  it.each([
    [null, 'Nothing stands in the way: issue the report.', '#issue'],
    ['unexplained', 'Explain what is far from its plan: M2, P11.', '#deviations'],
    ['layout-broken', words.t('releases:issue.layout-broken'), '#layout'],
    ['evidence-removed', words.t('releases:issue.evidence-removed'), '#evidence'],
    ['needs-agreement', 'A second manager must agree first.', '#issue'],
    ['nobody-to-receive', 'Nobody is named to receive the report.', '#issue'],
  ] as const)('is said at the head of its page, with a way there: %s', (obstacle, says, href) => {
    expect(nextStep('protected', obstacle, [{ indicator: 'M2' }, { indicator: 'P11' }], words)).toEqual({ says, href })
  })

  it('is nothing of what is no draft yet, or no more', () => {
    const said = RELEASE_STATES.filter((state) => nextStep(state, null, [], words) !== null)
    expect(said).toEqual(['protected'])
  })

  it('has a sentence for every obstacle', () => {
    for (const obstacle of OBSTACLES) expect(nextStep('protected', obstacle, [], words)!.says).not.toMatch(/^releases:/)
  })
})
