import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../src/language/words.ts'
import type { Place } from '../../src/places/place.ts'
import { messageText, type NamedItem, oneLine } from '../../src/reminders/message.ts'
import { envelopeOf } from '../../src/reminders/sending/envelope.ts'
import { LANGUAGES } from '../../src/vocabulary/language.ts'
import { REMINDER_KINDS } from '../../src/vocabulary/reminder.ts'
import { PILOT_TERMS } from '../language/pilot-terms.ts'
import { q } from '../support/small-project.ts'

const PLACE: Place = {
  id: 2,
  slug: 'ha-tinh',
  code: '42',
  iso: null,
  level: 'province',
  depth: 1,
  parentId: null,
  name: { vi: 'Hà Tĩnh', en: 'Ha Tinh' },
  validFrom: '1991-01-01',
  validTo: null,
}
const named = (name: string) => ({
  id: 1,
  slug: 'womens-union',
  cutOffDay: null,
  names: [{ kind: 'WU', name: { vi: name, en: name }, validFrom: '2000-01-01', validTo: null }],
})
const item = (given: Partial<NamedItem> = {}): NamedItem => ({
  kind: 'overdue',
  partnerId: 1,
  placeId: 2,
  quarter: q('2021-Q4'),
  id: 354,
  dueOn: '2022-01-15',
  occasion: '2022-01-16',
  partner: named('Hội Phụ nữ'),
  place: PLACE,
  ...given,
})
const address = 'https://3p.example.org'
const words = (language: 'vi' | 'en') => wordsFor(language, PILOT_TERMS)
const MANY = Array.from({ length: 25 }, (_, nth) => item({ id: 400 + nth, quarter: q('2015-Q1') + nth }))

