import { Installation } from '../support/program/installation.ts'
import { IssuingRun, verifyAll } from './issuing-run.ts'

/**
 * Issues reports, and kills the program so many times at random moments meanwhile; what was not issued is issued in another try or, now and
 * then, thrown away.
 * @param random from 0 to 1
 */
export async function issuingUnderKill(kills: number, random: () => number = Math.random) {
  const installation = new Installation()
  try {
    await installation.loadDemoInUse()
    const run = new IssuingRun(
      () => installation.start(),
      () => installation.database,
    )
    await run.start()
    await run.measure(await run.draft())
    let [killed, discarded] = [0, 0]
    let report: string | null = null
    for (; killed < kills; killed++) {
      report ??= await run.draft()
      const asked = await run.ask(report)
      await run.moment(random)
      await run.kill()
      await Promise.all(asked)
      await run.start()
      if (await run.isIssued(report)) report = null
      else if (random() < 0.2) {
        await run.manager.post(`${report}/discarding`, (await run.manager.get(report)).body, {})
        discarded += 1
        report = null
      }
    }
    await run.kill()
    run.tally.wrong.push(...(await verifyAll(installation)))
    return { ...run.tally, kills: killed + 1, discarded, whole: run.whole }
  } finally {
    installation.remove()
  }
}
