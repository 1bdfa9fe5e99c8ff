import type { Person } from '../../access/person.ts'
import type { MailConfig } from '../../config/mail.ts'
import type { Language } from '../../vocabulary/language.ts'
import { type MessageText, oneLine } from '../message.ts'

/** A message with all its headers. */
export type Envelope = MessageText & {
  from: { name: string; address: string }
  to: { name: string; address: string }
  /** The same at every try: a mail server that has it already may tell. */
  messageId: string
  date: Date
  headers: Readonly<Record<string, string>>
}

/**
 * Addresses a message. Machines are told that a machine wrote it, so that none answers (RFC 3834), and where its person says that no
 * more are wanted (RFC 2369).
 * @param reserved which reminder it is, and when it was reserved
 */
export function envelopeOf(
  text: MessageText,
  to: Pick<Person, 'name' | 'email'> & { language: Language },
  reserved: { id: number; reservedAt: number },
  { from, address }: Pick<MailConfig, 'from' | 'address'>,
  product: string,
  now: number,
): Envelope {
  return {
    ...text,
    from: { name: oneLine(product), address: from },
    to: { name: oneLine(to.name), address: to.email },
    messageId: `<reminder.${reserved.id}.${reserved.reservedAt}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    date: new Date(now),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Unsubscribe': `<${address}/account#reminders>`,
      'Content-Language': to.language,
    },
  }
}
