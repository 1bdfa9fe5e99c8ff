import { describe, expect, it } from 'vitest'
import { readPosted } from '../../../src/submissions/entry-form/form.ts'
import { readRows } from '../../../src/submissions/entry-form/row-form.ts'
import { differencesPage } from '../../../src/submissions/versions/differences-page.ts'
import type { Difference } from '../../../src/submissions/versions/merge.ts'
import { definition, indicator } from '../entry-form/definitions.ts'
import { on, pageState, stored, words } from '../page-state.ts'

const FORM = definition(indicator('V1', 'count', [['primary', 'age']]), indicator('P1', 'milestone'))

function page(body: Record<string, string>, differing: Difference[] = []) {
  const posted = readPosted(body, 'vi')
  const loaded = { ...pageState(FORM), stored: stored() }
  return differencesPage(loaded, posted, readRows(posted, FORM.rows, []), differing, words)
}

describe('two versions of a form', () => {
  it('stand side by side in words, with the person’s own choice first offered', () => {
    const { differing } = page({}, [
      { field: 'v.V1.age=child', theirs: 5, mine: null, offered: 'theirs' },
      { field: 's.P1', theirs: 'not reported', mine: 'reported', offered: 'mine' },
    ])
    expect(differing).toEqual([
      {
        field: 'v.V1.age=child',
        where: 'V1, child',
        sides: [
          { whose: 'theirs', value: '5', offered: true },
          { whose: 'mine', value: 'blank', offered: false },
        ],
      },
      {
        field: 's.P1',
        where: 'P1, state',
        sides: [
          { whose: 'theirs', value: '[x] not reported', offered: false },
          { whose: 'mine', value: 'reported', offered: true },
        ],
      },
    ])
  })

  it('lose nothing that was typed, in the language it was typed in, and say who saved the other when', () => {
    expect(
      page({ language: 'vi', component: 'protection', after: 'hand-in', 'v.V1.age=child': '1.234' }),
    ).toMatchObject({
      id: 7,
      version: 2,
      partner: 'Union',
      changed: { at: on('2021-10-05'), by: 'Binh' },
      section: 'protection',
      handingIn: true,
      typedIn: 'vi',
      typed: { 'v.V1.age=child': '1.234' },
      differing: [],
    })
    expect(page({ after: 'save' })).toMatchObject({ section: '', handingIn: false })
  })
})
