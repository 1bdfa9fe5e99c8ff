import { describe, expect, it } from 'vitest'
import * as en from '../../src/language/en/index.ts'
import * as vi from '../../src/language/vi/index.ts'
import { wordsFor } from '../../src/language/words.ts'
import { filesIn, textOf } from './sources.ts'

type Tree = { [key: string]: string | Tree }
const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  )
const all = (rooms: object): Map<string, string> =>
  new Map(
    Object.entries(rooms).flatMap(([room, tree]) =>
      leaves(tree as Tree).map(([key, text]) => [`${room}:${key}`, text] as const),
    ),
  )
const stem = (key: string) => key.replace(/_(one|other)$/, '')

const english = all(en)
const vietnamese = all(vi)
const sources = [...filesIn('src', '.ts'), ...filesIn('views', '.eta')].filter(
  (file) => !/\/language\/(vi|en)\//.test(file),
)

describe('words', () => {
  it('has every sentence in both languages', () => {
    const stems = (words: Map<string, string>) => [...new Set([...words.keys()].map(stem))].sort()
    expect(stems(vietnamese)).toEqual(stems(english))
  })

  it('has no empty sentence, no decomposed letters, and no Vietnamese left in English', () => {
    for (const [key, text] of [...vietnamese, ...english]) {
      expect(text.trim(), key).not.toBe('')
      expect(text, key).toBe(text.normalize('NFC'))
    }
    const telling = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i
    const names = /Tiếng Việt|Hải Phòng|Quảng|Nghệ An|Hà Tĩnh|Việt|nạn nhân/
    for (const [key, text] of english) if (!names.test(text)) expect(telling.test(text), `${key}: ${text}`).toBe(false)
  })

  it('fills the same blanks in both languages', () => {
    /** One place and several, at the head of a sentence or in it, are one blank: the languages use them differently. */
    const same = (blank: string) => blank.toLowerCase().replace(/^{{((?:sub)?area)s}}$/, '{{$1}}')
    const blanks = (text: string) => [...new Set((text.match(/{{\w+}}/g) ?? []).map(same))].sort()
    for (const [key, text] of vietnamese) {
      const other = english.get(key) ?? english.get(`${stem(key)}_other`) ?? english.get(stem(key))
      expect(blanks(text), key).toEqual(blanks(other ?? ''))
    }
  })

  it('calls nothing a key that the compiler has not found to be one, but what a schema gives back', () => {
    const casting = sources.filter((file) => /[\w)`\]] as Key\b/.test(textOf(file)))
    expect(casting).toEqual(['src/forms/read.ts'])
  })

  it('uses only keys that exist', () => {
    const missing: string[] = []
    for (const file of sources) {
      for (const [, key] of textOf(file).matchAll(/['"`]((?:[a-z]+):[a-z][\w.-]*[\w])['"`]/gi)) {
        const room = key!.split(':')[0]!
        if (!(room in en)) continue
        if (!english.has(key!) && !english.has(`${key}_other`)) missing.push(`${file}: ${key}`)
      }
    }
    expect(missing).toEqual([])
  })

  it('says every sentence somewhere', () => {
    const said = saidIn(sources.map(textOf).join('\n'))
    const unused = [...new Set([...english.keys()].map(stem))].filter((key) => !isSaid(key, said))
    expect(unused).toEqual([])
  })

  it('has what is printed at the terminal, too: what wires the program holds no sentence of its own', () => {
    const wiring = sources.filter((file) => /^src\/(?:config\/)?[^/]+\.ts$/.test(file))
    expect(wiring.length).toBeGreaterThan(15)
    const sentences = wiring.flatMap((file) =>
      textOf(file)
        .split('\n')
        .filter((line) => !/^\s*(?:\/\/|\/?\*)|throw new Error/.test(line))
        .filter((line) => /(['"`])[^'"`]*\p{L}{2,} \p{L}{2,} \p{L}{2,} [^'"`]*\1/u.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    )
    expect(sentences).toEqual([])
    expect(wiring.filter((file) => /console\./.test(textOf(file)))).toEqual(['src/terminal.ts'])
  })

  it('puts numbers into sentences', () => {
    expect(wordsFor('en').t('common:form.summary', { count: 1 })).toBe('One thing needs correcting')
    expect(wordsFor('en').t('common:form.summary', { count: 3 })).toBe('3 things need correcting')
    expect(wordsFor('vi').t('common:form.summary', { count: 3 })).toContain('3')
  })
})

type Said = { whole: ReadonlySet<string>; begun: ReadonlySet<string> }

/** Keys that stand whole, and what stands before the rest of one put together in place: 'people:role.' + role, `trail:did.${verb}`. */
function saidIn(text: string): Said {
  const found = (pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, key]) => key!))
  return { whole: found(/['"`](\w+:[\w.-]+)['"`]/g), begun: found(/(\w+:(?:[\w.-]+\.)?)(?:\${|' \+)/g) }
}

function isSaid(key: string, { whole, begun }: Said): boolean {
  if (whole.has(key)) return true
  const [room, path] = key.split(':') as [string, string]
  const parts = path.split('.')
  return parts.some((_, take) =>
    begun.has(
      `${room}:${parts
        .slice(0, take)
        .map((part) => `${part}.`)
        .join('')}`,
    ),
  )
}
