import { describe, expect, it } from 'vitest'
import type { Person } from '../../../src/access/person.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { readWithdrawal } from '../../../src/releases/standing/form.ts'
import { type LoadedReleaseStanding, releaseStandingModel } from '../../../src/releases/standing/page.ts'
import { maySupersede, STANDS, type Supersedable, usuallySuperseded } from '../../../src/releases/standing/standing.ts'

const AT = Date.parse('2022-01-20T09:00:00+07:00')
const words = wordsFor('en')

const earlier = (over: Partial<Supersedable> = {}): Supersedable => ({
  id: 1,
  title: 'Report',
  audience: 'donor',
  donorCode: 'uk',
  language: 'en',
  from: 8084,
  to: 8086,
  recipients: [7, 8],
  ...over,
})

describe('what a report may take the place of', () => {
  it.each([
    [{ audience: 'donor', recipients: [8, 9] }, {}, true],
    [{ audience: 'donor', recipients: [9] }, {}, false],
    [{ audience: 'public', recipients: [8] }, {}, false],
    [{ audience: 'public', recipients: [] }, { audience: 'public', recipients: [] }, true],
  ] as const)('%j of an earlier one to %j: %j', (added, over, may) => {
    expect(maySupersede(added, earlier(over as Partial<Supersedable>))).toBe(may)
  })

  it('is the last one of the same quarters, donor, language and readers, when nothing else is said', () => {
    const added = earlier()
    const others = [{ from: 8085 }, { to: 8087 }, { donorCode: 'eu' }, { language: 'vi' }, { recipients: [9] }] as const
    const unlike = others.map((over, nth) => earlier({ id: nth + 10, ...over } as Partial<Supersedable>))
    expect(usuallySuperseded(added, unlike)).toBeNull()
    expect(usuallySuperseded(added, [...unlike, earlier({ id: 3 }), earlier({ id: 2 })])).toBe(3)
  })
})

describe('how a report stands', () => {
  const loaded: LoadedReleaseStanding = { ...STANDS, supersedes: null, acknowledgements: [], open: null }
  const donor = { id: 7, role: 'donor' } as Person
  const shown = { isIssued: true, maker: false, recipients: [7, 8].map((id) => ({ id, name: `P${id}` })) }
  const model = (over: Partial<LoadedReleaseStanding> = {}, who = shown, returned = null as null | object) =>
    releaseStandingModel({ ...loaded, ...over }, who, donor, returned && readWithdrawal(returned), words)

  it('says nothing where nothing has happened, and asks a recipient alone whether it has come', () => {
    expect(model()).toMatchObject({ withdrawn: null, superseded: null, supersedes: null, acknowledged: null })
    expect(model().mayAcknowledge).toBe(true)
    expect(model({}, { ...shown, isIssued: false }).mayAcknowledge).toBe(false)
    expect(model({}, { ...shown, maker: true }).mayAcknowledge).toBe(false)
    expect(model({}, { ...shown, recipients: [{ id: 8, name: 'P8' }] }).mayAcknowledge).toBe(false)
  })

  it('says once that it has come, to whoever said so and to its managers', () => {
    const acknowledgements = [{ id: 7, name: 'P7', at: AT }]
    expect(model({ acknowledgements })).toMatchObject({ mayAcknowledge: false, receipts: [] })
    expect(model({ acknowledgements }).acknowledged).toMatch(/^You confirmed on 20 Jan 2022 09:00/)
    expect(model({ acknowledgements }, { ...shown, maker: true }).receipts).toEqual([
      'P7: confirmed on 20 Jan 2022 09:00',
      'P8: not confirmed yet',
    ])
  })

  it('leads to what took its place where that may be opened, and names it anyhow', () => {
    const supersededBy = { id: 4, issuedAt: AT }
    const says = 'Replaced by report No. 4, issued on 20 Jan 2022 09:00.'
    expect(model({ supersededBy }).superseded).toEqual({ says, href: '/releases/4' })
    expect(model({ supersededBy, open: new Set([4]) }).superseded).toEqual({ says, href: '/releases/4' })
    expect(model({ supersededBy, open: new Set([1]) }).superseded).toEqual({ says, href: null })
    const supersedes = { id: 2, issuedAt: AT }
    expect(model({ supersedes }).supersedes!.says).toBe('Replaces report No. 2.')
    expect(model({ supersedes }, { ...shown, isIssued: false }).supersedes!.says).toMatch(/^Once issued/)
  })

  it.each([
    [{ text: '' }, 'needs-text', 'Write why the report is withdrawn.'],
    [{ text: 'x'.repeat(501) }, 'too-long', 'The reason is too long; shorten it to 500 characters.'],
    [{ text: 'Ask on 0912 345 678' }, 'may-identify', null],
    [{ text: 'Ask on 0912 345 678', keep: 'yes' }, null, null],
    [{ text: 'A province was left out.' }, null, null],
  ])('is changed by a manager with a reason, as typed %#', (typed, problem, says) => {
    expect(readWithdrawal(typed).problem).toBe(problem)
    const { withdrawal } = model({}, { ...shown, maker: true }, typed)
    expect(withdrawal).toMatchObject({ text: typed.text, isReturned: true, isDoubted: problem === 'may-identify' })
    if (says) expect(withdrawal!.error).toBe(says)
  })

  it('is withdrawn once, by managers, after it was issued', () => {
    expect(model().withdrawal).toBeNull()
    expect(model({}, { ...shown, maker: true }).withdrawal).toMatchObject({ text: '', error: null, isReturned: false })
    expect(model({}, { ...shown, maker: true, isIssued: false }).withdrawal).toBeNull()
    const withdrawn = { at: AT, reason: 'Wrong year' }
    expect(model({ withdrawn }, { ...shown, maker: true }).withdrawal).toBeNull()
    expect(model({ withdrawn }).withdrawn).toMatchObject({ reason: 'Wrong year' })
  })
})
