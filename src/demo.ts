import type { Db } from '../db/connection.ts'
import { loadPilot, personas } from '../fixtures/load.ts'
import { rebuildTally } from './figures/tally/rebuild.ts'
import { hashPassword, newPassword } from './people/password.ts'
import { projectCard } from './project/store.ts'

/**
 * Loads the pilot project into a file that holds none. Passwords are made anew each time and exist in readable form only
 * in what is returned, for the terminal.
 * @returns what to print about signing in
 */
export async function loadDemo(db: Db, now: number): Promise<string> {
  if (projectCard(db))
    return 'Sign in with one click on the sign-in page. The passwords were printed at the first start.\n'
  const invited = personas()
  const passwords = new Map(invited.map((persona) => [persona.email, newPassword()]))
  const hashes = new Map<string, string>()
  for (const [email, password] of passwords) hashes.set(email, await hashPassword(password))
  loadPilot(db, { now, passwordHash: (email) => hashes.get(email)! })
  rebuildTally(db)
  const widest = Math.max(...invited.map((persona) => persona.email.length))
  const lines = invited.map((persona) => {
    return `  ${persona.email.padEnd(widest)}  ${passwords.get(persona.email)}  ${persona.role}, ${persona.name}`
  })
  return [
    'The pilot project is loaded; its values are illustrative. Sign in with one click on the sign-in page, or with:',
    ...lines,
    '',
  ].join('\n')
}
