import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../src/config/root.ts'
import type { Language } from '../../src/vocabulary/language.ts'

/** Words that a language's sentences do without, why, and where that holds: in all rooms, or in those named. */
const BANNED: readonly [Language, RegExp, why: string, rooms: readonly string[] | 'all'][] = [
  ['vi', /độ bao phủ|mức độ đầy đủ/i, 'mức đầy đủ: one word for coverage', 'all'],
  ['vi', /(?<!\p{L})(?:quý vị|các bạn|bạn|ông\/bà|quý khách)(?!\p{L})/iu, 'anh/chị: one form of address', 'all'],
  ['vi', /(?<!\p{L})hãy(?!\p{L})/iu, 'vui lòng, as officials write', 'all'],
  [
    'vi',
    /(?:^|[.;:,] )xin (?!lỗi|chào|cảm ơn)\p{L}/iu,
    'vui lòng: one form of asking',
    ['submissions', 'home', 'people', 'help', 'common', 'indicators', 'periods', 'releases', 'trail'],
  ],
  ['vi', /kỳ trước/i, 'lần trước: what was reported last may be older than the period before', ['submissions']],
  ['vi', /đối tượng/i, 'in police usage, suspects: người, vụ', ['submissions', 'help', 'home', 'people', 'charts']],
  ['vi', /[\d}][ \u00a0]%/, 'a percentage is written one way, as figures are: 100%', 'all'],
  ['en', /[\d}][ \u00a0]%/, 'a percentage is written one way, as figures are: 100%', 'all'],
  ['en', /\b(?:thereof|hence|whilst|shall|hereby|deem(?:ed)?|nobody away)\b/i, 'plain words', 'all'],
  [
    'en',
    /\b(?:don't|can't|won't|isn't|aren't)\b/i,
    'whole words, for those who read English as a second language',
    ['help', 'home'],
  ],
]

const roomsOf = (language: Language) =>
  readdirSync(join(root, 'src/language', language))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''))

function sentencesOf(language: Language, room: string): [key: string, text: string][] {
  const all = JSON.parse(readFileSync(join(root, 'src/language', language, `${room}.json`), 'utf8')) as object
  const within = (part: object, at: string): [string, string][] =>
    Object.entries(part).flatMap(([key, value]: [string, string | object]) =>
      typeof value === 'string' ? [[`${at}.${key}`, value] as [string, string]] : within(value, `${at}.${key}`),
    )
  return within(all, room)
}

describe('one word for one thing', () => {
  it.each(BANNED)('%s: no %s (%s)', (language, banned, _, named) => {
    const rooms = named === 'all' ? roomsOf(language) : named
    const found = rooms.flatMap((room) => sentencesOf(language, room).filter(([, text]) => banned.test(text)))
    expect(found).toEqual([])
  })

  it('is found where it stands', () => {
    const [, address] = BANNED[1]!
    expect(['Kính gửi quý vị', 'mời bạn xem', 'Ông/bà có thể'].every((text) => address.test(text))).toBe(true)
    expect(['anh/chị', 'ban hành', 'bạnn'].some((text) => address.test(text))).toBe(false)
  })
})
