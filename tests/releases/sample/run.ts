import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import { contentOf } from '../../../src/releases/content/publish.ts'
import { problemFor } from '../../../src/releases/content/source.ts'
import { loadSource } from '../../../src/releases/content/source-load.ts'
import { draftRelease } from '../../../src/releases/drafts/draft-release.ts'
import { solve } from '../../../src/releases/protection/solve.ts'
import { DEFAULT_LAYOUT } from '../../../src/releases/release.ts'
import { releaseById } from '../../../src/releases/store.ts'
import { isRefusal } from '../../../src/suppression/problem.ts'
import { DEMO_NOW, demoDb } from '../../support/demo.ts'
import { explainAll, MANAGER, ordered, persona } from '../making.ts'
import { sampleFiles } from './files.ts'

/** `npm run sample -- FOLDER`: the pilot's three years as a donor would receive them, protected as a report is; no server, no database. */
const [given] = process.argv.slice(2)
if (!given) {
  console.error('Say into which folder: npm run sample -- FOLDER')
  process.exit(1)
}
const folder = resolve(given)
mkdirSync(folder, { recursive: true })

const PATIENCE = 600_000
const order = {
  title: 'Báo cáo ba năm 2019–2021 / Three years, 2019–2021',
  donorCode: 'uk-home-office',
  from: quarterOf(2019, 1),
  to: quarterOf(2021, 4),
  layout: DEFAULT_LAYOUT,
} as const

const db = demoDb()
const release = releaseById(db, draftRelease(db, persona(db, MANAGER), ordered(db, order), DEMO_NOW))!
explainAll(db, release.id)
const source = loadSource(db, release, DEMO_NOW)
const posed = problemFor(source)
const { answer } = await solve(posed, PATIENCE, () => {})
if (isRefusal(answer)) throw new Error(`not protected: ${answer.refused}`)
const files = sampleFiles((language) =>
  contentOf({ ...source, release: { ...release, language } }, posed.problem, answer.suppressed, {
    draft: false,
    at: DEMO_NOW,
  }),
)
for await (const { name, bytes } of files) {
  writeFileSync(join(folder, name), bytes)
  console.log(`${join(folder, name)} ${Math.ceil(bytes.length / 1024)} kB`)
}
db.$client.close()
