import Database from 'better-sqlite3'
import type { Installation, Program } from '../support/program/installation.ts'
import { RemoteVisitor } from '../support/program/remote-visitor.ts'
import { pageOf, smallReport } from '../support/program/small-report.ts'
import { halfIssued } from './reports-in-file.ts'

/** Both may issue. */
const MANAGERS = ['Trần Minh Họa', 'Lê Ví Dụ'] as const

const ISSUED = /class="fingerprint"/

/** Two managers who issue reports, both at the same moment, in a program that something happens to meanwhile. */
export class IssuingRun {
  /** Reports that were drafted, and of these issued. */
  readonly tally = { drafted: 0, issued: 0, wrong: [] as string[] }
  /** How long issuing takes when nothing happens, in ms. */
  whole = 0
  private readonly numbers: number[] = []
  private running: Program | null = null
  private visitors: RemoteVisitor[] = []

  /**
   * @param begin starts the program
   * @param file where its database is found, or a copy of it as it stands now
   */
  constructor(
    private readonly begin: () => Promise<Program>,
    private readonly file: () => string,
  ) {}

  async start(): Promise<void> {
    this.running = await this.begin()
    const address = await this.running.ready
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

  get manager(): RemoteVisitor {
    return this.visitors[0]!
  }

  /** A small report that is ready to be issued. @returns its address */
  async draft(): Promise<string> {
    const report = await smallReport(this.manager)
    const number = Number(report.split('/').at(-1))
    if (this.numbers.some((one) => one >= number)) this.wrong(`number ${number} was given twice`)
    this.numbers.push(number)
    this.tally.drafted += 1
    return report
  }

  /** Both managers issue it at once. @returns what each was answered; null: nothing */
  async ask(report: string): Promise<Promise<{ status: number; body: string } | null>[]> {
    const pages = await Promise.all(this.visitors.map((one) => one.get(report)))
    return this.visitors.map((one, nth) => one.post(`${report}/issue`, pages[nth]!.body, {}).catch(() => null))
  }

  /** Issues it while nothing happens: so long it takes. */
  async measure(report: string): Promise<void> {
    const begun = performance.now()
    await this.issueNow(report)
    this.whole = performance.now() - begun
  }

  async issueNow(report: string): Promise<void> {
    await Promise.all(await this.ask(report))
    await pageOf(this.manager, report, ISSUED)
    this.tally.issued += 1
  }

  /** A moment of issuing, or just after it. @param random from 0 to 1 */
  async moment(random: () => number): Promise<void> {
    await new Promise((done) => setTimeout(done, random() * 1.1 * this.whole))
  }

  /** @returns whether it has been issued; if not, its page says why, and it can be issued */
  async isIssued(report: string): Promise<boolean> {
    const { status, body } = await this.manager.get(report)
    if (ISSUED.test(body)) {
      this.tally.issued += 1
      return true
    }
    if (!body.includes(`action="${report}/issue"`)) this.wrong(`${report} can't be issued again (${status})`)
    return false
  }

  /** What its page says of an attempt that came to nothing; null where it has been issued. */
  async outcome(report: string): Promise<string | null> {
    const body = await pageOf(this.manager, report, /^(?![\s\S]*<progress)/)
    return ISSUED.test(body)
      ? null
      : (/<div class="notice bad"><p>([\s\S]*?)<\/p>/.exec(body)?.[1] ?? `nothing: ${body.slice(0, 300)}`)
  }

  /** In good order: what waited in the log of writes is in the file. */
  async stop(): Promise<void> {
    this.running!.child.kill('SIGTERM')
    await this.running!.ended
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  async kill(): Promise<void> {
    this.running!.child.kill('SIGKILL')
    await this.running!.ended
    this.look()
  }

  /** Looks into the file, by itself. */
  look(): void {
    const db = new Database(this.file())
    this.tally.wrong.push(...halfIssued(db))
    db.close()
  }

  wrong(what: string): void {
    this.tally.wrong.push(what)
  }
}

/** Whether every report in a file is what was issued, as whoever runs the program asks it: what it says where one is not. */
export async function verifyAll(installation: Installation, under: string[] = []): Promise<string[]> {
  const { code, out, err } = await installation.run('cli.js', ['verify-release'], {}, under).ended
  return code === 0 ? [] : [`${out}${err}`.slice(0, 2000)]
}
