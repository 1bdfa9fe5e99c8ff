import { availableParallelism, cpus } from 'node:os'
import { benchWholeCountry } from './country/whole-country.ts'
import { benchDisclosure } from './disclosure.ts'
import { benchNational, benchPilot } from './figures.ts'
import { benchMeanwhile } from './meanwhile.ts'
import { type Line, print } from './measure.ts'
import { benchEachPage } from './pages/each-page.ts'
import { benchPages, benchStart } from './pages/pages.ts'
import { benchReleases } from './releases.ts'
import { benchRhythm } from './rhythm.ts'
import { benchSaves } from './saves/saves.ts'

/**
 * `npm run bench` prints what the program is held to; `-- --national` adds the whole country (minutes, gigabytes); `-- --national --only
 * demo` is the national demo alone.
 */
const benches: [title: string, bench: () => Line[] | Promise<Line[]>, heavy?: boolean][] = [
  ['Figures, pilot', benchPilot],
  ['Pages', benchPages],
  ['Pages, each by itself: height at 1280 and 360 px, words, bytes, requests, server time', benchEachPage],
  ['Start', benchStart],
  ['Saves', benchSaves],
  ['Releases', benchReleases],
  ['A quarterly rhythm of reports', benchRhythm],
  ['Other pages meanwhile', benchMeanwhile],
  ['Disclosure control', benchDisclosure],
  ['The whole country: npm run demo -- national', benchWholeCountry, true],
  ['Figures, the whole country and more values', benchNational, true],
]

console.log(
  `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}. Ratios are taken within one run.`,
)
const heavy = process.argv.includes('--national')
/** `-- --only WORD`: those whose title holds it. */
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1]! : ''
const missed: string[] = []
for (const [title, bench, isHeavy] of benches) {
  if ((isHeavy && !heavy) || !title.toLowerCase().includes(only.toLowerCase())) continue
  const lines = await bench()
  print(title, lines)
  missed.push(...lines.filter(({ met }) => met === false).map(({ what }) => what))
}
console.log(missed.length === 0 ? '\nEvery bar is met.' : `\nMissed: ${missed.join('; ')}.`)
