import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { entryInBrowser, input, paste } from './entry-in-browser.ts'

/** The form as a sheet: keys, pasted blocks, what can be taken back, what is asked about. */
const entry = entryInBrowser()
const { form } = entry

const HA_TINH = { email: 'bc.field@example.org', slug: 'british-council', place: 'ha-tinh' }

const notice = (page: Page, code: string) => page.locator(`[data-row="${code}"] [data-notice]`)
const valueAt = (page: Page, name: string) => input(page, name).inputValue()

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

function focused(page: Page): Promise<string | null> {
  return page.evaluate(
    () => document.activeElement?.getAttribute('name') ?? document.activeElement?.textContent ?? null,
  )
}

const V5 = ['male', 'female', 'other', 'not-recorded'].map((sex) => `v.V5.sex=${sex}`)

async function fillV5(page: Page, texts: readonly string[]): Promise<void> {
  for (const [nth, text] of texts.entries()) await input(page, V5[nth]!).fill(text)
}

const textsOfV5 = (page: Page) => Promise.all(V5.map((name) => valueAt(page, name)))

describe('keys', () => {
  it('stay in their block, and lead on at its edges only by Tab', async () => {
    await form(async (page) => {
      await fillV5(page, ['1', '2', '3', '4'])
      await input(page, V5[2]!).focus()
      await press(page, 'Enter', 'Enter', 'ArrowDown', 'ArrowRight')
      expect(await focused(page)).toBe(V5[3])
      await press(page, 'Shift+Enter', 'Home')
      expect(await focused(page)).toBe(V5[2])
      await press(page, 'Control+Home')
      expect(await focused(page)).toBe(V5[0])
      await press(page, 'Control+End', 'Tab')
      expect(await focused(page)).toBe('v.V6')
      await press(page, 'Enter')
      expect(await focused(page)).toBe('d.V6')
    })
  })

  it('stop at the state where a cell was left blank, and lead there and back from any cell', async () => {
    await form(async (page) => {
      await fillV5(page, ['1', '', '3', '4'])
      await input(page, V5[3]!).focus()
      await press(page, 'Tab')
      expect(await focused(page)).toBe('s.V5')
      await input(page, V5[0]!).focus()
      await press(page, 'Alt+ArrowDown')
      expect(await focused(page)).toBe('s.V5')
      await press(page, 'Alt+ArrowUp')
      expect(await focused(page)).toBe(V5[0])
    })
  })

  it('stop at the state where no stage was chosen, too', async () => {
    await form(
      async (page) => {
        await input(page, 'v.J11').selectOption('')
        await input(page, 'v.J11').focus()
        await press(page, 'Tab')
        expect(await focused(page)).toBe('s.J11')
        await input(page, 'v.J11').selectOption('1')
        await input(page, 'v.J11').focus()
        await press(page, 'Tab')
        expect(await focused(page)).toMatch(/^v\.J13/)
      },
      { of: HA_TINH },
    )
  })

  it('edit in the cell after F2, put the old number back with Esc, and take back with Ctrl+Z', async () => {
    await form(async (page) => {
      await fillV5(page, ['12', '2', '3', '4'])
      await input(page, V5[1]!).focus()
      await press(page, 'Shift+Tab', 'F2', 'ArrowLeft', '9')
      expect(await valueAt(page, V5[0]!)).toBe('192')
      await press(page, 'Escape')
      expect(await valueAt(page, V5[0]!)).toBe('12')
      await press(page, '7', 'Tab', '8', 'Control+z')
      expect(await textsOfV5(page)).toEqual(['7', '2', '3', '4'])
      await press(page, 'Control+z')
      expect(await valueAt(page, V5[0]!)).toBe('12')
      expect(await focused(page)).toBe(V5[0])
      await press(page, 'Control+y', 'Control+Shift+Z')
      expect(await textsOfV5(page)).toEqual(['7', '8', '3', '4'])
    })
  })

  it('take a fill with zeros back as one step, its state with it', async () => {
    await form(async (page) => {
      await fillV5(page, ['1', '', '', '4'])
      await input(page, 's.V5').selectOption('not reported')
      await page.click('[data-fill][value="V5"]')
      expect(await textsOfV5(page)).toEqual(['1', '0', '0', '4'])
      expect(await valueAt(page, 's.V5')).toBe('reported')
      await input(page, V5[0]!).focus()
      await press(page, 'Control+z')
      expect(await textsOfV5(page)).toEqual(['1', '', '', '4'])
      expect(await valueAt(page, 's.V5')).toBe('not reported')
    })
  })

  it('never put a cell under the bar or the name of its indicator', async () => {
    await form(async (page) => {
      const covered = await page.evaluate(async () => {
        const cells = [...document.querySelectorAll<HTMLElement>('[data-part]')]
        const hidden: string[] = []
        for (const cell of [...cells, ...cells.toReversed()]) {
          cell.focus()
          await new Promise((done) => requestAnimationFrame(done))
          const { left, top, bottom } = cell.getBoundingClientRect()
          const seen = [top + 2, bottom - 2].every((y) => document.elementFromPoint(left + 5, y) === cell)
          if (!seen) hidden.push(cell.getAttribute('name') ?? '')
        }
        return hidden
      })
      expect(covered).toEqual([])
    })
  })
})

