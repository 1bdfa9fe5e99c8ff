import { describe, expect, it } from 'vitest'
import { readForm } from '../../src/forms/read.ts'
import { settingsForm, settingsOf, typedSettings } from '../../src/settings/form.ts'
import { DEFAULTS } from '../../src/settings/setting.ts'

const read = (over: Record<string, string> = {}) =>
  readForm(settingsForm, { green: '90', amber: '70', fiscalStartMonth: '4', ...over })
const errorsOf = (over: Record<string, string>) => (read(over) as { errors: unknown }).errors

describe('the form of settings', () => {
  it('shows what holds and reads it back the same', () => {
    const typed = typedSettings(DEFAULTS)
    expect(typed).toEqual({ green: '90', amber: '70', fiscalStartMonth: '4' })
    const again = readForm(settingsForm, typed)
    expect('values' in again && settingsOf(again.values)).toEqual({
      rag: { green: 90, amber: 70 },
      fiscalStartMonth: 4,
    })
  })

  it.each([
    { green: '200', amber: '1' },
    { green: ' 2 ', amber: '1' },
    { fiscalStartMonth: '1' },
    { fiscalStartMonth: '7' },
    { fiscalStartMonth: '10' },
  ])('takes %j', (over) => {
    expect('values' in read(over as Record<string, string>)).toBe(true)
  })

  it.each(['', '0', '201', '-5', '90.5', '1e2', '٩٠', '0090'])('takes no threshold of %j', (green) => {
    expect(errorsOf({ green })).toEqual({ green: 'settings:bad-percent' })
  })

  it('takes no amber that is not below green', () => {
    expect(errorsOf({ green: '70' })).toEqual({ amber: 'settings:amber-below-green' })
    expect(errorsOf({ green: '69' })).toEqual({ amber: 'settings:amber-below-green' })
    expect(errorsOf({ amber: 'x' })).toEqual({ amber: 'settings:bad-percent' })
  })

  it.each(['', '0', '2', '13', '0x4', '4.0', '1e0', ' 4', 'April'])(
    'takes no year from month %j',
    (fiscalStartMonth) => {
      expect(errorsOf({ fiscalStartMonth })).toEqual({ fiscalStartMonth: 'settings:bad-month' })
    },
  )
})
