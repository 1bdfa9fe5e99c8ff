import type { Person } from '../access/person.ts'
import type { MailConfig } from '../config/mail.ts'
import { day as dayName, instant } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import { reminderKindsOf } from '../people/reminders/kinds.ts'
import type { ReminderKind } from '../vocabulary/reminder.ts'
import { FORECAST_DAYS } from './forecast.ts'
import { lineOf, messageText, type NamedItem } from './message.ts'
import type { Letter, Recipient } from './recipient.ts'
import { faultOfServer, type SentReminder } from './sending/outcome.ts'

/** A message as it would leave, with what it names. */
export type ForetoldLetter = { to: Recipient; kind: Letter['kind']; items: NamedItem[] }

/** What the page of reminders is drawn from. */
export type RemindersState = {
  mine: NamedItem[]
  /** What is sent to others, for those who look after it. */
  oversight: {
    days: { day: string; letters: ForetoldLetter[] }[]
    /** How many more there would be than are shown. */
    more: number
    newest: SentReminder[]
  } | null
}

type Sent = { to: string; about: string; reserved: string; stands: string; failed: boolean }
type Foretold = { to: string; email: string; subject: string; text: string; language: string }

export type RemindersModel = {
  /** null: this person is reminded of nothing. */
  mine: { kind: ReminderKind; items: { href: string; says: string }[] }[] | null
  mailOn: boolean
  email: string
  oversight: {
    span: number
    days: { day: string; letters: Foretold[] }[]
    more: number
    sent: Sent[]
    /** What somebody has to mend before anything is sent. */
    fault: string | null
  } | null
}

declare module '../web/views/models.ts' {
  interface Views {
    'reminders/reminders': RemindersModel
  }
  interface Parts {
    'reminders/oversight': { oversight: NonNullable<RemindersModel['oversight']>; mailOn: boolean }
  }
}

/**
 * What there is to do or to know, the same whether it is sent by e-mail or not; and for those who look after it, what is sent to whom
 * and when, word for word before it leaves.
 * @param address where links of messages lead
 */
export function remindersPage(
  { mine, oversight }: RemindersState,
  reader: Person,
  { mail, address }: { mail: MailConfig | null; address: string },
  words: Words,
): RemindersModel {
  const kinds = reminderKindsOf(reader.role)
  return {
    mine:
      kinds.length === 0
        ? null
        : kinds
            .map((kind) => ({
              kind,
              items: mine.filter((item) => item.kind === kind).map((item) => mineOf(item, words)),
            }))
            .filter(({ items }) => items.length > 0),
    mailOn: mail !== null,
    email: reader.email,
    oversight: oversight && {
      span: FORECAST_DAYS,
      days: oversight.days.map(({ day, letters }) => ({
        day: dayName(day, words.language),
        letters: letters.map((letter) => foretold(letter, address, words)),
      })),
      more: oversight.more,
      sent: oversight.newest.map((one) => sentOf(one, words)),
      fault: mail && faultOf(oversight.newest, words),
    },
  }
}

function mineOf(item: NamedItem, words: Words): { href: string; says: string } {
  const { href, says } = lineOf(item, '', words)
  return { href, says }
}

/** As its person will read it, in their language. */
function foretold({ to, kind, items }: ForetoldLetter, address: string, words: Words): Foretold {
  const { subject, text } = messageText({ to: to.name, kind, items, address }, words.in(to.language))
  return { to: to.name, email: to.email, subject, text, language: to.language }
}

function sentOf(one: SentReminder, words: Words): Sent {
  const { t, language } = words
  const row = { to: one.to, about: t(`home:reminders.kind.${one.kind}`), reserved: instant(one.reservedAt, language) }
  const why = one.problem && t(`trail:failure.${one.problem}`)
  if (one.sentAt !== null)
    return { ...row, stands: t('home:reminders.sent.at', { at: instant(one.sentAt, language) }), failed: false }
  if (why === null) return { ...row, stands: t('home:reminders.sent.waiting'), failed: false }
  if (one.problem === 'not-needed') return { ...row, stands: t('home:reminders.sent.not-needed'), failed: false }
  if (one.givenUpAt !== null) return { ...row, stands: t('home:reminders.sent.given-up', { why }), failed: true }
  return { ...row, stands: t('home:reminders.sent.again', { why, at: instant(one.nextAt, language) }), failed: true }
}

/** What the newest try met, where it is a fault of the server or of what it was told, and what to do about it. */
function faultOf(newest: readonly SentReminder[], { t }: Words): string | null {
  const [waiting] = newest.filter(({ sentAt, givenUpAt, problem }) => sentAt === null && givenUpAt === null && problem)
  const problem = faultOfServer(waiting?.problem)
  return problem ? t(`home:reminders.fault.${problem}`) : null
}
