import type { Db } from '../../../db/connection.ts'
import type { Config } from '../../../src/config/config.ts'
import type { Language } from '../../../src/vocabulary/language.ts'
import type { App } from '../../../src/web/context.ts'
import { testApp, Visitor } from '../app.ts'
import { DEMO_NOW, demoDb, personaId } from '../demo.ts'

/** Personas of the story that most tests are about. */
const EMAILS = {
  manager: 'iom.manager@example.org',
  admin: 'admin@example.org',
  partner: 'dolisa.nghe-an@example.org',
} as const
type Persona = keyof typeof EMAILS

/** The program over a pilot of its own, on the day of the story, with a clock that a test may turn. */
export class DemoApp {
  clock = DEMO_NOW
  private readonly ids: Readonly<Record<Persona, number>>
  private constructor(
    readonly db: Db,
    /** The program that runs now; what a test starts in its place is closed in its place. */
    public app: App,
  ) {
    const id = (persona: Persona) => personaId(db, EMAILS[persona])
    this.ids = { manager: id('manager'), admin: id('admin'), partner: id('partner') }
  }

  static async start(config: Partial<Config> = {}): Promise<DemoApp> {
    const db = demoDb()
    const demo: { it?: DemoApp } = {}
    const app = await testApp(db, () => demo.it?.clock ?? DEMO_NOW, config)
    demo.it = new DemoApp(db, app)
    return demo.it
  }

  /** The same file in another program. */
  async startAgain(): Promise<void> {
    await this.app.close()
    this.app = await testApp(this.db, () => this.clock)
  }

  /** Known from the start, since who is locked is found no more. */
  id(persona: Persona): number {
    return this.ids[persona]
  }

  /** A browser in which somebody has signed in. */
  visit(persona: Persona, language?: Language): Promise<Visitor> {
    return new Visitor(this.app).become(this.id(persona), language)
  }

  close(): Promise<void> {
    return this.app.close()
  }
}
