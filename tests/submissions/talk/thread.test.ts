import { describe, expect, it } from 'vitest'
import type { Comment } from '../../../src/submissions/submission.ts'
import { openThreads, threadOf } from '../../../src/submissions/talk/thread.ts'

/** "P?" a partner asks, "m" a manager says something. */
const said = (signs: string, indicator: string | null = 'V3'): Comment[] =>
  signs
    .split(' ')
    .filter(Boolean)
    .map((sign, id) => ({
      id,
      at: id,
      by: sign,
      side: sign.toLowerCase().startsWith('p') ? 'partner' : 'manager',
      indicator,
      text: sign,
      asks: sign.endsWith('?'),
    }))

describe('who is waited for', () => {
  it.each([
    ['', null],
    ['p m p', null],
    ['p?', 'manager'],
    ['m?', 'partner'],
    ['p? p', 'manager'],
    ['p? m', null],
    ['p? m p', null],
    ['p? m?', 'partner'],
    ['p? m? p', null],
    ['m? p p?', 'manager'],
    ['m? m?', 'partner'],
  ])('%s: %s', (signs, waits) => {
    expect(threadOf(said(signs), 'V3').waits).toBe(waits)
  })

  it('is told of each indicator by itself, and of the whole', () => {
    const all = [...said('p?'), ...said('m', 'V5'), ...said('m?', null)]
    expect(openThreads(all).map(({ indicator, waits }) => [indicator, waits])).toEqual([
      ['V3', 'manager'],
      [null, 'partner'],
    ])
    expect(threadOf(all, 'V5').comments).toHaveLength(1)
  })
})
