import { atOnce } from './at-once.ts'

/** `npm run faults:crowd`: people who save what they type at the same moment. `-- PEOPLE ROUNDS` for other numbers. */
const [people = 500, rounds = 5] = process.argv.slice(2).map(Number)
const { saves, times, failed, lost } = await atOnce(people, rounds)
const sorted = times.toSorted((one, other) => one - other)
const at = (share: number) =>
  `${Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0)} ms`
console.log(
  `${people} people at once, ${rounds} times: ${saves} acknowledged saves, ${failed.length} refused or unanswered, lost: ${lost.length}`,
)
console.log(`each answered after: half ${at(0.5)}, 95 in 100 ${at(0.95)}, 99 in 100 ${at(0.99)}, all ${at(1)}`)
for (const one of [...failed.slice(0, 10), ...lost]) console.log(`  ${one}`)
process.exitCode = failed.length + lost.length === 0 ? 0 : 1
