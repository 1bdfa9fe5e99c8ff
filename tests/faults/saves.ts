import { savesUnderKill } from './saves-under-kill.ts'

/**
 * `npm run faults:saves`: what is saved while it is typed, and files that are added, under repeated `kill -9`. `-- SAVES KILLS` for other
 * numbers.
 */
const [saves = 1000, kills = 50] = process.argv.slice(2).map(Number)
const { acknowledged, files, kills: killed, lost } = await savesUnderKill(saves, kills)
console.log(`${acknowledged} acknowledged saves, ${files} acknowledged files, ${killed} kills, lost: ${lost.length}`)
for (const one of lost) console.log(`  ${one}`)
process.exitCode = lost.length === 0 ? 0 : 1
