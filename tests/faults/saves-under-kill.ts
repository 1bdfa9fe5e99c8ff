import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { fieldOf } from '../../src/indicators/value-field.ts'
import { Installation, type Program } from '../support/program/installation.ts'
import { RemoteVisitor } from '../support/program/remote-visitor.ts'

export type Tally = { acknowledged: number; files: number; kills: number; lost: string[] }

/**
 * A form that is typed into and files that are added to it, at a program that is killed again and again: what it said was saved has to be in
 * the file each time.
 */
class TypedUnderKill {
  readonly tally: Tally = { acknowledged: 0, files: 0, kills: 0, lost: [] }
  /** What each field was last said to hold, and what was sent of it and never answered. */
  private readonly saved = new Map<string, number>()
  private readonly sent = new Map<string, number[]>()
  /** Evidence that was said to be kept, by the fingerprint of its bytes. */
  private readonly kept = new Map<string, Buffer<ArrayBuffer>>()
  private program: Program | null = null
  private visitor: RemoteVisitor | null = null
  private page = ''
  private address = ''

  constructor(private readonly installation: Installation) {}

  async start(): Promise<void> {
    this.program = await this.installation.start()
    this.visitor = new RemoteVisitor(await this.program.ready)
    const door = (await this.visitor.get('/sign-in')).body
    const id = /name="person" value="(\d+)"><strong>Nguyễn Thí Dụ/.exec(door)![1]!
    await this.visitor.post('/sign-in/persona', door, { person: id, next: '/' })
    this.address ||= /href="(\/submissions\/\d+)/.exec((await this.visitor.get('/')).body)![1]!
    this.page = (await this.visitor.get(this.address)).body
  }

  /** Fields of whole numbers, which take any. */
  fields(): string[] {
    return [...this.page.matchAll(/name="(v\.V(?:1|3|5|12|13)(?:\.[^"]+)?)" value="(\d*)"/g)].map(([, name, text]) => {
      if (!this.sent.has(name!)) this.sent.set(name!, text === '' ? [] : [Number(text)])
      return name!
    })
  }

  /** Types a number. @param killAfter ms after which the program is killed, whatever it is doing; null = it is left alone */
  async type(field: string, amount: number, killAfter: number | null): Promise<void> {
    const [partner, place, quarter] = /data-copy="\d+\/([^/]+)\/([^/]+)\/([^"]+)"/.exec(this.page)!.slice(1) as [
      string,
      string,
      string,
    ]
    const known = [this.saved.get(field), ...(this.sent.get(field) ?? [])].filter((one) => one !== undefined)
    this.sent.get(field)?.push(amount)
    const form = new URLSearchParams({ partner, place, quarter, version: '1', language: 'vi', [field]: String(amount) })
    for (const one of known.length > 0 ? known : ['']) form.append(`b.${field}`, String(one))
    const asked = this.visitor!.post('/submissions/cells', this.page, form).catch(() => null)
    if (killAfter !== null) await this.kill(killAfter)
    const answer = await asked
    if (answer?.status === 200 && (JSON.parse(answer.body) as { kept: string[] }).kept.includes(field)) {
      this.tally.acknowledged += 1
      this.saved.set(field, amount)
      this.sent.set(field, [])
    } else if (killAfter === null) throw new Error(`not saved: ${answer?.status} ${answer?.body.slice(0, 300)}`)
    if (killAfter !== null) {
      this.compare()
      await this.start()
    }
  }

  /** Adds a file to an indicator, each of other bytes, and kills the program meanwhile. */
  async addEvidence(nth: number, killAfter: number): Promise<void> {
    const indicators = [...this.page.matchAll(/data-row="([^"]+)"/g)].map(([, code]) => code!)
    const bytes = Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(200_000, String(nth))])
    const form = { indicator: indicators[nth % indicators.length]!, looked: 'yes' }
    const asked = this.visitor!.postFile(`${this.address}/evidence`, this.page, form, { name: `${nth}.pdf`, bytes })
    const answered = asked.catch(() => null)
    await this.kill(killAfter)
    if ((await answered)?.status === 303) {
      this.tally.files += 1
      this.kept.set(createHash('sha256').update(bytes).digest('hex'), bytes)
    }
    this.compare()
    await this.start()
  }

  private async kill(after: number): Promise<void> {
    await new Promise((done) => setTimeout(done, after))
    this.program!.child.kill('SIGKILL')
    await this.program!.ended
    this.tally.kills += 1
  }

  /** Each field holds what was acknowledged last, or what was on its way after that. */
  compare(): void {
    const db = new Database(this.installation.database)
    const read = db
      .prepare(
        `select e.value from entry e join indicator i on i.id = e.indicator_id join cell c on c.id = e.cell_id
         where e.submission_id = ? and i.code = ? and c.key = ?`,
      )
      .pluck()
    for (const [field, amount] of this.saved) {
      const { indicator, cell } = fieldOf(field)!
      const found = read.get(Number(this.address.split('/').at(-1)), indicator, cell) as number | undefined
      const mayBe = [amount, ...(this.sent.get(field) ?? [])]
      if (!mayBe.includes(found ?? Number.NaN)) this.tally.lost.push(`${field}: ${found} instead of ${amount}`)
    }
    this.tally.lost.push(...this.lostFiles(db))
    const whole = db.pragma('integrity_check', { simple: true })
    if (whole !== 'ok') this.tally.lost.push(`the file: ${String(whole)}`)
    db.close()
  }

  /** Files that were said to be kept and are not, byte for byte; names without a content, and contents without a name. */
  private lostFiles(db: Database.Database): string[] {
    const contents = new Map(
      db.prepare('select sha256, bytes from evidence_content').raw().all() as [sha256: string, bytes: Buffer][],
    )
    const named = new Set(db.prepare('select sha256 from evidence').pluck().all() as string[])
    const halves = [...named, ...contents.keys()].filter((one) => !named.has(one) || !contents.has(one))
    const lost = [...this.kept].filter(([sha256, bytes]) => !named.has(sha256) || !contents.get(sha256)?.equals(bytes))
    return [...halves.map((one) => `half a file: ${one}`), ...lost.map(([sha256]) => `a file: ${sha256}`)]
  }

  async stop(): Promise<void> {
    await this.kill(0)
    this.compare()
  }
}

/**
 * Types until so many saves were acknowledged, and kills the program so many times: every other time while it saves a number, and while a
 * file is added.
 * @returns what was acknowledged and is not in the file
 */
export async function savesUnderKill(saves: number, kills: number): Promise<Tally> {
  const installation = new Installation()
  try {
    await installation.loadDemoInUse()
    const typed = new TypedUnderKill(installation)
    await typed.start()
    const fields = typed.fields()
    const every = Math.max(1, Math.floor(saves / kills))
    for (let nth = 1; typed.tally.acknowledged < saves; nth++) {
      const isKilled = nth % every === 0 && typed.tally.kills < kills
      if (isKilled && typed.tally.kills % 2 === 1) await typed.addEvidence(nth, (nth * 17) % 250)
      else await typed.type(fields[nth % fields.length]!, 10_000 + nth, isKilled ? (nth * 7) % 12 : null)
    }
    await typed.stop()
    return typed.tally
  } finally {
    installation.remove()
  }
}
