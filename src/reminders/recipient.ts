import { may } from '../access/permissions.ts'
import type { Person } from '../access/person.ts'
import { REMINDER_KINDS, type ReminderKind } from '../vocabulary/reminder.ts'
import type { ReminderItem } from './reminder.ts'

/** Somebody who may sign in, with the kinds of which they want no e-mail. */
export type Recipient = Person & { declined: ReadonlySet<ReminderKind> }

/** One message: everything of one kind that its person is reminded of at a time. */
export type Letter = { personId: number; kind: ReminderKind; items: readonly ReminderItem[] }

/** Whether what is to be done, or known, is this person's: of a partner whoever reports for it, of what waits whoever reviews. */
export function concerns(person: Person, item: Pick<ReminderItem, 'kind' | 'partnerId'>): boolean {
  if (item.kind === 'to-approve') return may(person, 'submission.review')
  return may(person, 'submission.enter') && person.partnerIds.includes(item.partnerId)
}

/**
 * The messages that are to leave: a person a kind, without what its person was told before or does not want.
 * @param isTold whether this person was told of this occasion
 */
export function lettersFor(
  items: readonly ReminderItem[],
  people: readonly Recipient[],
  isTold: (personId: number, item: ReminderItem) => boolean,
): Letter[] {
  return people.flatMap((person) =>
    REMINDER_KINDS.filter((kind) => !person.declined.has(kind)).flatMap((kind) => {
      const own = items.filter((item) => item.kind === kind && concerns(person, item))
      const fresh = own.filter((item) => !isTold(person.id, item))
      // What waits is told of once a day: what was handed in since then waits for the next one.
      const some = kind === 'to-approve' && fresh.length < own.length ? [] : fresh
      return some.length > 0 ? [{ personId: person.id, kind, items: some }] : []
    }),
  )
}

/** Which person was told of what, as one text. */
export function toldKey(
  personId: number,
  {
    kind,
    partnerId,
    placeId,
    quarter,
    occasion,
  }: Pick<ReminderItem, 'kind' | 'partnerId' | 'placeId' | 'quarter' | 'occasion'>,
): string {
  return [personId, kind, partnerId, placeId, quarter, occasion].join('/')
}
