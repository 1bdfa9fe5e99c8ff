import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../src/config/root.ts'
import { iatiData } from '../../../src/framework/lists/project/iati.ts'
import { readIdentity, type TypedIdentity, typedIdentity } from '../../../src/framework/publish/form.ts'
import { publishPage } from '../../../src/framework/publish/page.ts'
import { identityMark, partsSaidOtherwise } from '../../../src/framework/publish/said-identity.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { type IatiIdentity, MOST_IATI_ROWS } from '../../../src/project/iati.ts'

const PILOT = iatiData.parse(JSON.parse(readFileSync(join(root, 'fixtures/pilot/project.json'), 'utf8')).iati)
const SAID: IatiIdentity = {
  ...PILOT,
  otherIdentifiers: [{ ref: 'OWN-1', type: 'A1' }],
  sectors: [
    { code: '15160', percentage: 33.33 },
    { code: '15180', percentage: 66.67 },
  ],
}
const typed = (over: TypedIdentity = {}) => ({ ...typedIdentity(SAID, ','), ...over })
const errorsOf = (over: TypedIdentity) => {
  const read = readIdentity(typed(over))
  return 'errors' in read ? read.errors : {}
}
const [needs, bad] = ['settings:iati.needs', 'settings:iati.bad'] as const

describe('the form of how a project is published', () => {
  it.each(['.', ','] as const)('shows what is said and reads the same back, with %j before decimals', (sign) => {
    const shown = typedIdentity(SAID, sign)
    expect(shown['sectors-0-percentage']).toBe(`33${sign}33`)
    expect(readIdentity({ ...shown, seen: 'mark' })).toEqual({ typed: shown, seen: 'mark', identity: SAID })
  })

  it('leaves out rows of which nothing is typed, wherever they stand, and blanks around what is', () => {
    const first = Object.keys(typed()).filter((name) => name.startsWith('organisations-0-'))
    const read = readIdentity({
      ...typed(Object.fromEntries(first.map((name) => [name, ' ']))),
      identifier: ` ${SAID.identifier} `,
      country: ' vn ',
    })
    expect(read).toMatchObject({ identity: { ...SAID, organisations: SAID.organisations.slice(1) } })
  })

  it.each([undefined, null, 'x', {}, { identifier: ['', ''] }])(
    'says what is missing, whatever is sent: %j',
    (body) => {
      const read = readIdentity(body)
      expect('errors' in read && read.errors).toMatchObject({
        identifier: `${needs}.identifier`,
        country: `${needs}.country`,
        'reporting-ref': `${needs}.ref`,
        'reporting-type': `${needs}.type`,
        'reporting-name-vi': `${needs}.name`,
        'reporting-name-en': `${needs}.name`,
        'description-vi': `${needs}.description`,
        'description-en': `${needs}.description`,
        'organisations-0-role': `${needs}.organisations`,
        'sectors-0-code': `${needs}.sectors`,
      })
    },
  )

  it.each<[string, string, string]>([
    ['identifier', 'XM-DAC-1-TMSV', `${bad}.identifier`],
    ['identifier', `${SAID.reporting.ref}-`, ''],
    ...['/', '&', '|', '?', ' '].map((sign): [string, string, string] => [
      'identifier',
      `${SAID.identifier}${sign}1`,
      `${bad}.identifier`,
    ]),
    ['identifier', `${SAID.identifier}${'1'.repeat(200)}`, `${bad}.identifier`],
    ['reporting-ref', '47066', `${bad}.ref`],
    ['reporting-ref', 'xm-DAC-47066', `${bad}.ref`],
    ['reporting-type', '99', `${needs}.type`],
    ['reporting-name-vi', 'x'.repeat(501), `${bad}.name`],
    ['organisations-1-ref', 'XM-DAC', `${bad}.ref`],
    ['organisations-1-ref', '', ''],
    ['organisations-1-role', '', `${needs}.role`],
    ['organisations-1-type', '', `${needs}.type`],
    ['organisations-1-name-en', ' ', `${needs}.name`],
    ['otherIdentifiers-0-ref', '', `${needs}.number`],
    ['otherIdentifiers-0-ref', 'A B', `${bad}.number`],
    ['otherIdentifiers-0-type', 'A7', `${needs}.number-type`],
    ['country', 'ZZ', `${bad}.country`],
    ['country', 'Viet Nam', `${bad}.country`],
    ['sectors-0-code', '1516', `${bad}.code`],
    ['sectors-0-percentage', '', `${bad}.percentage`],
    ['sectors-0-percentage', '0', `${bad}.percentage`],
    ['sectors-0-percentage', '101', `${bad}.percentage`],
    ['sectors-0-percentage', '33,333', `${bad}.percentage`],
    ['sectors-0-percentage', '1e1', `${bad}.percentage`],
    ['sectors-0-percentage', '33.33', ''],
    ['description-vi', 'x'.repeat(5001), `${bad}.description`],
  ])('of %s %j says %j', (name, text, sentence) => {
    expect(errorsOf({ [name]: text })[name] ?? '').toBe(sentence)
  })

  it('names the first sector where shares are no whole, and the row as it stands where one before it is left empty', () => {
    expect(errorsOf({ 'sectors-1-percentage': '66,66' })).toEqual({ 'sectors-0-code': `${bad}.sum` })
    const emptied = { 'sectors-0-code': '', 'sectors-0-percentage': '', 'sectors-1-code': 'x' }
    expect(errorsOf({ ...emptied, 'sectors-1-percentage': '100' })).toEqual({ 'sectors-1-code': `${bad}.code` })
  })

  it('looks at a hundred rows of a list, and no more', () => {
    const many = Object.fromEntries(
      Array.from({ length: MOST_IATI_ROWS + 5 }, (_, row) => [`sectors-${row}-code`, String(row)]),
    )
    expect(Object.keys(readIdentity(many).typed).filter((name) => name.endsWith('-code'))).toHaveLength(MOST_IATI_ROWS)
  })
})

describe('the page of how a project is published', () => {
  const words = wordsFor('en')
  const legends = (page: ReturnType<typeof publishPage>) =>
    page.sections.map(({ groups }) => groups.map(({ legend }) => legend).filter(Boolean).length)
  const nothing = { said: null, isIssued: false }

  it('has one empty row more than are filled, two for who takes part where nothing is said', () => {
    expect(legends(publishPage(nothing, null, words))).toEqual([0, 0, 2, 1, 1])
    const said = publishPage({ said: SAID, isIssued: false }, null, words)
    expect(legends(said)).toEqual([0, 0, SAID.organisations.length + 1, 3, 2])
  })

  it('keeps the mark of what its form was made of until whoever sent it has been told of another', () => {
    const returned = { typed: typed(), seen: 'before', errors: {}, problem: null }
    const state = { said: SAID, isIssued: false }
    expect(publishPage(state, null, words).seen).toBe(identityMark(SAID))
    expect(publishPage(state, returned, words).seen).toBe('before')
    expect(publishPage(state, { ...returned, problem: 'settings:iati.overtaken' }, words).seen).toBe(identityMark(SAID))
  })

  it('has a mark of every saying, and names the parts that are said otherwise', () => {
    expect(new Set([null, SAID, PILOT].map(identityMark)).size).toBe(3)
    expect(partsSaidOtherwise(PILOT, SAID).sort()).toEqual(['otherIdentifiers', 'sectors'])
    expect(partsSaidOtherwise(SAID, SAID)).toEqual([])
  })
})
