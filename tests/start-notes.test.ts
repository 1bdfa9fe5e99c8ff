import { describe, expect, it } from 'vitest'
import type { Config } from '../src/config/config.ts'
import { linesIn } from '../src/language/terminal.ts'
import { clockNote, productionNotes } from '../src/start-notes.ts'
import { TEST_CONFIG } from './support/app.ts'

const REAL: Config = { ...TEST_CONFIG, mode: 'production', port: 3000, secureCookies: true, database: 'data/x.db' }
const notes = (over: Partial<Config> = {}, demo = false, anybody = true) =>
  linesIn(['en'], productionNotes({ ...REAL, ...over }, demo, anybody)).join('\n')

describe('what a start for real says', () => {
  it.each<[string, Partial<Config>, string[], string[]]>([
    [
      'no proxy',
      {},
      [
        'at http://localhost:3000 on this machine',
        'at http:// from another machine nobody can',
        'TRUST_PROXY=127.0.0.1',
      ],
      ['HOST=', 'SECURE_COOKIES'],
    ],
    [
      'a proxy',
      { trustProxy: ['127.0.0.1', '10.0.0.0/8'] },
      ['https:// address of the proxy (TRUST_PROXY=127.0.0.1,10.0.0.0/8)', 'http://localhost:3000'],
      ['TRUST_PROXY is no', 'nobody can'],
    ],
    ['a port open to others', { host: '0.0.0.0' }, ['HOST=0.0.0.0 lets other machines reach port 3000'], []],
    ['cookies without encryption', { secureCookies: false }, ['SECURE_COOKIES is no'], ['TRUST_PROXY', 'https']],
  ])('with %s', (_, over, says, saysNot) => {
    for (const words of says) expect(notes(over)).toContain(words)
    for (const words of saysNot) expect(notes(over)).not.toContain(words)
  })

  it('names a file that holds the demo', () => {
    expect(notes({}, true)).toContain('data/x.db holds the demo')
    expect(notes()).not.toContain('holds the demo')
  })

  it('says how the first administrator is added where nobody has an account', () => {
    expect(notes({}, false, false)).toContain('DATABASE=data/x.db npm run admin -- name@example.org "Full Name"')
    expect(notes()).not.toContain('npm run admin')
  })

  it('tells when the clock is before the last thing recorded', () => {
    const then = Date.parse('2026-11-26T10:00:00+07:00')
    expect(clockNote(then, null)).toEqual([])
    expect(clockNote(then, then)).toEqual([])
    const [note] = linesIn(['en'], clockNote(Date.parse('2015-01-01T00:05:00+07:00'), then))
    expect(note).toMatch(/clock of this machine says 1 Jan 2015 00:05, but something was recorded at 26 Nov 2026 10:00/)
  })
})
