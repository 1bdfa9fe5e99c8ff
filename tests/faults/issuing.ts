import { issuingByClock } from './issuing-by-clock.ts'
import { issuingOnFullDisk } from './issuing-on-full-disk.ts'
import { issuingUnderKill } from './issuing-under-kill.ts'

/**
 * `npm run faults:issuing`: two managers issue reports at the same moment, in a program that is killed with `kill -9` at random moments
 * meanwhile. `-- disk`: on a disk that becomes full. `-- clock`: while the clock goes back. A number after it: so many times.
 */
const given = process.argv.slice(2)
const times = Number(given.find((one) => /^\d+$/.test(one)) ?? 30)
const undisturbed = (ms: number) => `issuing takes ${Math.round(ms)} ms undisturbed`

function report(drafted: number, issued: number, what: string, wrong: readonly string[]): void {
  console.log(`${drafted} reports drafted, ${issued} issued, ${what}`)
  console.log(`half issued, damaged, other than issued, or numbered as another: ${wrong.length}`)
  for (const one of wrong) console.log(`  ${one}`)
  process.exitCode = wrong.length === 0 ? 0 : 1
}

if (given.includes('disk') || given.includes('clock')) {
  const isDisk = given.includes('disk')
  const { drafted, issued, answers, whole, wrong } = await (isDisk ? issuingOnFullDisk : issuingByClock)(times)
  report(
    drafted,
    issued,
    `${times} times the ${isDisk ? 'disk was full' : 'clock went back'} (${undisturbed(whole)})`,
    wrong,
  )
  for (const [answer, count] of answers) console.log(`${count} × ${answer}`)
} else {
  const { drafted, issued, discarded, kills, whole, wrong } = await issuingUnderKill(times)
  report(drafted, issued, `${discarded} thrown away, ${kills} kills (${undisturbed(whole)})`, wrong)
}
