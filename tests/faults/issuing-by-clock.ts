import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Installation } from '../support/program/installation.ts'
import { IssuingRun, verifyAll } from './issuing-run.ts'

const DAY = 86_400_000

/**
 * Issues reports while the clock goes back so many times, by a second to three days, at random moments; it is right again once the page has
 * said what came of it, and then the report is issued.
 * @param random from 0 to 1
 */
export async function issuingByClock(times: number, random: () => number = Math.random) {
  const installation = new Installation()
  const offset = join(installation.folder, 'offset')
  const set = (ms: number) => writeFileSync(offset, String(ms))
  set(0)
  const skewed = `--import=${pathToFileURL(join(import.meta.dirname, 'skewed-clock.mjs')).href}`
  try {
    await installation.loadDemoInUse()
    const run = new IssuingRun(
      () => installation.start({ CLOCK_OFFSET: offset, NODE_OPTIONS: skewed }),
      () => installation.database,
    )
    await run.start()
    await run.measure(await run.draft())
    const answers = new Map<string, number>()
    const count = (answer: string) => answers.set(answer, (answers.get(answer) ?? 0) + 1)
    for (let back = 0; back < times; back++) {
      const report = await run.draft()
      const asked = await run.ask(report)
      await run.moment(random)
      set(-Math.round(1000 + random() ** 4 * 3 * DAY))
      await Promise.all(asked)
      const problem = await run.outcome(report)
      count(problem ?? 'issued all the same')
      run.look()
      set(0)
      if (problem === null) run.tally.issued += 1
      else await run.issueNow(report)
      run.look()
    }
    await run.kill()
    run.tally.wrong.push(...(await verifyAll(installation)))
    return { ...run.tally, answers, whole: run.whole }
  } finally {
    installation.remove()
  }
}
