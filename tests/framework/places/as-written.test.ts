import { describe, expect, it } from 'vitest'
import { startOfDay } from '../../../src/calendar/day.ts'
import { type ChangeRefusal, refusalText } from '../../../src/framework/definitions/refusal.ts'
import type { ChangeRow } from '../../../src/framework/lists/changes.ts'
import { saveProject } from '../../../src/framework/save.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { places } from '../../../src/places/store.ts'
import { projectCard } from '../../../src/project/store.ts'
import { emptyDb } from '../../support/database.ts'
import { q } from '../../support/small-project.ts'
import { smallData } from '../small.ts'

const NOW = Date.parse('2022-06-01T09:00:00+07:00')
const text = (one: string) => ({ vi: one, en: one })
const ended = { change: 'place', place: 'nghe-an', lastDay: '2022-06-30' }
const plan = { change: 'plan', last: q('2023-Q4') }

describe('changes of places and of the plan, as they are written', () => {
  const known = (day: string) => startOfDay(day)!
  const phase = { code: 'one', name: text('One'), first: q('2021-Q1'), last: q('2023-Q4') }
  const saved = (...changes: object[]) => {
    const db = emptyDb()
    return [saveProject(db, null, { ...smallData(), changes: changes as ChangeRow[] }, NOW), db] as const
  }

  it('are known from their day, and taken back the same way', () => {
    const [outcome, db] = saved(
      { ...ended, known: known('2022-02-01') },
      { ...ended, name: text('Nghệ An (cũ)'), lastDay: null, known: known('2022-03-01') },
      { ...plan, first: q('2020-Q4'), last: q('2023-Q4'), phases: [phase], known: known('2022-03-01') },
    )
    expect(outcome).toBe('saved')
    const at = (day: string) => {
      const { validTo, name } = places(db, known(day)).bySlug.get('nghe-an')!
      const { firstQuarter, lastQuarter, phases } = projectCard(db, known(day))!
      return [validTo, name.vi, firstQuarter, lastQuarter, phases.length]
    }
    expect(at('2022-01-31')).toEqual([null, 'Nghệ An', q('2021-Q1'), q('2022-Q4'), 0])
    expect(at('2022-02-01')).toEqual(['2022-07-01', 'Nghệ An', q('2021-Q1'), q('2022-Q4'), 0])
    expect(at('2022-03-01')).toEqual([null, 'Nghệ An (cũ)', q('2020-Q4'), q('2023-Q4'), 1])
  })

  it('are refused in both languages, with the row, and nothing is written', () => {
    const [outcome, db] = saved({ ...ended, known: 1 }, { ...plan, last: q('2020-Q4'), known: 2 })
    expect(outcome).toEqual({ row: 2, refused: { about: 'project', code: 'ends-first', what: 'X' } })
    expect(projectCard(db)).toBeNull()
    const [place] = saved({ ...ended, became: ['nghe-an'], known: 1 })
    expect(place).toEqual({ row: 1, refused: { about: 'place', code: 'to-itself', what: 'nghe-an' } })
    const { refused } = place as { refused: ChangeRefusal }
    expect(refusalText(refused, wordsFor('en'))).toContain("can't become itself")
    expect(refusalText(refused, wordsFor('vi'))).toContain('không thể trở thành chính nó')
  })
})
