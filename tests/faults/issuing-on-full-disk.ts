import { dirname } from 'node:path'
import { Installation } from '../support/program/installation.ts'
import { freePort } from '../support/program/port.ts'
import { IssuingRun, verifyAll } from './issuing-run.ts'
import { SmallDisk } from './small-disk.ts'

/** Room for the pilot and the reports of a long run. */
const MEGABYTES = 256

/**
 * Issues reports on a disk that becomes full so many times, at random moments meanwhile; there is room again once the page has said what
 * came of it, and then the report is issued.
 * @param random from 0 to 1
 */
export async function issuingOnFullDisk(times: number, random: () => number = Math.random) {
  const installation = new Installation()
  await installation.loadDemoInUse()
  const disk = await SmallDisk.mountedOn(dirname(installation.database), MEGABYTES)
  try {
    disk.take(installation.database)
    const begin = async () => installation.run('main.js', [], { PORT: await freePort() }, disk.under)
    const run = new IssuingRun(begin, () => disk.copyOf(installation.database, installation.folder))
    await run.start()
    await run.measure(await run.draft())
    const answers = new Map<string, number>()
    const count = (answer: string) => answers.set(answer, (answers.get(answer) ?? 0) + 1)
    for (let full = 0; full < times; full++) {
      const report = await run.draft()
      // A program that has just begun has no log of writes yet, whose room it could use again, and finds no room for one.
      if (full % 2 === 0) await run.restart()
      const asked = await run.ask(report)
      await run.moment(random)
      disk.fill()
      for (const answer of await Promise.all(asked))
        if (answer?.status !== 303) count(`answered ${answer?.status}: ${headingOf(answer?.body ?? '')}`)
      const problem = await run.outcome(report)
      count(problem ?? 'issued all the same')
      run.look()
      disk.free()
      if (problem === null) run.tally.issued += 1
      else await run.issueNow(report)
      run.look()
    }
    await run.stop()
    run.tally.wrong.push(...(await verifyAll(installation, disk.under)))
    return { ...run.tally, answers, whole: run.whole }
  } finally {
    installation.remove()
    disk.end()
  }
}

function headingOf(body: string): string {
  return (
    /<h1[^>]*>([\s\S]*?)<\/h1>[\s\S]*?<p[^>]*>([\s\S]*?)<\/p>/.exec(body)?.slice(1).join(' – ') ?? body.slice(0, 200)
  )
}
