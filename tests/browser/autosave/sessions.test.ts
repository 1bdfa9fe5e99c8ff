import { describe, expect, it } from 'vitest'
import { EMAIL, eachWindow, input, saidOf, shows } from './window.ts'

/** Who sits at a browser changes, and not every browser keeps what is typed. */
const at = eachWindow()

describe('a session that ended', () => {
  it('keeps what is typed, asks to sign in, and saves it after that', async () => {
    await at.context.clearCookies({ name: 'session' })
    await input(at.page, 'v.V13').fill('81')
    expect(await saidOf(at.page, 'signed-out')).toMatch(/đăng nhập lại\..*được giữ trên máy này/)
    await at.become(EMAIL)
    await shows(at.page, 'saved')
    expect(at.saved('V13')).toBe(81)
  })

  it('is not gone on with by somebody else, who sees nothing of it', async () => {
    await at.context.clearCookies({ name: 'session' })
    await input(at.page, 'v.V13').fill('82')
    await shows(at.page, 'signed-out')
    await at.become('police.nghe-an@example.org')
    await shows(at.page, 'somebody-else')
    expect(at.saved('V13')).not.toBe(82)
    await at.become(EMAIL)
    await shows(at.page, 'saved')
    expect(at.saved('V13')).toBe(82)
  })

  it('leaves nothing on the device when it is ended by signing out, also from another tab, and asks before it deletes', async () => {
    const kept = () =>
      at.page.evaluate(async () => {
        const databases = await indexedDB.databases()
        const read = databases.map(
          ({ name }) =>
            new Promise<number>((done) => {
              const asking = indexedDB.open(name!)
              asking.onsuccess = () => {
                // The browser may have deleted it after it named it: what is opened then is new and empty.
                const [store] = asking.result.objectStoreNames
                if (store === undefined) return done(0)
                asking.result.transaction(store).objectStore(store).count().onsuccess = ({ target }) =>
                  done((target as IDBRequest<number>).result)
              }
            }),
        )
        return [localStorage.length, ...(await Promise.all(read))].reduce((sum, one) => sum + one, 0)
      })
    await at.page.evaluate(() => localStorage.setItem('mark', '1'))
    at.line.cut()
    await input(at.page, 'v.V13').fill('83')
    await shows(at.page, 'waiting')
    at.line.mend()
    // What waits below is then of this typing, and of none before.
    await shows(at.page, 'saved')
    const other = await at.context.newPage()
    await other.goto('/')
    const asked: string[] = []
    other.on('dialog', (dialog) => {
      asked.push(dialog.message())
      void (asked.length === 1 ? dialog.dismiss() : dialog.accept())
    })
    at.line.cut()
    await input(at.page, 'v.V13').fill('84')
    await shows(at.page, 'waiting')
    await expect.poll(kept).toBeGreaterThan(1)
    await other.click('form[action="/sign-out"] button')
    await expect.poll(() => asked.length).toBe(1)
    at.line.mend()
    // As long as the session lasts whoever asks for the page to sign in is led elsewhere: the tab beside it waits for its end.
    let [isSent, answer] = [false, () => {}]
    const held = new Promise<void>((done) => {
      answer = done
    })
    await other.route('**/sign-out', async (route) => {
      isSent = true
      await held
      await route.continue()
    })
    const leaving = other.click('form[action="/sign-out"] button')
    await expect.poll(() => isSent).toBe(true)
    await at.page.evaluate(async () => void (await fetch('/account')))
    expect(new URL(at.page.url()).pathname).toBe(at.url)
    answer()
    await leaving
    await other.waitForURL((to) => to.pathname === '/sign-in')
    await at.page.waitForURL((to) => to.pathname === '/sign-in')
    expect(asked[0]).toContain('chưa lưu được')
    await expect.poll(kept).toBe(0)
  })
})

it('a browser that keeps nothing saves all the same, and does not say that it keeps it', async () => {
  await at.page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await at.page.addInitScript(() => Object.defineProperty(window, 'BroadcastChannel', { value: undefined }))
  await at.page.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }))
  await at.page.reload()
  await input(at.page, 'v.V13').fill('91')
  await shows(at.page, 'saved')
  await expect.poll(() => at.saved('V13')).toBe(91)
  at.line.cut()
  await input(at.page, 'v.V13').fill('92')
  expect(await saidOf(at.page, 'waiting')).toContain('vui lòng không đóng trang')
  at.line.mend()
  await shows(at.page, 'saved')
  expect(at.saved('V13')).toBe(92)
})
