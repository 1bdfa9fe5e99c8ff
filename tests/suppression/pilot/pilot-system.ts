import type { EarlierCell, SuppressionCell, SuppressionProblem } from '../../../src/suppression/problem.ts'

export interface Size {
  indicators: number
  provinces: number
  quarters: number
}

export const pilotSize: Size = { indicators: 14, provinces: 5, quarters: 12 }

const sexes = ['female', 'male', 'other', 'not-recorded']
const ages = ['0-11', '12-15', '16-17', '18-24', '25+', 'not-recorded']
const forms = ['labour', 'sexual', 'marriage', 'begging', 'surrogacy', 'crime', 'other', 'not-recorded']
/** How often each is met: most victims known to services are women, most places have no case of most forms. */
const sexWeights = [70, 27, 1, 2]
const ageWeights = [4, 12, 18, 36, 28, 2]
const formWeights = [34, 30, 24, 4, 2, 3, 2, 1]

/**
 * A donor release of the size of the pilot project: sensitive indicators, each by project and quarter, half-year, year,
 * fiscal year (April to March) and to date, by province and year, and by year and sex, age or form of exploitation.
 * `until` is the last quarter it covers (counted from 0, the first quarter of a year).
 */
export function release(
  size: Size,
  until: number,
  restated: boolean,
): Pick<SuppressionProblem, 'atoms' | 'cells' | 'sameTotal'> {
  const atoms: Record<string, number> = {}
  const cells: SuppressionCell[] = []
  const sameTotal: string[][][] = []
  for (let indicator = 0; indicator < size.indicators; indicator++) {
    const counted = atomsOf(indicator, size, until, restated)
    for (const atom of counted) atoms[atom.name] = atom.count
    cells.push(...cellsOf(indicator, size, until, counted))
    for (let province = 0; province < size.provinces; province++)
      for (let quarter = 0; quarter <= until; quarter++) {
        const here = counted.filter((atom) => atom.province === province && atom.quarter === quarter)
        const names = (crossed: boolean) => here.filter((atom) => atom.form < 0 === crossed).map((atom) => atom.name)
        sameTotal.push([names(true), names(false)])
      }
  }
  return { atoms, cells, sameTotal }
}

/** The release as later ones know it: the sums it published, and what stood there. */
export function asEarlier(problem: SuppressionProblem, suppressed: Readonly<Record<string, unknown>>): EarlierCell[] {
  return problem.cells.map(({ id, sum }) => ({
    sum,
    shown: Object.hasOwn(suppressed, id) ? null : sum.reduce((total, atom) => total + problem.atoms[atom]!, 0),
  }))
}

interface AtomCount {
  name: string
  count: number
  province: number
  quarter: number
  sex: number
  age: number
  /** −1 for the atoms of sex and age; those of the form of exploitation have no sex and age. */
  form: number
}

function atomsOf(indicator: number, size: Size, until: number, restated: boolean): AtomCount[] {
  const counted: AtomCount[] = []
  for (let province = 0; province < size.provinces; province++)
    for (let quarter = 0; quarter <= until; quarter++) {
      // One place and quarter was corrected after the first releases: another count, so another unknown.
      const again = restated && province === 1 && quarter === 5 ? '/corrected' : ''
      const random = stream(`${indicator}/${province}/${quarter}${again}`)
      // About six clients per province and quarter; some indicators count far fewer, some more.
      const usual = [6, 6, 6, 2, 15, 40][indicator % 6]!
      const total = random() < 0.1 ? 0 : Math.floor(random() * 2 * usual)
      const place = `${indicator}/${province}/${quarter}${again}`
      const bySexAge = sexes.map(() => ages.map(() => 0))
      const byForm = forms.map(() => 0)
      for (let person = 0; person < total; person++) {
        bySexAge[draw(sexWeights, random())]![draw(ageWeights, random())]! += 1
        byForm[draw(formWeights, random())]! += 1
      }
      for (const [sex, row] of bySexAge.entries())
        for (const [age, count] of row.entries())
          counted.push({ name: `${place}/${sexes[sex]}/${ages[age]}`, count, province, quarter, sex, age, form: -1 })
      for (const [form, count] of byForm.entries())
        counted.push({ name: `${place}/${forms[form]}`, count, province, quarter, sex: -1, age: -1, form })
    }
  return counted
}

function cellsOf(indicator: number, size: Size, until: number, counted: readonly AtomCount[]): SuppressionCell[] {
  const cells: SuppressionCell[] = []
  const add = (label: string, test: (atom: AtomCount) => boolean) => {
    cells.push({ id: `${indicator}: ${label}`, sum: counted.filter(test).map((atom) => atom.name) })
  }
  const people = (from: number, to: number) => (atom: AtomCount) =>
    atom.form < 0 && atom.quarter >= from && atom.quarter <= Math.min(to, until)
  for (let at = 0; at <= until; at++) add(`quarter ${at}`, people(at, at))
  for (let at = 0; at <= until; at += 2) add(`half-year ${at / 2}`, people(at, at + 1))
  for (let at = -3; at <= until; at += 4) add(`fiscal year ${(at + 3) / 4}`, people(at, at + 3))
  for (let at = 0; at <= until; at++) add(`to quarter ${at}`, people(0, at))
  for (let at = 0; at <= until; at += 4) {
    const [year, inYear] = [at / 4, people(at, at + 3)]
    add(`year ${year}`, inYear)
    for (let province = 0; province < size.provinces; province++)
      add(`province ${province} in year ${year}`, (atom) => inYear(atom) && atom.province === province)
    for (const [sex, name] of sexes.entries())
      add(`${name} in year ${year}`, (atom) => inYear(atom) && atom.sex === sex)
    for (const [age, name] of ages.entries())
      add(`${name} in year ${year} `, (atom) => inYear(atom) && atom.age === age)
    for (const [form, name] of forms.entries())
      add(`form ${name} in year ${year}`, (atom) => atom.form === form && inYear({ ...atom, form: -1 }))
  }
  return cells
}

/** Numbers from 0 to 1 that depend on the name alone, so that every run measures the same system. */
function stream(name: string): () => number {
  let state = [...name].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193), 0x811c9dc5)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function draw(weights: readonly number[], at: number): number {
  let left = at * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [index, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return index
  }
  return weights.length - 1
}
