import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { EMAIL, eachWindow, input } from './window.ts'

const at = eachWindow()

/** Numbers that are the same in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * below)
  }
}

const SEXES = ['male', 'female', 'other', 'not-recorded']
const OWN = ['V13', ...SEXES.map((sex) => `V5/sex=${sex}`)]
const THEIRS = ['V12/sex=male', 'V12/sex=female']
const fieldAt = (cell: string) => `v.${cell.replace('/', '.')}`

/** Whoever leaves before the device has everything is asked, stays, and leaves again. */
async function leave(page: Page): Promise<void> {
  const closed = new Promise<'closed'>((done) => page.once('close', () => done('closed')))
  for (let came: 'closed' | 'asked' | null = null; came !== 'closed'; ) {
    const asked = new Promise<'asked'>((done) => {
      page.once('dialog', (dialog) => void dialog.dismiss().then(() => done('asked')))
    })
    // One of the two comes of it, however long that takes.
    await page.close({ runBeforeUnload: true })
    came = await Promise.race([closed, asked])
  }
}

it('none is lost while the line goes at ten moments, with pages that are left, two tabs, two people and sessions that end', async () => {
  const below = chance(20)
  const last = new Map<string, number>()
  let keys = 0
  const type = async (page: Page, cell: string, cutAt: number | null) => {
    const text = String(1000 + below(9000))
    await input(page, fieldAt(cell)).focus()
    await input(page, fieldAt(cell)).selectText()
    for (const [nth, key] of [...text].entries()) {
      if (nth === cutAt) at.line.cut()
      await page.keyboard.press(key)
      keys += 1
    }
    last.set(cell, Number(text))
  }
  for (let round = 0; round < 10; round++) {
    const tab = await at.context.newPage()
    await tab.goto(at.url)
    const event = ['leave', 'session', 'nothing'][round % 3]
    if (event === 'session') await at.context.clearCookies({ name: 'session' })
    await type(at.page, OWN[below(OWN.length)]!, below(4))
    await type(tab, OWN[below(OWN.length)]!, null)
    await type(at.page, OWN[below(OWN.length)]!, null)
    if (round % 5 === 2)
      await at.elsewhere(async (their) => {
        const cell = THEIRS[below(THEIRS.length)]!
        await type(their, cell, null)
        await expect.poll(() => at.saved(cell)).toBe(last.get(cell))
      })
    await leave(tab)
    if (event === 'leave') await leave(at.page)
    at.line.mend()
    if (event === 'session') await at.become(EMAIL)
    if (event === 'leave') {
      at.page = await at.context.newPage()
      await at.page.goto(at.url)
    }
    await expect.poll(() => [...last].filter(([cell, amount]) => at.saved(cell) !== amount)).toEqual([])
  }
  const lost = [...last].filter(([cell, amount]) => at.saved(cell) !== amount).length
  console.log(`${lost} of ${keys} keystrokes lost`)
  expect({ lost, isTyped: keys > 100 }).toEqual({ lost: 0, isTyped: true })
})
