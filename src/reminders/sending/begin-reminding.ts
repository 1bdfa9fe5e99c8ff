import { clockAt } from '../../calendar/day.ts'
import type { App, AppContext } from '../../web/context.ts'
import { smtp } from './hand-over.ts'
import { reserveReminders } from './reserve-reminders.ts'
import { sendReminders } from './send-reminders.ts'

/** ms between two looks at what there is to remind of. */
const EVERY = 5 * 60_000
/** Nobody is written to at night: from the first of these times to the second, in Viet Nam. */
const HOURS = { from: '07:00', to: '19:00' }
const JOB = 'reminders'

/** Reminds beside requests, in a rhythm of its own, as long as the program listens; never where no mail server is named. */
export function beginReminding(app: App, context: AppContext): void {
  if (context.config.mail === null) return
  let timer: NodeJS.Timeout | undefined
  app.addHook('onListen', async () => {
    const look = () => remindNow(context)
    timer = setInterval(look, EVERY).unref()
    look()
  })
  app.addHook('onClose', async () => clearInterval(timer))
}

/** One look; nothing at night, nothing while the last one is still at it, nothing in a damaged file. */
export function remindNow({ db, config: { mail, remindDays }, now, jobs }: AppContext): void {
  const { time } = clockAt(now())
  const isNight = time < HOURS.from || time >= HOURS.to
  if (mail === null || isNight || db.isDamaged() || jobs.progressOf(JOB) !== null) return
  jobs.start(JOB, async (job) => {
    reserveReminders(db, remindDays, now())
    await sendReminders({ db, mail, remindDays, now }, smtp(mail), () => job.stopped)
  })
}