describe('a message', () => {
  it('reads so, in plain text', () => {
    const { subject, text } = messageText({ to: 'Lê Thị Hoa', kind: 'overdue', items: [item()], address }, words('en'))
    expect(subject).toBe('3P Tracker: report for Q4 2021 overdue')
    expect(text).toBe(
      [
        'Dear Lê Thị Hoa,',
        'This is overdue:',
        '- Q4 2021 (1 Oct 2021 – 31 Dec 2021): Hội Phụ nữ – Ha Tinh. Was due 15 Jan 2022.\n  https://3p.example.org/submissions/354',
        'Please submit it soon, or tell the project manager if something keeps you. If you have done so, please ignore this message.',
        '-- \n3P Tracker wrote this by itself; please do not reply.\nChoose which reminders you get\nhttps://3p.example.org/account#reminders',
      ].join('\n\n'),
    )
  })

  it('reads so as HTML', () => {
    const { html } = messageText({ to: 'Lê & Hoa', kind: 'returned', items: MANY.slice(0, 21), address }, words('en'))
    const [first, second, ...lines] = html.split('\n')
    expect([first, second]).toEqual([
      '<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body>',
      '<p>Dear Lê &amp; Hoa,</p>',
    ])
    const [, list, ...rest] = lines
    expect(list).toMatch(
      /^<ul><li><a href="https:\/\/3p\.example\.org\/submissions\/400">Q1 2015 \([^<]+\): Hội Phụ nữ – Ha Tinh\. [^<]+<\/a><\/li><li>/,
    )
    expect(rest).toEqual([
      '<p><a href="https://3p.example.org/reminders">And others: see all of them</a></p>',
      '<p>The reason stands in the report. To keep people safe, no values and no remarks are sent by e-mail.</p>',
      '<p><small>3P Tracker wrote this by itself; please do not reply. <a href="https://3p.example.org/account#reminders">Choose which reminders you get</a></small></p>',
      '</body></html>',
    ])
  })

  it('names a partner alone where its place says no more', () => {
    const [line] = messageText(
      { to: 'Hoa', kind: 'overdue', items: [item({ place: { ...PLACE, level: 'country', depth: 0 } })], address },
      wordsFor('en', { ...PILOT_TERMS, levels: PILOT_TERMS.levels.slice(0, 1) }),
    ).text.match(/^- .*$/m)!
    expect(line).toMatch(/: Hội Phụ nữ\. Was due/)
  })

  it.each(LANGUAGES.flatMap((language) => REMINDER_KINDS.map((kind) => [language, kind] as const)))(
    'in %s of what is %s says the same as text and as HTML, and has no number but quarters, days and links',
    (language, kind) => {
      for (const items of [[item({ kind })], [item({ kind, id: null })], MANY.map((one) => ({ ...one, kind }))]) {
        const { subject, text, html } = messageText({ to: 'Lê Thị Hoa', kind, items, address }, words(language))
        const shown = html.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, '\n')
        for (const said of [subject, text, shown]) {
          const left = said
            .replace(/https:\/\/3p\.example\.org\S*/g, '')
            .replace(/3P Tracker/g, '')
            .replace(/Quý [IV]+\/\d{4}|Q\d \d{4}/g, '')
            .replace(/\d{2}\/\d{2}\/\d{4}|\d{1,2} \w{3,4} \d{4}/g, '')
          expect(left).not.toMatch(/\d/)
        }
        const told = shown
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
        for (const line of told) expect(text).toContain(line.slice(0, 60))
        expect(
          [...html.matchAll(/href="([^"]+)"/g)].every(([, href]) => text.includes(href!.replaceAll('&amp;', '&'))),
        ).toBe(true)
      }
    },
  )

  it('names twenty reports, and leads to the others', () => {
    const { subject, text } = messageText({ to: 'Hoa', kind: 'overdue', items: MANY, address }, words('en'))
    expect(subject).toBe('3P Tracker: reports overdue')
    expect(text.match(/^- /gm)).toHaveLength(20)
    expect(text).toContain('And others: see all of them\n  https://3p.example.org/reminders\n')
    const twenty = messageText({ to: 'Hoa', kind: 'overdue', items: MANY.slice(0, 20), address }, words('en'))
    expect(twenty.text.match(/^- /gm)).toHaveLength(20)
    expect(twenty.text + twenty.html).not.toContain('/reminders"')
    expect(twenty.text).not.toContain('And others')
  })

  it('leads to where a report is begun that nobody has begun', () => {
    const { text } = messageText({ to: 'Hoa', kind: 'due', items: [item({ id: null })], address }, words('vi'))
    expect(text).toContain('/submissions/start?partner=womens-union&place=ha-tinh&quarter=2021-Q4')
  })
})

describe('a name that is no name', () => {
  const EVIL = 'Hoa\r\nBcc: all@example.org\r\n\r\n<script>alert("1")</script>\u2028&'

  it('begins no line, and is no markup', () => {
    const { subject, text, html } = messageText(
      { to: EVIL, kind: 'due', items: [item({ partner: named(EVIL) })], address },
      words('vi'),
    )
    expect(subject).not.toMatch(/[\r\n]/)
    expect(text).not.toMatch(/^(?:Bcc|<script)/m)
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;alert(&quot;')
  })

  it('stays in its header', () => {
    const text = messageText({ to: EVIL, kind: 'due', items: [item()], address }, words('vi'))
    const to = { name: EVIL, email: 'hoa@example.org', language: 'vi' as const }
    const envelope = envelopeOf(
      text,
      to,
      { id: 5, reservedAt: 99 },
      { from: 'no-reply@3p.example.org', address },
      EVIL,
      0,
    )
    expect(envelope.to).toEqual({
      name: 'Hoa Bcc: all@example.org <script>alert("1")</script> &',
      address: 'hoa@example.org',
    })
    expect(envelope.from.name).toBe(envelope.to.name)
    expect(envelope.messageId).toBe('<reminder.5.99@3p.example.org>')
    expect(envelope.headers).toEqual({
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Unsubscribe': '<https://3p.example.org/account#reminders>',
      'Content-Language': 'vi',
    })
  })

  it('is one line whatever stands in it', () => {
    expect(oneLine(' a\u0000\tb\u0085 \u2029c  d ')).toBe('a b c d')
  })
})
