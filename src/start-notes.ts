import { type Config, isLoopback } from './config/config.ts'
import { instant } from './language/format.ts'

/**
 * What whoever starts the program for real should know: from where people can sign in, which no page can tell those who can't.
 * @param holdsDemo whether the file holds made-up figures
 * @param isAnybodyThere whether anybody has an account
 */
export function productionNotes(config: Config, holdsDemo: boolean, isAnybodyThere: boolean): string[] {
  const { host, port, database, secureCookies, trustProxy } = config
  const here = `http://localhost:${port}`
  const notes: string[] = []
  if (!isAnybodyThere)
    notes.push(
      `Nobody has an account in ${database} yet. Add the first administrator: DATABASE=${database} npm run admin -- name@example.org "Full Name"`,
    )
  if (holdsDemo)
    notes.push(`${database} holds the demo, whose figures are made up. For real work, name another file with DATABASE.`)
  if (!secureCookies)
    notes.push('SECURE_COOKIES is no: passwords and sessions can be read by whoever listens on the network.')
  else if (trustProxy === false)
    notes.push(
      `People can sign in at ${here} on this machine, and at the https:// address of a proxy; at http:// from another machine nobody can.`,
      'TRUST_PROXY is no. Behind a proxy, name its address (TRUST_PROXY=127.0.0.1 when it runs on this machine): without it all visitors count as one, and who guesses passwords makes everybody wait. See docs/running.md.',
    )
  else
    notes.push(
      `People can sign in at the https:// address of the proxy (TRUST_PROXY=${trustProxy.join(',')}), and at ${here} on this machine.`,
    )
  if (secureCookies && !isLoopback(host))
    notes.push(`HOST=${host} lets other machines reach port ${port} without encryption, where nobody can sign in.`)
  return notes
}

/** @param newest when the last thing in the trail was done; null: nothing has been */
export function clockNote(now: number, newest: number | null): string[] {
  if (newest === null || newest <= now) return []
  return [
    `The clock of this machine says ${instant(now, 'en')}, but something was recorded at ${instant(newest, 'en')} (Viet Nam time). Set the clock right: what is entered now would be dated before it.`,
  ]
}
