import type { Db } from '../db/connection.ts'
import { readConfig } from './config/config.ts'
import { root } from './config/root.ts'
import { loadDemo } from './demo.ts'
import { auditFigures } from './figures/audit/audit-figures.ts'
import { auditTally } from './figures/tally/audit-store.ts'
import { rebuildTally } from './figures/tally/rebuild.ts'
import { addPerson } from './people/add-person.ts'
import { hashPassword, newPassword } from './people/password.ts'
import { identity, type Taken } from './people/person.ts'
import { openOrExplain } from './start.ts'

const COMMANDS: Record<string, (db: Db, given: string[]) => Promise<string[]>> = {
  admin: addAdministrator,
  demo: async (db) => [await loadDemo(db, Date.now())],
  'audit-figures': async (db) => {
    const { compared, differences } = auditFigures(db, Date.now())
    if (differences.length > 0) process.exitCode = 1
    return [...differences.map(String), `${compared} figures computed twice, ${differences.length} differ.`]
  },
  tally: async (db) => {
    rebuildTally(db)
    const differences = auditTally(db)
    if (differences.length > 0) process.exitCode = 1
    return [`The tally is rebuilt; ${differences.length} of its rows differ from the approved values.`]
  },
}

const TAKEN: Record<Taken, (person: { email: string; name: string }) => string> = {
  email: ({ email }) => `${email} is known already. An administrator can give a new password on the People page.`,
  name: ({ name }) => `Somebody is called ${name} already. Add what tells them apart, such as their office.`,
}

await run(process.argv.slice(2))

async function run([name, ...given]: string[]): Promise<void> {
  const command = COMMANDS[name ?? '']
  if (!command) return fail(`Commands: ${Object.keys(COMMANDS).join(', ')}.`)
  const read = readConfig(process.env, root)
  if ('problems' in read) return read.problems.forEach(fail)
  const db = openOrExplain(read.config.database)
  if (!db) return
  try {
    for (const line of await command(db, given)) console.log(line)
  } finally {
    db.$client.close()
  }
}

/** The first administrator of a new installation: `npm run admin -- name@example.org "Full Name"`. */
async function addAdministrator(db: Db, [email, ...names]: string[]): Promise<string[]> {
  const read = identity.safeParse({ email: email ?? '', name: names.join(' ') })
  if (!read.success) {
    process.exitCode = 1
    return ['Say who: npm run admin -- name@example.org "Full Name"']
  }
  const password = newPassword()
  const fields = { ...read.data, role: 'administrator', language: 'vi', partnerIds: [] } as const
  const added = { ...fields, partnerIds: [], passwordHash: await hashPassword(password) }
  const answer = addPerson(db, null, added, Date.now())
  if ('taken' in answer) {
    process.exitCode = 1
    return [TAKEN[answer.taken](added)]
  }
  return [`Administrator ${added.email} is added. The password, shown this once: ${password}`]
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
