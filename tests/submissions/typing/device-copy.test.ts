import { describe, expect, it } from 'vitest'
import { isFormAddress, keptForm, shownWithoutLine } from '../../../src/submissions/typing/device-copy.ts'

const PAGE = `<!doctype html><html lang="vi"><link rel="stylesheet" href="/assets/app.css?v=5f3d272c9d">
<script type="module" src="/assets/entry.js?v=adf940f6c1"></script><body data-person="11" data-unsaved="…">
<p class="notice good" role="status">Đã lưu nháp; 1 ô có thay đổi.</p>
<p class="notice warn" data-no-line hidden>… <time></time></p>
<form method="post" id="entry" data-pasting="/assets/pasting.js?v=0123456789"><input name="v.V13"></form></body></html>`

describe('a form that is kept on a device', () => {
  it('is its person’s, with what its page asks for, and without what was said once', () => {
    const kept = keptForm(PAGE)!
    expect(kept.person).toBe('11')
    expect(kept.files).toEqual([
      '/assets/app.css?v=5f3d272c9d',
      '/assets/entry.js?v=adf940f6c1',
      '/assets/pasting.js?v=0123456789',
    ])
    expect(kept.html).not.toContain('Đã lưu nháp')
    expect(kept.html).toContain('name="v.V13"')
  })

  it.each([
    ['a report that is only read', PAGE.replace(' id="entry"', '')],
    ['the page of somebody who is not signed in', PAGE.replace(' data-person="11"', '')],
    ['nothing', ''],
  ])('%s is not kept', (_, page) => expect(keptForm(page)).toBeNull())

  it('says when it is shown that it is a copy, and of when', () => {
    const at = Date.UTC(2022, 1, 10, 7, 5)
    const shown = shownWithoutLine({ html: PAGE, at })
    expect(shown).toContain('data-no-line role="alert"')
    expect(shown).toMatch(/<time>14:05,? 10\/02\/2022<\/time>|<time>10\/02\/2022,? 14:05<\/time>/)
    expect(shownWithoutLine({ html: PAGE.replace('lang="vi"', 'lang="en"'), at })).toMatch(/<time>.*14:05.*<\/time>/)
    expect(PAGE).toContain('data-no-line hidden')
  })

  it.each<[string, boolean]>([
    ['/submissions/351', true],
    ['/submissions/start', true],
    ['/submissions/351/history', false],
    ['/submissions/351/print', false],
    ['/submissions', false],
    ['/submissions/waiting', false],
    ['/overview', false],
  ])('%s: %s', (path, isForm) => expect(isFormAddress(path)).toBe(isForm))
})
