import { describe, expect, it } from 'vitest'
import { type Entry, remarked, reported } from '../../../src/submissions/entry.ts'
import type { FormRow } from '../../../src/submissions/entry-form/definition.ts'
import { readPosted, withChoices } from '../../../src/submissions/entry-form/form.ts'
import { readRows } from '../../../src/submissions/entry-form/row-form.ts'
import { flatten } from '../../../src/submissions/versions/merge.ts'
import { marked, row } from './definitions.ts'

const read = (body: Record<string, string>, what: FormRow, stored: Entry[] = []) =>
  readRows(readPosted(body, 'vi'), [what], stored)
const problems = (...given: Parameters<typeof read>) => read(...given).problems.map(({ field, code }) => [field, code])

describe('a row of a posted form', () => {
  const count = row('V1', 'count', [['primary', 'age']])

  it('fills no stages with the first of them, and takes a mark back with the blanks', () => {
    expect(read({ fill: 'J11', 'v.J11': '' }, row('J11', 'milestone')).entries).toEqual([])
    const filled = read({ fill: 'V1', 's.V1': 'not reported', 'v.V1.age=child': '', 'v.V1.age=adult': '2' }, count)
    expect(filled.entries).toEqual([reported('V1', 'age=child', 0), reported('V1', 'age=adult', 2)])
    expect(filled.typed).toMatchObject({ 'v.V1.age=child': '0', 'v.V1.age=adult': '2' })
    expect(read({ 'v.V1.age=child': '' }, count).typed['v.V1.age=child']).toBe('')
  })

  it('leaves a row marked when its state is not sent, with the reason that is stored', () => {
    const away = marked('V1', 'not applicable', 'No course')
    expect(read({ 'r.V1': 'No course at all' }, count, [away]).entries).toEqual([
      { ...away, reason: 'No course at all' },
    ])
    expect(read({ 's.V1': 'not applicable' }, count, [away]).entries).toEqual([away])
    expect(read({ 's.V1': 'not applicable' }, count).problems).toMatchObject([{ field: 'r.V1', code: 'needs-reason' }])
    expect(read({ 's.V1': 'not applicable' }, count, [away]).typed).toEqual({ 's.V1': 'not applicable' })
  })

  it('asks about a reason once: one that is stored was looked at when it was', () => {
    const reason = 'Gọi 0912345678'
    const away = marked('V1', 'not applicable', reason)
    const again = read({ 's.V1': 'not applicable', 'r.V1': reason }, count, [away])
    expect(again).toMatchObject({ problems: [], keptOnWord: [], entries: [away] })
    const another = read({ 's.V1': 'not applicable', 'r.V1': `${reason} nhé` }, count, [away])
    expect(another.problems).toMatchObject([{ code: 'may-identify' }])
    expect(another.entries).toEqual([away])
    expect(problems({ 's.V1': 'not applicable', 'r.V1': 'a'.repeat(2001) }, count)).toEqual([['r.V1', 'too-long']])
  })

  it('finds a number behind a value in a row that is marked, too', () => {
    const ratio = row('V6', 'ratio')
    expect(problems({ 's.V6': 'not reported', 'd.V6': '4' }, ratio)).toEqual([['s.V6', 'state-and-values']])
    expect(problems({ 's.V6': 'not reported', 'v.V6': ' ', 'd.V6': '' }, ratio)).toEqual([])
  })

  it('keeps what is stored where only half of it was sent, and lets both halves go', () => {
    const ratio = row('V6', 'ratio')
    const stored = [reported('V6', '', 1, 2)]
    expect(read({ 'v.V6': '', 'd.V6': '2' }, ratio, stored).entries).toEqual(stored)
    expect(read({ 'v.V6': '', 'd.V6': '' }, ratio, stored).entries).toEqual([])
  })

  it('takes nothing from another row', () => {
    const both = [reported('V2', 'age=child', 5), reported('V1', 'age=child', 7)]
    expect(read({}, count, both).entries).toEqual([both[1]])
    expect(read({ 'v.V1.age=adult': '2' }, row('V1', 'count', [['primary', 'age']]), both).entries).toEqual([
      both[1],
      reported('V1', 'age=adult', 2),
    ])
  })
})

describe('what is remarked of an indicator', () => {
  const count = row('V1', 'count', [['primary', 'age']])
  const late = remarked('V1', '9 trainees not reached')

  it('is taken beside its numbers, before there are any, and where nothing is reported', () => {
    const text = { 'r.V1': '9 trainees not reached' }
    expect(read({ ...text, 'v.V1.age=child': '3' }, count).entries).toEqual([reported('V1', 'age=child', 3), late])
    expect(read(text, count).entries).toEqual([late])
    expect(read({ ...text, 's.V1': 'not reported' }, count).entries).toEqual([marked('V1', 'not reported'), late])
  })

  it('stays where it is not sent, goes where it is cleared, and becomes the reason of what does not apply', () => {
    const stored = [reported('V1', 'age=child', 3), late]
    expect(read({ 'v.V1.age=child': '4' }, count, stored).entries).toEqual([reported('V1', 'age=child', 4), late])
    expect(read({ 'r.V1': ' ' }, count, stored).entries).toEqual([stored[0]])
    expect(read({ 's.V1': 'not applicable' }, count, [late]).entries).toEqual([
      marked('V1', 'not applicable', late.reason),
    ])
    const away = marked('V1', 'not applicable', 'No course')
    expect(read({ 's.V1': 'reported' }, count, [away]).entries).toEqual([remarked('V1', 'No course')])
  })

  it('may name nobody unasked: the numbers beside it are taken, and what stood there stays', () => {
    const sent = { 'r.V1': 'Gọi 0912345678', 'v.V1.age=child': '4' }
    const asked = read(sent, count, [late])
    expect(asked.entries).toEqual([reported('V1', 'age=child', 4), late])
    expect(asked.problems).toMatchObject([{ field: 'r.V1', code: 'may-identify' }])
    const kept = read({ ...sent, 'k.V1': 'yes' }, count, [late])
    expect(kept).toMatchObject({ problems: [], keptOnWord: ['V1'] })
    expect(kept.entries[1]).toEqual(remarked('V1', 'Gọi 0912345678'))
    expect(read({ 'r.V1': 'Gọi 0912345678' }, count, kept.entries).problems).toEqual([])
    expect(problems({ 'r.V1': 'a'.repeat(2001) }, count)).toEqual([['r.V1', 'too-long']])
  })
})

describe('a reason that was chosen between two versions', () => {
  it('is kept as it is: it was looked at when it was stored', () => {
    const away = marked('V1', 'not applicable', 'Gọi 0912345678')
    const chosen = withChoices(
      readPosted(
        { 'r.V1': 'mine', 'c.r.V1': 'theirs', 's.V1': 'x', 'c.s.V1': 'theirs', 'v.V2': '3', 'c.v.V2': 'mine' },
        'vi',
      ),
      flatten([away]),
    )
    expect(chosen.fields).toEqual({
      'r.V1': 'Gọi 0912345678',
      'k.V1': 'yes',
      'c.r.V1': 'theirs',
      's.V1': 'not applicable',
      'c.s.V1': 'theirs',
      'v.V2': '3',
      'c.v.V2': 'mine',
    })
    expect(readRows(chosen, [row('V1', 'count')], [])).toMatchObject({ problems: [], entries: [away] })
  })
})
