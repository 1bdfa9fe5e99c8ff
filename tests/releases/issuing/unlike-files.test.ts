import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import { protectedContentOf } from '../../../src/releases/content/publish.ts'
import { loadSource } from '../../../src/releases/content/source-load.ts'
import { formOf } from '../../../src/releases/forms/form.ts'
import { finishedForms } from '../../../src/releases/forms/read-back/finished-forms.ts'
import { beginIssuing } from '../../../src/releases/issuing/begin-issuing.ts'
import type { Assemble, Assembled } from '../../../src/releases/protection/read-again.ts'
import { previewOf, releaseById } from '../../../src/releases/store.ts'
import { workbookOf } from '../../../src/releases/workbook/assemble.ts'
import { finishedFile } from '../../../src/releases/workbook/finished-file.ts'
import type { WorkbookPlan } from '../../../src/releases/workbook/plan.ts'
import { writeXlsx } from '../../../src/releases/workbook/write-xlsx.ts'
import { Jobs } from '../../../src/threads/jobs.ts'
import { inThread } from '../../../src/threads/thread.ts'
import { readTrail } from '../../../src/trail/store.ts'
import type { ReportForm } from '../../../src/vocabulary/release.ts'
import type { App } from '../../../src/web/context.ts'
import { halfIssued } from '../../faults/reports-in-file.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { DEMO_NOW, personaId } from '../../support/demo.ts'
import { PATIENT_JOBS } from '../../support/run/patience.ts'
import { DONOR, MANAGER, persona, runningOn } from '../making.ts'
import { pilotWith, SMALL } from '../pilot.ts'

let db: Db
let app: App
let content: ReleaseContent
/** What the program's own thread answers; a case changes one file of it. */
let whole: Assembled | null = null

beforeAll(async () => {
  const made = await pilotWith('protected', SMALL)
  db = made.db
  app = await testApp(db, () => DEMO_NOW)
  const source = loadSource(db, made.release, DEMO_NOW)
  content = protectedContentOf(source, previewOf(db, 1)!, { draft: false, at: DEMO_NOW })!.content
})
afterAll(() => app.close())

type Files = Partial<Pick<Assembled, 'file' | 'forms'>>

/** Tries to issue the report, with files that are written wrongly. @returns what whoever runs the program is told */
async function tryToIssue(wrong: (whole: Assembled) => Promise<Files> | Files): Promise<string[]> {
  const failed: unknown[] = []
  const assemble: Assemble = (order, say) => ({
    done: (async () => {
      whole ??= (await inThread('releases/protection/assemble', order, say).done) as Assembled
      return { ...whole, ...(await wrong(whole)) }
    })(),
    stop: () => {},
  })
  const running = runningOn(db, DEMO_NOW, new Jobs((error) => failed.push(error), PATIENT_JOBS))
  expect(beginIssuing(running, persona(db, MANAGER), 1, assemble)).toBe('begun')
  await running.jobs.settled()
  return failed.map(String)
}

const formWith = (form: ReportForm, change: (text: string) => string) => () => ({
  forms: finishedForms(content, (one, ...rest) => {
    const text = [...formOf(one, ...rest)!].join('')
    return [one === form ? change(text) : text]
  }),
})

/** A workbook of which a figure on a sheet of its own is another one. */
function withAnotherFigure(plan: WorkbookPlan): Promise<Uint8Array> {
  const text = JSON.stringify(plan)
  const changed = text.replace(/"number":\d+/, '"number":987654')
  expect(changed).not.toBe(text)
  return writeXlsx(JSON.parse(changed) as WorkbookPlan)
}

it.each<[string, string, (whole: Assembled) => Promise<Files> | Files]>([
  ['workbook', '"at":"', async () => ({ file: await finishedFile(workbookOf(content), content, withAnotherFigure) })],
  [
    'plan that JSON is answered from',
    '"at":"json"',
    async () => ({
      file: await finishedFile(workbookOf(content), content, writeXlsx, (text) => gzipSync(text.subarray(1))),
    }),
  ],
  [
    'IATI file',
    '"at":"iati',
    formWith('iati', (text) => text.replace(/<actual value="\d+"/, '<actual value="987654"')),
  ],
  ['CSV for programs', '"at":"data', formWith('data', (text) => text.replace(/,\d+,(?=\d+,)/, ',987654,'))],
  [
    'CSV for Excel in Vietnamese',
    '"at":"table-vi',
    formWith('table-vi', (text) => text.replace(/;\d+;(?=\d+;)/, ';987654;')),
  ],
  ['CSV for Excel in English', '"at":"table-en', formWith('table-en', (text) => text.slice(0, text.length / 2))],
])(
  'a %s that does not say what the figures say stops the issue: nothing is issued, and the manager reads why',
  async (_, at, wrong) => {
    const [told, ...more] = await tryToIssue(wrong)
    expect([told, more]).toEqual([expect.stringContaining('does not say what the figures say'), []])
    expect(told).toContain(at)
    expect(releaseById(db, 1)!.state).toBe('protected')
    expect(halfIssued(db.$client)).toEqual([])
    const [last] = readTrail(db, { subject: ['release', '1'] }, 1)
    expect(last).toMatchObject({ verb: 'release.issuing-failed', detail: { failure: 'file-differs' } })
    for (const [language, sentence] of [
      ['en', 'A finished file of the report was read back and does not say what the figures say.'],
      ['vi', 'Một tệp hoàn chỉnh của báo cáo đã được đọc lại'],
    ] as const) {
      const { status, body } = await new Visitor(app)
        .become(personaId(db, MANAGER), language)
        .then((one) => one.get('/releases/1'))
      expect([status, body]).toEqual([200, expect.stringContaining(sentence)])
      expect(body).toContain('action="/releases/1/issue"')
    }
    const donor = await new Visitor(app).become(personaId(db, DONOR))
    expect((await donor.get('/releases/1/workbook.xlsx')).status).toBe(404)
  },
)

it('the same report is issued once its files say what the figures say', async () => {
  expect(await tryToIssue(() => ({}))).toEqual([])
  expect(releaseById(db, 1)!.state).toBe('issued')
  expect(halfIssued(db.$client)).toEqual([])
})
