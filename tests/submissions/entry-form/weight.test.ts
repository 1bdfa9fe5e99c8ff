import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../../src/config/root.ts'
import { openPilot, type Pilot } from '../pilot.ts'

/** A partner's largest form, not begun: everything in it is blank, and every cell has what was reported last. */
const LARGEST = '/submissions/start?partner=dolisa-quang-binh&place=quang-binh&quarter=2021-Q4'
const BAR = 30_000

let pilot: Pilot
beforeAll(async () => {
  pilot = await openPilot(() => Date.UTC(2022, 0, 12))
})
afterAll(() => pilot.app.close())

describe('the entry form over a weak line', () => {
  it.each(['vi', 'en'] as const)('comes whole in 30 kB and 5 requests, in %s', async (language) => {
    const partner = await pilot.as('dolisa.quang-binh', language)
    const { raw, status } = await partner.get(LARGEST, { 'accept-encoding': 'br' })
    expect(status).toBe(200)
    const page = brotliDecompressSync(raw).toString()
    expect(page.match(/data-part="v"/g)!.length).toBeGreaterThan(90)
    const files = [...page.matchAll(/(?:href|src)="\/assets\/([^?"]+)/g)].map(([, name]) => name!)
    expect(files.sort()).toEqual(['app.css', 'entry.js', 'icon.svg'])
    const sizes = files.map((name) => readFileSync(join(root, 'dist/assets', `${name}.br`)).length)
    expect(raw.length + sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BAR)
  })

  it('leaves for later what is needed once somebody works in it', async () => {
    const partner = await pilot.as('dolisa.quang-binh', 'vi')
    const { body } = await partner.get(LARGEST)
    const later = [...body.matchAll(/data-(?:pasting|offers)="\/assets\/([^?"]+)/g)].map(([, name]) => name!)
    expect(later.sort()).toEqual(['pasting.js', 'search-offers.js'])
    for (const name of later) expect((await partner.get(`/assets/${name}`)).status).toBe(200)
    // None of it has come along with the script of the page.
    const script = readFileSync(join(root, 'dist/assets/entry.js'), 'utf8')
    expect(script).not.toContain('offered.json')
    expect(script).not.toContain('grand total')
  })
})
