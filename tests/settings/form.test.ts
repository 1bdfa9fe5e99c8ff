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
    expect(typed).toEqual({ green: '90', amber: '70', fiscalStartMonth: '4', contactVi: '', contactEn: '' })
    const again = readForm(settingsForm, typed)
    expect('values' in again && settingsOf(again.values)).toEqual({
      rag: { green: 90, amber: 70 },
      fiscalStartMonth: 4,
      contact: null,
    })
  })

  it('takes a contact in both languages or none, on one line of 200 characters', () => {
    const contactOf = (contactVi: string, contactEn: string) => {
      const given = read({ contactVi, contactEn })
      return 'values' in given ? settingsOf(given.values).contact : given.errors
    }
    expect(contactOf(' Văn phòng ', 'Office')).toEqual({ vi: 'Văn phòng', en: 'Office' })
    expect(contactOf(' ', '')).toBeNull()
    expect(contactOf('Văn phòng', ' ')).toEqual({ contactEn: 'settings:contact-both' })
    expect(contactOf('', 'Office')).toEqual({ contactVi: 'settings:contact-both' })
    expect(contactOf('x'.repeat(200), 'x'.repeat(200))).not.toHaveProperty('contactVi')
    expect(contactOf('x'.repeat(201), 'x')).toEqual({ contactVi: 'settings:contact-long' })
    expect(contactOf('x', 'Office,\r\nHa Noi\n\n office@example.org\n')).toEqual({
      vi: 'x',
      en: 'Office, Ha Noi, office@example.org',
    })
    const typed = typedSettings({ ...DEFAULTS, contact: { vi: 'Văn phòng', en: 'Office' } })
    expect([typed.contactVi, typed.contactEn]).toEqual(['Văn phòng', 'Office'])
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
