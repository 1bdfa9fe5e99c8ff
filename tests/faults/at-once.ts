import Database from 'better-sqlite3'
import { fieldOf } from '../../src/indicators/value-field.ts'
import { Installation } from '../support/program/installation.ts'
import { RemoteVisitor } from '../support/program/remote-visitor.ts'

/** Whole numbers that any count takes. */
const CELLS = /data-measure="count"[\s\S]*?<\/section>/g
const CELL = /name="(v\.[^"]+)" value="(\d*)"/g

/** One person at a form, typing into a cell of their own. */
type Typist = {
  visitor: RemoteVisitor
  page: string
  copy: [string, string, string]
  field: string
  text: string
  version: string
  /** Of the cell. */
  number: number
}

export type Crowd = { people: number; saves: number; times: number[]; failed: string[]; lost: string[] }

/** So many people save what they type at the same moment, again and again. */
export async function atOnce(people: number, rounds: number): Promise<Crowd> {
  const installation = new Installation()
  try {
    const program = await installation.start()
    const crowd = await seated(await program.ready, people)
    const told: Crowd = { people: crowd.length, saves: 0, times: [], failed: [], lost: [] }
    for (let round = 1; round <= rounds; round++)
      await Promise.all(crowd.map((one) => type(one, String(round * 1000 + one.number), told)))
    program.child.kill('SIGTERM')
    await program.ended
    told.lost = lostOf(crowd, installation.database)
    return told
  } finally {
    installation.remove()
  }
}

/**
 * Everybody signed in, with a form open and a cell of their own; where there are more people than cells, two type the same number into
 * one, and both are to hear that it is saved.
 */
async function seated(address: string, people: number): Promise<Typist[]> {
  const door = (await new RemoteVisitor(address).get('/sign-in')).body
  const cells: { person: string; field: string; text: string }[] = []
  for (const [, person] of door.matchAll(/name="person" value="(\d+)"/g)) {
    const opened = await formOf(new RemoteVisitor(address), person!)
    if (opened) cells.push(...cellsOf(opened.page).map((cell) => ({ person: person!, ...cell })))
  }
  const crowd: Typist[] = []
  for (let nth = 0; nth < people; nth++) {
    const { person, field, text } = cells[nth % cells.length]!
    const visitor = new RemoteVisitor(address)
    const { page } = (await formOf(visitor, person))!
    const copy = /data-copy="\d+\/([^/]+)\/([^/]+)\/([^"]+)"/.exec(page)!.slice(1) as Typist['copy']
    const version = /name="version" value="(\d+)"/.exec(page)![1]!
    crowd.push({ visitor, page, copy, field, text, version, number: nth % cells.length })
  }
  return crowd
}

/** Signs somebody in and opens what they have to fill in, if anything. */
async function formOf(visitor: RemoteVisitor, person: string): Promise<{ page: string } | null> {
  const door = (await visitor.get('/sign-in')).body
  await visitor.post('/sign-in/persona', door, { person, next: '/' })
  const home = (await visitor.get('/')).body
  const links = [...home.matchAll(/href="(\/submissions\/(?:start\?[^"#]+|\d+))"/g)].map(([, link]) => link!)
  for (const link of links.slice(0, 5)) {
    const page = (await visitor.get(link.replaceAll('&amp;', '&'))).body
    if (page.includes('data-copy="')) return { page }
  }
  return null
}

function cellsOf(page: string): { field: string; text: string }[] {
  const rows = [...page.matchAll(CELLS)].map(([row]) => row)
  return rows.flatMap((row) => [...row.matchAll(CELL)].map(([, field, text]) => ({ field: field!, text: text! })))
}

async function type(one: Typist, text: string, told: Crowd): Promise<void> {
  const [partner, place, quarter] = one.copy
  const { field, version } = one
  const form = new URLSearchParams({
    partner,
    place,
    quarter,
    version,
    language: 'vi',
    [field]: text,
    [`b.${field}`]: one.text,
  })
  const start = performance.now()
  const answer = await one.visitor
    .post('/submissions/cells', one.page, form)
    .catch((error: unknown) => ({ status: 0, body: String(error) }))
  told.times.push(performance.now() - start)
  const read = answer.status === 200 ? (JSON.parse(answer.body) as { kept: string[]; version: number }) : null
  if (!read?.kept.includes(field)) {
    told.failed.push(`${field}: ${answer.status} ${answer.body.slice(0, 120)}`)
    return
  }
  told.saves += 1
  Object.assign(one, { text, version: String(read.version) })
}

/** What was acknowledged and is not in the file. */
function lostOf(crowd: readonly Typist[], file: string): string[] {
  const db = new Database(file, { readonly: true })
  const read = db
    .prepare(
      `select e.value from entry e join indicator i on i.id = e.indicator_id join cell c on c.id = e.cell_id
       join submission s on s.id = e.submission_id join partner p on p.id = s.partner_id join place l on l.id = s.place_id
       where p.slug = ? and l.slug = ? and s.quarter = ? and i.code = ? and c.key = ?`,
    )
    .pluck()
  const lost = crowd.flatMap(({ copy: [partner, place, quarter], field, text }) => {
    const { indicator, cell } = fieldOf(field)!
    const [year, nth] = quarter.split('-Q').map(Number) as [number, number]
    const found = read.get(partner, place, year * 4 + nth - 1, indicator, cell) as number | undefined
    return text === '' || found === Number(text) ? [] : [`${partner} ${field}: ${found} instead of ${text}`]
  })
  db.close()
  return lost
}
