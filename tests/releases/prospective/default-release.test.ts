import { expect, it } from 'vitest'
import { quarterCode, quarterOf } from '../../../src/calendar/quarter.ts'
import { readForm } from '../../../src/forms/read.ts'
import { projectSpan } from '../../../src/project/project.ts'
import { projectCard } from '../../../src/project/store.ts'
import { newReleaseOf, releaseForm } from '../../../src/releases/drafts/form.ts'
import { cutByYears, lastComeIn } from '../../../src/releases/drafts/load.ts'
import { newForm } from '../../../src/releases/drafts/new-form.ts'
import { defaultRelease } from '../../../src/releases/prospective/default-release-load.ts'
import { DEMO_NOW, demoDb } from '../../support/demo.ts'

it('the report that a donor would get is what the form begins with, once somebody to receive it is ticked', () => {
  const db = demoDb(quarterOf(2019, 2))
  const project = projectCard(db)!
  const [span, [donor]] = [projectSpan(project), project.donors]
  const codes = { from: quarterCode(span.from), to: quarterCode(lastComeIn(db, span, DEMO_NOW)) }
  const typed = { ...newForm(codes, DEMO_NOW, donor!, cutByYears(db, span, donor!, DEMO_NOW)), recipients: ['1'] }
  const form = releaseForm({ project: span, donors: [1], payers: [donor!.code], now: DEMO_NOW })
  const read = readForm(form, typed)
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  const {
    title: _,
    titleConfirmed: __,
    recipients: ___,
    supersedes: ____,
    ...made
  } = newReleaseOf(read.values, project)
  expect(defaultRelease(db, donor!.code, DEMO_NOW)).toMatchObject(made)
  expect(made).toMatchObject({ to: quarterOf(2019, 2), threshold: 5 })
  expect(defaultRelease(db, 'nobody', DEMO_NOW)).toBeNull()
  db.$client.close()
})
