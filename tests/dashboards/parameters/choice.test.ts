import { describe, expect, it } from 'vitest'
import { parseQuarter, type Quarter } from '../../../src/calendar/quarter.ts'
import { readChoice, type Usual, writeChoice } from '../../../src/dashboards/choice.ts'
import { type WrongParameter, withoutWrong } from '../../../src/dashboards/parameters/parameter.ts'

const q = (code: string): Quarter => parseQuarter(code)!
const usual: Usual = { from: q('2019-Q1'), to: q('2021-Q3'), grain: 'quarter' }
const now = Date.parse('2021-11-05T10:00:00+07:00')
const project = { from: q('2019-Q1'), to: q('2021-Q4') }
const read = (query: Record<string, string>) => readChoice(query, usual, project, now).choice
const wrong = (query: Record<string, string>) => readChoice(query, usual, project, now).wrong

describe('what was chosen', () => {
  it('is what is usual when nothing was', () => {
    expect(read({})).toEqual({ ...usual, basis: 'approved', asAt: null, map: 'as-reported' })
    expect(read({ from: '', to: '', asAt: '', basis: '' })).toEqual(read({}))
  })

  it('goes into an address and comes back the same', () => {
    const choice = read({
      from: '2020-Q1',
      to: '2020-Q4',
      grain: 'year',
      basis: 'provisional',
      asAt: '2021-10-31',
      map: 'today',
    })
    expect(read(writeChoice(choice, usual))).toEqual(choice)
    expect(writeChoice(read({}), usual)).toEqual({})
  })

  it('takes a day as its end in Viet Nam, today as now', () => {
    expect(read({ asAt: '2021-10-31' }).asAt).toBe(Date.parse('2021-11-01T00:00:00+07:00') - 1)
    expect(read({ asAt: '2021-11-05' }).asAt).toBeNull()
  })

  it.each([
    [{ to: '2021-Q5' }, 'bad-period'],
    [{ quarter: 'Q3' }, 'bad-period'],
    [{ asAt: '2021-02-30' }, 'bad-period'],
    [{ asAt: '2021-11-06' }, 'bad-period'],
    [{ asAt: String(now + 1) }, 'bad-period'],
    [{ from: '2021-Q3', to: '2021-Q1' }, 'empty-span'],
    [{ to: '2022-Q1' }, 'after-project'],
    [{ quarter: '2100-Q4' }, 'after-project'],
    [{ from: '2018-Q4' }, 'before-project'],
    [{ from: '2018-Q4', to: '2022-Q1' }, 'after-project'],
  ])('does not show %j: %s; the usual stands in its place', (query, code) => {
    const [first, ...others] = wrong(query as Record<string, string>)
    expect(first).toMatchObject({ name: expect.stringMatching(/^(quarter|from|to|asAt)$/), why: code })
    expect(read(query as Record<string, string>)).toEqual({
      ...read({}),
      ...(others.length === 0 && code === 'empty-span' ? { to: q('2021-Q1') } : {}),
    })
  })

  it('keeps what can be shown beside what can’t, and names each by its own name', () => {
    const query = { from: 'zz', to: '2020-Q4', basis: 'lol', map: 'today' }
    expect(read(query)).toEqual({ ...read({}), to: q('2020-Q4'), map: 'today' })
    expect(wrong(query)).toEqual([
      { name: 'from', value: 'zz', why: 'bad-period' },
      { name: 'basis', value: 'lol', why: 'not-offered' },
    ])
    expect(withoutWrong(query, wrong(query))).toEqual({ to: '2020-Q4', map: 'today' })
  })

  it('says no more than the beginning of what somebody wrote', () => {
    expect(wrong({ to: 'x'.repeat(99) })[0]!.value).toBe('x'.repeat(40))
  })

  it('takes every quarter of the project, and names its first and last beside one that is none', () => {
    expect(read({ from: '2019-Q1', to: '2021-Q4' })).toMatchObject(project)
    expect(wrong({ to: '2100-Q4' })).toEqual([
      { name: 'to', value: '2100-Q4', why: 'after-project', values: { first: '2019-Q1', last: '2021-Q4' } },
    ])
  })

  it.each([{ grain: 'week' }, { basis: 'guessed' }, { map: 'mars' }])('does not offer %j, and names it', (query) => {
    const [[name, value]] = Object.entries(query) as [[WrongParameter['name'], string]]
    expect(wrong(query as unknown as Record<string, string>)).toEqual([{ name, value, why: 'not-offered' }])
    expect(read(query as unknown as Record<string, string>)).toEqual(read({}))
  })
})
