import { describe, expect, it } from 'vitest'
import type { RecordedActs } from '../../../../src/figures/provenance/contributions.ts'
import { reasonOf, reportName } from '../../../../src/releases/content/earlier/reason.ts'

describe('what a figure has changed by since the report before', () => {
  it('is told by reporters and quarters, whatever was declared not applicable among them', () => {
    const row = (quarter: number) => ({ indicator: 'A', partnerId: 1, placeId: 2, quarter }) as never
    const then = new Set([reportName(row(5))])
    expect(reasonOf(false, { values: [row(5)], notApplicable: [] }, then)).toEqual({
      corrected: false,
      late: false,
      approvals: [],
      submissions: [],
    })
    expect(reasonOf(false, { values: [row(5)], notApplicable: [row(6)] }, then)).toMatchObject({
      corrected: false,
      late: true,
    })
    expect(reasonOf(true, { values: [row(6)], notApplicable: [] }, then)).toMatchObject({ corrected: true, late: true })
  })

  it('tells who approved what has come since, each once, the latest first', () => {
    const value = (key: string, approvedFrom: number | null) => ({
      key,
      indicator: 'A',
      partnerId: 1,
      placeId: 2,
      quarter: 5,
      approvedFrom,
    })
    const by = (name: string, at: number) => ({ handedIn: null, approved: { by: name, byId: at, at } })
    const acts = new Map<string, RecordedActs>([
      ...([
        ['old', by('Lan', 10)],
        ['first', by('Minh', 20)],
        ['second', by('Minh', 20)],
      ] as const),
      ...([
        ['third', by('Hoa', 30)],
        ['nobody', { handedIn: null, approved: null }],
      ] as const),
    ])
    const values = [
      value('old', 10),
      value('first', 20),
      value('second', 20),
      value('third', 30),
      value('nobody', 40),
      value('waits', null),
    ]
    const approvals = (called?: ReadonlyMap<number, string>) =>
      reasonOf(true, { values, notApplicable: [] } as never, new Set(), acts, 10, called).approvals
    expect(approvals()).toEqual([
      { by: 'Hoa', byId: 30, at: 30 },
      { by: 'Minh', byId: 20, at: 20 },
    ])
    expect(approvals(new Map([[20, 'Minh before']])).map(({ by }) => by)).toEqual(['Hoa', 'Minh before'])
  })

  it('names the submissions by which it came, each once, those of quarters declared not applicable as well', () => {
    const came = (submissionId: number | null, approvedFrom: number | null) => ({ submissionId, approvedFrom }) as never
    const values = [came(3, 20), came(3, 20), came(4, 30), came(5, 10), came(6, null), came(null, 40)]
    const { submissions, approvals } = reasonOf(
      true,
      { values, notApplicable: [came(7, 20)] },
      new Set(),
      new Map(),
      10,
    )
    expect(submissions).toEqual([3, 4, 7])
    expect(approvals).toEqual([])
  })

  it('calls nobody otherwise where nobody is on record', () => {
    const acts = new Map([['taken over', { handedIn: null, approved: { by: null, byId: null, at: 20 } }]])
    const values = [{ key: 'taken over', approvedFrom: 20 }] as never
    const called = new Map([[1, 'Somebody']])
    expect(reasonOf(true, { values, notApplicable: [] }, new Set(), acts, 0, called).approvals).toEqual([
      { by: null, byId: null, at: 20 },
    ])
  })

  it.each([
    ['indicator', { indicator: 'B' }],
    ['partner', { partnerId: 9 }],
    ['place', { placeId: 9 }],
    ['quarter', { quarter: 9 }],
  ])('is late where nothing had come of this %s', (_, other) => {
    const row = { indicator: 'A', partnerId: 1, placeId: 2, quarter: 5 }
    const isLate = (came: object) =>
      reasonOf(false, { values: [came as never], notApplicable: [] }, new Set([reportName(row as never)])).late
    expect([isLate(row), isLate({ ...row, ...other })]).toEqual([false, true])
  })
})
