import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../src/config/root.ts'
import { testApp } from '../support/app.ts'
import { launch, serve, windowOf } from '../support/browser.ts'
import { DEMO_NOW, demoDb, personaId } from '../support/demo.ts'

/** The pictures of the README and of docs/, taken from the demo itself so that they stay true. */
const PICTURES = [
  { name: 'overview', email: 'iom.manager@example.org', url: '/overview?quarter=2021-Q3', width: 1280, height: 900 },
  { name: 'indicator', email: 'iom.manager@example.org', url: '/indicators/V12', width: 1280, height: 900 },
  { name: 'home-of-a-partner', email: 'dolisa.quang-ninh@example.org', url: '/', width: 1280, height: 800 },
  { name: 'phone', email: 'dolisa.quang-ninh@example.org', url: '/', width: 360, height: 740 },
] as const

const folder = join(root, 'docs/screenshots')
mkdirSync(folder, { recursive: true })
const db = demoDb()
const app = await testApp(db, () => DEMO_NOW)
const address = await serve(app)
const browser = await launch()
for (const { name, email, url, width, height } of PICTURES) {
  for (const language of ['vi', 'en'] as const) {
    const { context, page } = await windowOf(browser, address, personaId(db, email), { language, width })
    await page.setViewportSize({ width, height })
    await page.goto(url)
    await page.waitForTimeout(500)
    await page.screenshot({ path: join(folder, `${name}-${language}.png`) })
    await context.close()
    console.log(`docs/screenshots/${name}-${language}.png`)
  }
}
await browser.close()
await app.close()
