import type { Db } from '../db/connection.ts'
import { DEMOS, type Demo, type DemoName, invitedAddresses, personas } from '../fixtures/demos.ts'
import { rebuildTally } from './figures/tally/rebuild.ts'
import type { TerminalLine } from './language/terminal.ts'
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
): Promise<{ signIns: TerminalLine[] } | { refused: TerminalLine[] }> {
  if (belongsToOrganisation(fileHistory(db, invitedAddresses()))) return { refused: refusal(db.$client.name) }
  const demo = DEMOS[name ?? 'pilot']
  const held = projectCard(db)
  if (held && name && held.code !== demo.code())
    return {
      refused: [({ t }) => t('common:terminal.demo.holds-another', { file: db.$client.name, code: held.code, name })],
    }
  if (held) {
    noteOpening(db, 'demo', now)
    return { signIns: [({ t }) => t('common:terminal.demo.again')] }
  }
  return { signIns: await loadInto(db, demo, now) }
}

async function loadInto(db: Db, demo: Demo, now: number): Promise<TerminalLine[]> {
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
  return [
    ({ t, of }) => t('common:terminal.demo.loaded', { project: of(demo.called) }),
    ...invited.map(({ email, role, name }) => `  ${email.padEnd(widest)}  ${passwords.get(email)}  ${role}, ${name}`),
  ]
}

function refusal(file: string): TerminalLine[] {
  return [
    ({ t }) => t('common:terminal.demo.belongs', { file }),
    ({ t }) => t('common:terminal.demo.not-opened'),
    ({ t }) => t('common:terminal.demo.instead'),
  ]
}
