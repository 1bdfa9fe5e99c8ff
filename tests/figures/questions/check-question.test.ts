import { describe, expect, it } from 'vitest'
import { FIRST_QUARTER } from '../../../src/calendar/quarter.ts'
import { understand } from '../../../src/figures/check-question.ts'
import type { Question } from '../../../src/figures/question.ts'
import { historyOf } from '../../../src/indicators/definitions/history.ts'
import type { DefinedIndicator } from '../../../src/indicators/indicator.ts'
import { Places } from '../../../src/places/place.ts'

const measured = (code: string, from: number, to: number | null = null) =>
  historyOf([{ id: 1, code, from, to, schemes: [] } as unknown as DefinedIndicator])
const catalogue = {
  indicators: [measured('always', FIRST_QUARTER), measured('retired', FIRST_QUARTER, 8083), measured('late', 8090)],
  places: new Places([], []),
  breakdowns: [],
  project: null,
}
const codes = (question: Pick<Question, 'indicators' | 'spans'>) =>
  understand({ groups: [], ...question }, catalogue, '2026-01-01').indicators.map(({ code }) => code)

describe('the indicators that a question means', () => {
  const early = { key: 'early', from: 8080, to: 8083 }
  const between = { key: 'between', from: 8084, to: 8089 }
  const late = { key: 'late', from: 8090, to: 8091 }

  it('are, where it asks for all, those that are measured in some span', () => {
    expect(codes({ indicators: '*', spans: [early] })).toEqual(['always', 'retired'])
    expect(codes({ indicators: '*', spans: [between] })).toEqual(['always'])
    expect(codes({ indicators: '*', spans: [between, late] })).toEqual(['always', 'late'])
    expect(codes({ indicators: '*', spans: [early, late] })).toEqual(['always', 'retired', 'late'])
  })

  it('are looked for in no span that is asked of others', () => {
    expect(codes({ indicators: '*', spans: [between, { ...late, indicators: ['always'] }] })).toEqual(['always'])
    expect(codes({ indicators: '*', spans: [{ ...early, indicators: ['retired'] }] })).toEqual(['retired'])
  })

  it('are there, measured or not, where they are asked for by their codes', () => {
    expect(codes({ indicators: ['late', 'retired'], spans: [between] })).toEqual(['late', 'retired'])
  })
})