describe('a block from a sheet', () => {
  it('goes by its headings, in either language, and is one step back', async () => {
    await form(async (page) => {
      await fillV5(page, ['77', '', '', ''])
      await paste(page, V5[3]!, 'Nữ\t5\nNam\t6\nTổng\t11')
      expect(await textsOfV5(page)).toEqual(['6', '5', '', ''])
      expect(await notice(page, 'V5').textContent()).toContain('Đã bỏ qua tiêu đề và tổng: “Nữ” “Nam” “Tổng”')
      await input(page, V5[0]!).focus()
      await press(page, 'Control+z')
      expect(await textsOfV5(page)).toEqual(['77', '', '', ''])
      await paste(page, V5[0]!, 'Sex\tMale\tFemale\n2021\t8\t9')
      expect(await notice(page, 'V5').textContent()).toContain('Chưa dán gì')
      await paste(page, V5[0]!, 'Male\tFemale\n8\t9')
      expect(await textsOfV5(page)).toEqual(['8', '9', '', ''])
    })
  })

  it('is refused as a whole where it does not fit, with its shape and the room there is', async () => {
    await form(async (page) => {
      await fillV5(page, ['1', '2', '3', '4'])
      await paste(page, V5[2]!, '5\n6\n7')
      expect(await textsOfV5(page)).toEqual(['1', '2', '3', '4'])
      expect(await notice(page, 'V5').textContent()).toContain(
        'có 3 dòng × 1 cột, nhưng từ ô này bảng chỉ còn 2 dòng × 1 cột',
      )
      await paste(page, 'v.V3.age=0-15|sex=male', 'Nam\t2\t3\t1')
      expect(await valueAt(page, 'v.V3.age=0-15|sex=female')).not.toBe('3')
      await paste(page, 'v.V3.age=0-15|sex=male', '')
      expect(await notice(page, 'V5').isVisible()).toBe(true)
    })
  })

  it('spares what stands under its blanks until its person clears it', async () => {
    await form(async (page) => {
      await fillV5(page, ['77', '', '', ''])
      await paste(page, V5[0]!, '\n\n5\n6')
      expect(await textsOfV5(page)).toEqual(['77', '', '5', '6'])
      await notice(page, 'V5').locator('button').click()
      expect(await textsOfV5(page)).toEqual(['', '', '5', '6'])
      expect(await notice(page, 'V5').isVisible()).toBe(false)
    })
  })

  it('asks at once about each number that can be read in two ways', async () => {
    await form(async (page) => {
      await paste(page, V5[0]!, '1,000\n2,500\n3\nNam')
      expect(await notice(page, 'V5').textContent()).toContain('vui lòng xem lại: “Nam”')
      const doubts = page.locator('[data-row="V5"] .doubt')
      expect(await doubts.allTextContents()).toEqual(['“1,000” là: 1000 1', '“2,500” là: 2500 2,5'])
      await doubts.first().locator('button', { hasText: '1000' }).click()
      expect(await valueAt(page, V5[0]!)).toBe('1000')
      expect(await doubts.count()).toBe(1)
    })
  })
})

