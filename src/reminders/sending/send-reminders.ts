import type { Db } from '../../../db/connection.ts'
import type { MailConfig } from '../../config/mail.ts'
import { wordsFor } from '../../language/words.ts'
import { termsOf } from '../../project/store.ts'
import { record } from '../../trail/store.ts'
import type { ReminderProblem } from '../../vocabulary/reminder.ts'
import { loadItems, loadRecipients, namedItems } from '../load.ts'
import { messageText } from '../message.ts'
import { concerns, type Recipient, toldKey } from '../recipient.ts'
import type { ReminderItem } from '../reminder.ts'
import {
  begunReminders,
  type OpenReminder,
  openReminders,
  setBegun,
  setGivenUp,
  setSent,
  setWaiting,
} from '../store.ts'
import { type Envelope, envelopeOf } from './envelope.ts'
import type { HandOver } from './hand-over.ts'
import { type DeliveryOutcome, faultOfServer, nextTry } from './outcome.ts'

type Sending = { db: Db; mail: MailConfig; remindDays: number; now: () => number }

/**
 * Sends what was reserved, one message after the other. What had begun to leave when the program ended may have arrived: it is given
 * up, and not sent twice (docs/decisions/0012-reminders.md).
 * @param handOver hands one message to the mail server
 * @param isStopped whether the program is to end: no other message is begun then
 */
export async function sendReminders(sending: Sending, handOver: HandOver, isStopped: () => boolean): Promise<void> {
  const { db, now } = sending
  for (const left of begunReminders(db)) note(sending, left, 'interrupted')
  const current = currentState(sending)
  const open = openReminders(db, now())
  for (const [nth, one] of open.entries()) {
    if (isStopped()) return
    const envelope = addressed(sending, current(), one)
    const outcome = envelope
      ? await handOver(envelope, () => db.tx(() => setBegun(db, one.id, now())))
      : ('not-needed' as const)
    note(sending, one, outcome)
    const fault = faultOfServer(outcome)
    if (fault) {
      for (const other of open.slice(nth + 1)) note(sending, other, fault)
      return
    }
  }
}

/** Who may be told of what there is. */
type Current = { recipients: readonly Recipient[]; items: readonly ReminderItem[] }

/** How things stand, read anew each minute: thousands of messages take a while, in which people go on working. */
function currentState({ db, remindDays, now }: Sending): () => Current {
  let read: { at: number; state: Current } | null = null
  return () => {
    const at = now()
    if (!read || at - read.at >= 60_000)
      read = { at, state: { recipients: loadRecipients(db), items: loadItems(db, at, remindDays) } }
    return read.state
  }
}

/** The message as things stand; null when there is nothing left of it to tell, or nobody to be told. */
function addressed(
  { db, mail, now }: Sending,
  current: Current,
  { items, ...reserved }: OpenReminder,
): Envelope | null {
  const to = current.recipients.find(({ id }) => id === reserved.personId)
  if (!to || to.declined.has(reserved.kind)) return null
  const still = stillSo(to, items, current.items)
  if (still.length === 0) return null
  const words = wordsFor(to.language, termsOf(db))
  const written = { to: to.name, kind: reserved.kind, items: namedItems(db, still), address: mail.address }
  return envelopeOf(messageText(written, words), to, reserved, mail, words.t('common:product'), now())
}

/** Of what a message was about, what is so today: what waits for review is told of by the day, and may have waited longer. */
function stillSo(to: Recipient, reserved: OpenReminder['items'], today: readonly ReminderItem[]): ReminderItem[] {
  const keyOf = (item: Pick<ReminderItem, 'kind' | 'partnerId' | 'placeId' | 'quarter' | 'occasion'>) =>
    toldKey(to.id, item.kind === 'to-approve' ? { ...item, occasion: '' } : item)
  const about = new Set(reserved.map(keyOf))
  return today.filter((item) => concerns(to, item) && about.has(keyOf(item)))
}

/** Writes down what became of a try. */
function note(
  { db, now }: Sending,
  one: Pick<OpenReminder, 'id' | 'personId' | 'kind' | 'attempts'>,
  outcome: DeliveryOutcome,
): void {
  const at = now()
  const event = { at, by: null, subject: ['person', one.personId] as ['person', number] }
  db.tx(() => {
    if (outcome === 'sent') {
      setSent(db, one.id, at)
      return record(db, { ...event, verb: 'person.reminded', detail: { reminder: one.kind } })
    }
    const attempts = one.attempts + 1
    const nextAt = nextTry(outcome, attempts, at)
    if (nextAt !== null) return setWaiting(db, one.id, { attempts, nextAt, problem: outcome })
    setGivenUp(db, one.id, outcome satisfies ReminderProblem, at)
    record(db, { ...event, verb: 'person.reminder-given-up', detail: { reminder: one.kind, failure: outcome } })
  })
}
