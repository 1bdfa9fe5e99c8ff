import { describe, expect, it } from 'vitest'
import { hasProblem, readReturn, writtenAgain } from '../../../src/submissions/review/reasons-form.ts'
import { definition, indicator } from '../entry-form/definitions.ts'

const FORM = definition(indicator('V1', 'count', [['primary', 'sex']]), indicator('V2', 'count'))
const read = (body: object) => readReturn({ version: '3', text: 'Xem lại.', ...body }, FORM)
const rows = (body: object) =>
  read(body).rows.map(({ indicator, cell, text, problem }) => [indicator, cell, text, problem])

describe('why a report is to be corrected', () => {
  it.each<[object, unknown[]]>([
    [{}, []],
    [{ 'reason.V1': '  ', 'cell.V1': 'sex=male' }, []],
    [{ 'reason.V2': ' Sai. ' }, [['V2', '', 'Sai.', null]]],
    [{ 'reason.V1': 'Sai.', 'cell.V1': 'sex=male' }, [['V1', 'sex=male', 'Sai.', null]]],
    [{ 'reason.V1': 'Sai.', 'cell.V1': 'age=99' }, [['V1', '', 'Sai.', null]]],
    [{ 'reason.V9': 'Sai.' }, []],
    [{ 'reason.V1': ['một', 'hai'] }, [['V1', '', 'hai', null]]],
    [{ 'reason.V1': 'nạn nhân Lan' }, [['V1', '', 'nạn nhân Lan', 'may-identify']]],
    [{ 'reason.V1': 'nạn nhân Lan', keep: 'yes' }, [['V1', '', 'nạn nhân Lan', null]]],
    [{ 'reason.V1': 'a'.repeat(2001) }, [['V1', '', 'a'.repeat(2001), 'too-long']]],
  ])('%o: %o', (body, expected) => {
    expect(rows(body)).toEqual(expected)
  })

  it('needs a reason for the whole too, and minds each of them', () => {
    expect(hasProblem(read({}))).toBe(false)
    expect(hasProblem(read({ text: ' ', 'reason.V1': 'Sai.' }))).toBe(true)
    expect(hasProblem(read({ 'reason.V1': 'Gọi 0912345678' }))).toBe(true)
  })

  it('can be shown again as it was written', () => {
    const written = read({ text: '', 'reason.V1': 'nạn nhân Lan', 'cell.V1': 'sex=male' })
    const again = readReturn(writtenAgain(written), FORM)
    expect({ ...again, version: 3 }).toEqual(written)
  })
})
