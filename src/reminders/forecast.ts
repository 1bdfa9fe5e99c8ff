import { daysLater } from '../calendar/day.ts'
import { type Letter, lettersFor, type Recipient, toldKey } from './recipient.ts'
import { type RemindableReport, type ReminderItem, remindersOn } from './reminder.ts'

/** How many days ahead are looked at, the first one included. */
export const FORECAST_DAYS = 14

/**
 * What would be sent on each of the days to come if nobody did anything. Of what waits for a reviewer only the first message is
 * told: there is one every day until it is looked at.
 * @param isTold whether a person was told of an occasion already
 */
export function forecast(
  from: string,
  given: { reports: readonly RemindableReport[]; people: readonly Recipient[]; days: number },
  isTold: (personId: number, item: ReminderItem) => boolean,
): { day: string; letters: Letter[] }[] {
  const foretold = new Set<string>()
  const known = (personId: number, item: ReminderItem) =>
    isTold(personId, item) || foretold.has(toldKey(personId, item))
  // Whoever approves is told of nothing else.
  const awaited = new Set<number>()
  return Array.from({ length: FORECAST_DAYS }, (_, nth) => daysLater(from, nth)).flatMap((day) => {
    const letters = lettersFor(remindersOn(day, given.reports, given.days), given.people, known).filter(
      ({ personId }) => !awaited.has(personId),
    )
    for (const { personId, kind, items } of letters) {
      if (kind === 'to-approve') awaited.add(personId)
      for (const item of items) foretold.add(toldKey(personId, item))
    }
    return letters.length > 0 ? [{ day, letters }] : []
  })
}
