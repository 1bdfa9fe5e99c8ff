/* One look of the program at what there is to remind of, as a process that can be killed: DATABASE, port of the mail server, clock. */

import { open } from '../../db/open.ts'
import { MIGRATIONS } from '../../src/open-database.ts'
import { smtp } from '../../src/reminders/sending/hand-over.ts'
import { reserveReminders } from '../../src/reminders/sending/reserve-reminders.ts'
import { sendReminders } from '../../src/reminders/sending/send-reminders.ts'
import { PLAIN_MAIL } from './mail-server.ts'

const [file, port, clock] = process.argv.slice(2)
const db = open(file!, MIGRATIONS)
const mail = { ...PLAIN_MAIL, port: Number(port) }
const now = () => Number(clock)
reserveReminders(db, 7, now())
await sendReminders({ db, mail, remindDays: 7, now }, smtp(mail), () => false)
db.$client.close()
