import type { DatedName, Partner } from '../../src/partners/partner.ts'
import type { Place } from '../../src/places/place.ts'

const inBoth = (en: string) => ({ vi: `${en} (vi)`, en })

/** A partner by its names, each with the first day of it. */
export function partnerNamed(id: number, slug: string, names: [en: string, validFrom: string][]): Partner {
  const dated = names.map(([en, validFrom], nth): DatedName => {
    return { kind: 'womens union', name: inBoth(en), validFrom, validTo: names[nth + 1]?.[1] ?? null }
  })
  return { id, slug, cutOffDay: null, names: dated }
}

/** A province, or a commune where it lies in one. */
export function placeNamed(id: number, en: string, parentId: number | null = null): Place {
  return {
    id,
    slug: en.toLowerCase().replaceAll(' ', '-'),
    code: String(id),
    iso: null,
    level: parentId === null ? 'province' : 'commune',
    depth: parentId === null ? 1 : 2,
    parentId,
    name: inBoth(en),
    validFrom: '1900-01-01',
    validTo: null,
  }
}
