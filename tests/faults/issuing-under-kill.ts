import Database from 'better-sqlite3'
import { Installation, type Program } from '../support/program/installation.ts'
import { RemoteVisitor } from '../support/program/remote-visitor.ts'
import { pageOf, smallReport } from '../support/program/small-report.ts'
import { halfIssued } from './reports-in-file.ts'

export type IssuingTally = {
  /** Reports that were drafted, and of these issued, thrown away. */
  drafted: number
  issued: number
  discarded: number
  kills: number
  /** How long issuing took when nobody killed it, in ms. */
  whole: number
  wrong: string[]
}

/** Both may issue. */
const MANAGERS = ['Trần Minh Họa', 'Lê Ví Dụ'] as const

/** Managers who issue reports, both at the same moment, in a program that is killed again and again while it does. */
class IssuedUnderKill {
  readonly tally: IssuingTally = { drafted: 0, issued: 0, discarded: 0, kills: 0, whole: 0, wrong: [] }
  private readonly numbers: number[] = []
  private program: Program | null = null
  private visitors: RemoteVisitor[] = []

  constructor(private readonly installation: Installation) {}

  async start(): Promise<void> {
    this.program = await this.installation.start()
    const address = await this.program.ready
    this.visitors = await Promise.all(
      MANAGERS.map(async (name) => {
        const visitor = new RemoteVisitor(address)
        const door = (await visitor.get('/sign-in')).body
        const id = new RegExp(`name="person" value="(\\d+)"><strong>${name}`).exec(door)![1]!
        await visitor.post('/sign-in/persona', door, { person: id, next: '/' })
        return visitor
      }),
    )
  }

  private get manager(): RemoteVisitor {
    return this.visitors[0]!
  }

  /** A small report that is ready to be issued. @returns its address */
  async draft(): Promise<string> {
    const report = await smallReport(this.manager)
    const number = Number(report.split('/').at(-1))
    if (this.numbers.some((one) => one >= number)) this.tally.wrong.push(`number ${number} was given twice`)
    this.numbers.push(number)
    this.tally.drafted += 1
    return report
  }

  /** Both managers issue it at once. @param killAfter ms after which the program is killed; null: it is left alone */
  async issue(report: string, killAfter: number | null): Promise<void> {
    const pages = await Promise.all(this.visitors.map((one) => one.get(report)))
    const begun = performance.now()
    const asked = this.visitors.map((one, nth) => one.post(`${report}/issue`, pages[nth]!.body, {}).catch(() => null))
    if (killAfter === null) {
      await Promise.all(asked)
      await pageOf(this.manager, report, /class="fingerprint"/)
      this.tally.whole = performance.now() - begun
    } else {
      await new Promise((done) => setTimeout(done, killAfter))
      await this.kill()
      await Promise.all(asked)
      await this.start()
    }
  }

  /** @returns whether it has been issued; if not, its page says why, and it can be issued */
  async isIssued(report: string): Promise<boolean> {
    const { body } = await this.manager.get(report)
    if (body.includes('class="fingerprint"')) {
      this.tally.issued += 1
      return true
    }
    if (!body.includes(`action="${report}/issue"`)) this.tally.wrong.push(`${report} can't be issued again`)
    return false
  }

  async discard(report: string): Promise<void> {
    await this.manager.post(`${report}/discarding`, (await this.manager.get(report)).body, {})
    this.tally.discarded += 1
  }

  async kill(): Promise<void> {
    this.program!.child.kill('SIGKILL')
    await this.program!.ended
    this.tally.kills += 1
    const db = new Database(this.installation.database)
    this.tally.wrong.push(...halfIssued(db))
    db.close()
  }
}

/**
 * Issues reports, and kills the program so many times at random moments meanwhile; what was not issued is issued in another try or, now and
 * then, thrown away.
 * @param random from 0 to 1
 */
export async function issuingUnderKill(kills: number, random: () => number = Math.random): Promise<IssuingTally> {
  const installation = new Installation()
  try {
    await installation.loadDemoInUse()
    const run = new IssuedUnderKill(installation)
    await run.start()
    const first = await run.draft()
    await run.issue(first, null)
    await run.isIssued(first)
    let report: string | null = null
    while (run.tally.kills < kills) {
      report ??= await run.draft()
      await run.issue(report, random() * 1.1 * run.tally.whole)
      if (await run.isIssued(report)) report = null
      else if (random() < 0.2) {
        await run.discard(report)
        report = null
      }
    }
    await run.kill()
    return run.tally
  } finally {
    installation.remove()
  }
}
