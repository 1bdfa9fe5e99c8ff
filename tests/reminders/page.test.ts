import { describe, expect, it } from 'vitest'
import type { Person } from '../../src/access/person.ts'
import type { MailConfig } from '../../src/config/mail.ts'
import { wordsFor } from '../../src/language/words.ts'
import type { NamedItem } from '../../src/reminders/message.ts'
import { type RemindersState, remindersPage } from '../../src/reminders/page.ts'
import type { SentReminder } from '../../src/reminders/sending/outcome.ts'
import type { Role } from '../../src/vocabulary/access.ts'
import type { ReminderKind } from '../../src/vocabulary/reminder.ts'
import { PILOT_TERMS } from '../language/pilot-terms.ts'
import { q } from '../support/small-project.ts'

const words = wordsFor('en', PILOT_TERMS)
const AT = Date.UTC(2022, 0, 20, 2)
const reader = (role: Role): Person => ({
  ...{ id: 1, email: 'hoa@example.org', name: 'Hoa', role, language: 'en', partnerIds: [] },
})
const item = (kind: ReminderKind, id: number): NamedItem => ({
  ...{ kind, id, partnerId: 1, placeId: 2, quarter: q('2021-Q4'), dueOn: '2022-01-15', occasion: '2022-01-16' },
  partner: {
    ...{ id: 1, slug: 'union', cutOffDay: null },
    names: [{ kind: 'WU', name: { vi: 'Hội', en: 'Union' }, validFrom: '2000-01-01', validTo: null }],
  },
  place: {
    ...{ id: 2, slug: 'ha-tinh', code: '42', iso: null, level: 'province', depth: 1, parentId: null },
    ...{ name: { vi: 'Hà Tĩnh', en: 'Ha Tinh' }, validFrom: '1991-01-01', validTo: null },
  },
})
const sent = (more: Partial<SentReminder>): SentReminder => ({
  ...{ id: 1, to: 'Hoa', kind: 'overdue', reservedAt: AT, attempts: 1, nextAt: AT + 300_000 },
  ...{ sentAt: null, givenUpAt: null, problem: null },
  ...more,
})
const page = (state: Partial<RemindersState>, role: Role = 'partner', mail: MailConfig | null = {} as MailConfig) =>
  remindersPage(
    { mine: [], oversight: null, ...state },
    reader(role),
    { mail, address: 'https://3p.example.org' },
    words,
  )
const overseen = (newest: SentReminder[], mail: MailConfig | null = {} as MailConfig) =>
  page({ oversight: { days: [], more: 0, newest } }, 'administrator', mail).oversight!

describe('what somebody is reminded of', () => {
  it('stands kind by kind, each line with its way on this site, and a kind of which there is nothing not at all', () => {
    const { mine, email } = page({ mine: [item('returned', 7), item('due', 8), item('returned', 9)] })
    expect(mine?.map(({ kind, items }) => [kind, items.map(({ href }) => href)])).toEqual([
      ['due', ['/submissions/8']],
      ['returned', ['/submissions/7', '/submissions/9']],
    ])
    expect(mine![0]!.items[0]).toEqual({
      href: '/submissions/8',
      says: 'Q4 2021 (1 Oct 2021 – 31 Dec 2021): Union – Ha Tinh. Due 15 Jan 2022.',
    })
    expect(email).toBe('hoa@example.org')
  })

  it.each<[Role, boolean]>([
    ['partner', true],
    ['manager', true],
    ['donor', false],
    ['administrator', false],
  ])('a %s is reminded of something: %s', (role, isReminded) => {
    expect(page({}, role).mine).toEqual(isReminded ? [] : null)
  })

  it('says whether e-mail is sent', () => {
    expect(page({}).mailOn).toBe(true)
    expect(page({}, 'partner', null).mailOn).toBe(false)
    expect(page({}).oversight).toBeNull()
  })
})

describe('what is sent to others', () => {
  it('is foretold word for word in the language of its person, day by day', () => {
    const to = { ...reader('partner'), name: 'Mai', email: 'mai@example.org', language: 'vi' as const }
    const letter = { to: { ...to, declined: new Set<ReminderKind>() }, kind: 'due' as const, items: [item('due', 8)] }
    const oversight = { days: [{ day: '2022-01-21', letters: [letter] }], more: 3, newest: [] }
    const found = page({ oversight }, 'administrator').oversight!
    expect(found).toMatchObject({ span: 14, more: 3, sent: [], fault: null })
    expect(found.days.map(({ day }) => day)).toEqual(['21 Jan 2022'])
    const [told] = found.days[0]!.letters
    expect(told).toMatchObject({ to: 'Mai', email: 'mai@example.org', language: 'vi' })
    expect(told!.subject).toMatch(/^3P Tracker: .*Quý IV\/2021/)
    expect(told!.text).toContain('Mai')
    expect(told!.text).toContain('Hà Tĩnh')
    expect(told!.text).toContain('https://3p.example.org/submissions/8')
  })

  it.each<[string, Partial<SentReminder>, string, boolean]>([
    ['sent', { sentAt: AT }, 'Sent 20 Jan 2022 09:00', false],
    ['sent at a second try', { sentAt: AT, problem: 'unreachable' }, 'Sent 20 Jan 2022 09:00', false],
    ['not tried yet', {}, 'About to be sent', false],
    [
      'tried in vain',
      { problem: 'refused-for-now' },
      'Not sent yet: the mail server asked to try later. Next try 20 Jan 2022 09:05',
      true,
    ],
    ['given up', { problem: 'refused', givenUpAt: AT }, 'Given up: the mail server refused it', true],
    [
      'no longer needed',
      { problem: 'not-needed', givenUpAt: AT },
      'Not sent: it has been done, or its person does not want this kind',
      false,
    ],
  ])('is told as it stands: %s', (_, more, stands, failed) => {
    expect(overseen([sent(more)]).sent).toEqual([
      { to: 'Hoa', about: 'overdue', reserved: '20 Jan 2022 09:00', stands, failed },
    ])
  })

  it.each<[string, Partial<SentReminder>[], RegExp | null]>([
    ['the newest that waits met', [{ problem: 'unreachable' }], /SMTP_HOST/],
    [
      'the newest met, whatever those before it met',
      [{ problem: 'refused-for-now' }, { problem: 'unreachable' }],
      null,
    ],
    ['one met before something that is only about to be sent', [{}, { problem: 'login-refused' }], /SMTP_USER/],
    ['one met that was sent since', [{ sentAt: AT, problem: 'unreachable' }], null],
    ['one met that was given up', [{ givenUpAt: AT, problem: 'unreachable' }], null],
    ['nobody met', [{}], null],
    ['nobody met, since nothing was sent', [], null],
  ])('says what has to be mended: what %s', (_, newest, expected) => {
    const { fault } = overseen(newest.map(sent))
    if (expected === null) expect(fault).toBeNull()
    else expect(fault).toMatch(expected)
  })

  it('says nothing of a server where there is none', () => {
    expect(overseen([sent({ problem: 'unreachable' })], null).fault).toBeNull()
  })
})