describe('what is typed', () => {
  it('is asked about beside its field, by keyboard too', async () => {
    await form(async (page) => {
      await input(page, V5[0]!).fill('1,000')
      await press(page, 'Tab')
      expect(await focused(page)).toBe('1000')
      await press(page, 'Enter')
      expect(await valueAt(page, V5[0]!)).toBe('1000')
      expect(await focused(page)).toBe(V5[0])
    })
    await form(
      async (page) => {
        await input(page, V5[0]!).fill('1.000')
        await press(page, 'Tab', 'Tab', 'Enter')
        expect(await valueAt(page, V5[0]!)).toBe('1')
      },
      { language: 'en' },
    )
  })

  it('leads from a word for "no figure" to the state', async () => {
    await form(async (page) => {
      await input(page, V5[0]!).fill('N/A')
      await press(page, 'Tab')
      expect(await page.textContent('[data-row="V5"] .doubt')).toContain('chọn ở mục Tình trạng')
      await input(page, V5[0]!).fill('3')
      expect(await page.locator('[data-row="V5"] .doubt').count()).toBe(0)
    })
  })

  it('can be cleared at once under a state that has no numbers', async () => {
    await form(async (page) => {
      await fillV5(page, ['1', '2', '', ''])
      await input(page, 's.V5').selectOption('not reported')
      expect(await notice(page, 'V5').textContent()).toContain('còn 2 ô có số')
      await notice(page, 'V5').locator('button').click()
      expect(await textsOfV5(page)).toEqual(['', '', '', ''])
      expect(await notice(page, 'V5').isVisible()).toBe(false)
    })
  })

  it('is counted down in the list of indicators', async () => {
    await form(async (page) => {
      const missing = page.locator('[data-jump="V5"]')
      await page.locator('[data-row="V5"] [data-state]').selectOption('reported')
      await fillV5(page, ['', '', '3', '4'])
      expect(await missing.textContent()).toBe('2 ô trống')
      await fillV5(page, ['1', '2', '3', '4'])
      expect(await missing.textContent()).toBe('đủ')
    })
  })
})

describe('a quarter by keyboard alone', () => {
  it('takes no more keys than its digits, one key a cell, and a few to begin and to end', async () => {
    const { context, page } = await entry.windowFor('dolisa.quang-binh@example.org', { language: 'vi' })
    await page.goto('/')
    await page.click('main a[href*="/submissions/start"]')
    await page.waitForSelector('#entry')
    // Keys that come before the script are the browser's own.
    await page.waitForLoadState()
    let keys = 0
    const key = async (name: string) => {
      keys += 1
      await page.keyboard.press(name)
    }
    for (const name of ['Tab', 'Tab', 'Enter']) await key(name)
    const cells = await page.locator('[data-part]').count()
    for (let nth = 0; nth < cells; nth += 1) {
      await key((await page.evaluate(() => document.activeElement instanceof HTMLSelectElement)) ? '1' : '0')
      await key('Tab')
    }
    const isAtSubmit = () => page.evaluate(() => document.activeElement?.getAttribute('value') === 'hand-in')
    for (let nth = 0; nth < 5 && !(await isAtSubmit()); nth += 1) await key('Tab')
    await key('Enter')
    // Waited for is what the next page lacks.
    await page.waitForFunction(() => document.querySelectorAll('[data-part]').length === 0)
    console.info(`a quarter of ${cells} cells by keyboard alone: ${keys} keys`)
    expect(keys - cells).toBeLessThanOrEqual(cells + 8)
    expect(keys).toBeLessThanOrEqual(210)
    await context.close()
  })
})
