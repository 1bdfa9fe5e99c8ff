import { type Config, type ConfigProblem, isLoopback } from './config/config.ts'
import { instant } from './language/format.ts'
import type { TerminalLine } from './language/terminal.ts'

/**
 * What whoever starts the program for real should know: from where people can sign in, which no page can tell those who can't.
 * @param holdsDemo whether the file holds made-up figures
 * @param isAnybodyThere whether anybody has an account
 */
export function productionNotes(config: Config, holdsDemo: boolean, isAnybodyThere: boolean): TerminalLine[] {
  const { host, port, database: file, secureCookies, trustProxy } = config
  const here = `http://localhost:${port}`
  const notes: TerminalLine[] = []
  if (!isAnybodyThere) notes.push(({ t }) => t('common:terminal.start.nobody', { file }))
  if (holdsDemo) notes.push(({ t }) => t('common:terminal.start.holds-demo', { file }))
  if (!secureCookies) notes.push(({ t }) => t('common:terminal.start.insecure'))
  else if (trustProxy === false)
    notes.push(
      ({ t }) => t('common:terminal.start.no-proxy', { here }),
      ({ t }) => t('common:terminal.start.trust-proxy'),
    )
  else notes.push(({ t }) => t('common:terminal.start.proxy', { proxies: trustProxy.join(','), here }))
  if (secureCookies && !isLoopback(host)) notes.push(({ t }) => t('common:terminal.start.open-port', { host, port }))
  return notes
}

/** @param newest when the last thing in the trail was done; null: nothing has been */
export function clockNote(now: number, newest: number | null): TerminalLine[] {
  if (newest === null || newest <= now) return []
  return [
    ({ t, language }) =>
      t('common:terminal.start.clock', { now: instant(now, language), newest: instant(newest, language) }),
  ]
}

/** What each wrong variable must be, and is. */
export function configProblems(problems: readonly ConfigProblem[]): TerminalLine[] {
  return problems.map((problem) => ({ t }) => {
    if ('demoOpenTo' in problem) return t('common:terminal.config.demo-open', { given: problem.demoOpenTo })
    if ('openMailTo' in problem) return t('common:terminal.config.mail-open', { given: problem.openMailTo })
    const { variable } = problem
    const must = t(`common:terminal.config.must.${variable}`)
    return 'given' in problem
      ? t('common:terminal.config.wrong', { variable, must, given: problem.given })
      : t('common:terminal.config.wrong-secret', { variable, must })
  })
}
