import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { testApp } from '../support/app.ts'
import { serve } from '../support/browser.ts'
import { DEMO_NOW, demoDb, personaId } from '../support/demo.ts'
import { RemoteVisitor } from '../support/program/remote-visitor.ts'

/**
 * `npm run lighthouse [-- RUNS]`: what Lighthouse says of the four pages that are opened most, the best of some runs. It is heavy, so it
 * is no dependency: npx fetches it. Its network and processor are simulated from what it sees, so that a machine that is busy with other
 * things makes *performance* worse than it is: only the best of several runs, on a quiet one, says anything.
 */
const LIGHTHOUSE = 'lighthouse@12.8.2'
const CHROMIUM = process.env.CHROME_PATH ?? '/usr/bin/chromium'
const GOAL = 98
const runs = Number(process.argv[2] ?? 3)
const execute = promisify(execFile)

type Report = {
  categories: Record<string, { title: string; score: number; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { score: number | null; displayValue?: string }>
}

const db = demoDb()
const app = await testApp(db, () => DEMO_NOW)
const address = await serve(app)
/** A report that somebody of the demo can fill in. */
const [partner, report] = db.$client
  .prepare(
    `select person.email, submission.id from submission join person_scope using (partner_id)
     join person on person.id = person_scope.person_id where submission.state in ('draft', 'returned') order by 2 limit 1`,
  )
  .raw()
  .get() as [string, number]
const pages: readonly [who: string | null, url: string][] = [
  [null, '/sign-in'],
  ['iom.manager@example.org', '/overview'],
  ['iom.manager@example.org', '/indicators/V3'],
  [partner, `/submissions/${report}`],
]
for (const [who, url] of pages) {
  const cookie = who === null ? '' : await cookieOf(who)
  const reports: Report[] = []
  for (let nth = 0; nth < runs; nth++) reports.push(await reportOn(url, cookie))
  const best = reports.reduce((one, other) => (pointsOf(other) > pointsOf(one) ? other : one))
  const scores = Object.values(best.categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`)
  console.log(`${url}: ${scores.join(' · ')}${isReached(best) ? '' : ` – short of ${GOAL}`}`)
  for (const loss of lossesOf(best)) console.log(`  ${loss}`)
}
await app.close()

async function cookieOf(email: string): Promise<string> {
  const visitor = new RemoteVisitor(address)
  const door = await visitor.get('/sign-in')
  await visitor.post('/sign-in/persona', door.body, { person: String(personaId(db, email)) })
  return visitor.cookie
}

/** On a busy machine Chromium sometimes starts too late to be measured: then it is asked again. */
async function reportOn(url: string, cookie: string, triesLeft = 3): Promise<Report> {
  const flags = ['--quiet', '--output=json', '--chrome-flags=--headless=new --no-sandbox --disable-gpu']
  const headers = `--extra-headers=${JSON.stringify({ Cookie: cookie })}`
  try {
    const { stdout } = await execute('npx', ['--yes', LIGHTHOUSE, address + url, ...flags, headers], {
      env: { ...process.env, CHROME_PATH: CHROMIUM },
      maxBuffer: 64 * 1024 * 1024,
    })
    return JSON.parse(stdout) as Report
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim() || String(error)
    if (triesLeft === 1) throw new Error(`Lighthouse could not measure ${url}. ${said}`)
    return reportOn(url, cookie, triesLeft - 1)
  }
}

function pointsOf({ categories }: Report): number {
  return Object.values(categories).reduce((sum, { score }) => sum + score, 0)
}

function isReached({ categories }: Report): boolean {
  return Object.values(categories).every(({ score }) => Math.round(score * 100) >= GOAL)
}

/** What costs points, as Lighthouse calls it. */
function lossesOf({ categories, audits }: Report): string[] {
  return Object.values(categories).flatMap(({ title, auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const { score, displayValue = '' } = audits[id]!
      return weight > 0 && score !== null && score < 1 ? [`${title}: ${id} ${displayValue} (${score})`] : []
    }),
  )
}
