import { issuingUnderKill } from './issuing-under-kill.ts'

/**
 * `npm run faults:issuing`: two managers issue reports at the same moment, in a program that is killed with `kill -9` at random moments
 * meanwhile. `-- KILLS` for another number.
 */
const [kills = 30] = process.argv.slice(2).map(Number)
const { drafted, issued, discarded, kills: killed, whole, wrong } = await issuingUnderKill(kills)
console.log(
  `${drafted} reports drafted, ${issued} issued, ${discarded} thrown away, ${killed} kills (issuing takes ${Math.round(whole)} ms undisturbed)`,
)
console.log(`half issued, damaged, or numbered as another: ${wrong.length}`)
for (const one of wrong) console.log(`  ${one}`)
process.exitCode = wrong.length === 0 ? 0 : 1
