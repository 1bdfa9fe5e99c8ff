import type { Db } from '../db/connection.ts'
import { DEMOS, type Demo, type DemoName, invitedAddresses, personas } from '../fixtures/demos.ts'
import { rebuildTally } from './figures/tally/rebuild.ts'
import { hashPassword, newPassword } from './people/password.ts'
import { belongsToOrganisation } from './project/opening.ts'
import { fileHistory, noteOpening } from './project/opening-store.ts'
import { projectCard } from './project/store.ts'

/**
 * Loads the project of a demo into a file that holds none. Passwords are made anew each time and exist in readable form only
 * in what is returned, for the terminal. A file that an organisation works with is left as it is: made-up figures can't be
 * taken out of it again, and in the demo anybody signs in as anybody.
 * @param name of the demo; absent: the pilot, or whatever demo the file holds
 * @returns what to print about signing in, or why this file is no demo, or not this one
 */
export async function loadDemo(
  db: Db,
  now: number,
  name?: DemoName,
): Promise<{ signIns: string } | { refused: string }> {
  if (belongsToOrganisation(fileHistory(db, invitedAddresses()))) return { refused: refusal(db.$client.name) }
  const demo = DEMOS[name ?? 'pilot']
  const held = projectCard(db)
  if (held && name && held.code !== demo.code())
    return { refused: `The database ${db.$client.name} holds the project ${held.code} already. ${anotherFile(name)}` }
  if (held) {
    noteOpening(db, 'demo', now)
    return { signIns: 'Sign in with one click on the sign-in page. The passwords were printed at the first start.\n' }
  }
  return { signIns: await loadInto(db, demo, now) }
}

async function loadInto(db: Db, demo: Demo, now: number): Promise<string> {
  const invited = personas(demo)
  const passwords = new Map(invited.map((persona) => [persona.email, newPassword()]))
  const hashes = new Map<string, string>()
  for (const [email, password] of passwords) hashes.set(email, await hashPassword(password))
  db.tx(() => {
    noteOpening(db, 'demo', now)
    demo.load(db, { now, passwordHash: (email) => hashes.get(email)! })
  })
  rebuildTally(db)
  const widest = Math.max(...invited.map((persona) => persona.email.length))
  const lines = invited.map((persona) => {
    return `  ${persona.email.padEnd(widest)}  ${passwords.get(persona.email)}  ${persona.role}, ${persona.name}`
  })
  return [
    `The ${demo.called} is loaded; its values are illustrative. Sign in with one click on the sign-in page, or with:`,
    ...lines,
    '',
  ].join('\n')
}

function anotherFile(name: DemoName): string {
  return `Name another file: DATABASE=data/${name}.db npm run demo -- ${name}`
}

function refusal(file: string): string {
  return [
    `The database ${file} belongs to an organisation: it holds real people, or was opened with MODE=production.`,
    'In the demo anybody signs in as anybody, so it is not opened, and no made-up figure was put into it.',
    'To work with it: MODE=production npm start. To see the demo: name another file, DATABASE=data/demo.db npm start.',
  ].join('\n')
}
