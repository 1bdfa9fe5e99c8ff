import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { open } from '../../../db/open.ts'
import { root } from '../../../src/config/root.ts'
import { projectCard } from '../../../src/project/store.ts'
import { median } from '../measure.ts'
import { askedAnew, overviewOf, trendOf } from '../questions.ts'

export type NationalReads = { overview: number; page: number; figures: number; memory: number }

const NOW = Date.UTC(2026, 0, 1)

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(readsOf(process.argv[2]!)))

function readsOf(file: string): NationalReads {
  const db = open(file, join(root, 'db/migrations'))
  const { firstQuarter, lastQuarter } = projectCard(db)!
  const overview = overviewOf(db, firstQuarter, lastQuarter)
  const trend = trendOf(db, 'N1', firstQuarter, lastQuarter)
  const times = {
    overview: median(() => askedAnew(db, overview, NOW), 7, 2),
    page: median(() => [askedAnew(db, trend, NOW), askedAnew(db, { ...trend, by: ['sex'] }, NOW)], 7, 2),
  }
  return { ...times, figures: askedAnew(db, overview, NOW).length, memory: process.memoryUsage().rss }
}
