import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../src/config/root.ts'
import { filesIn, textOf } from './sources.ts'

/** Good names make small files; a file is never cut, nor two joined, to meet a number. */
const LONGEST_FILE = 300
const USUAL_FILE = 150
const MOST_FILES = 14
const LONGEST_FUNCTION = 60
/** The formatter breaks lines of code; what is said beside them it leaves. */
const LONGEST_COMMENT = 150

const files = ['src', 'db', 'views', 'tests', 'fixtures'].flatMap((folder) => filesIn(folder, '.ts', '.eta', '.css'))
const lengths = files.map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))

it('has no file over 300 lines, and nine in ten within 150', () => {
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!
  console.log(
    `${files.length} files: median ${at(0.5)}, 90th percentile ${at(0.9)}, longest ${at(1)} lines; over ${USUAL_FILE}: ` +
      lengths.filter(({ lines }) => lines > USUAL_FILE).length,
  )
  expect(at(0.9)).toBeLessThanOrEqual(USUAL_FILE)
  const long = lengths.filter(({ lines }) => lines > LONGEST_FILE).map(({ file }) => file)
  expect(long).toEqual([])
})

it('has no folder with more than fourteen files beside each other', () => {
  const folders = [...new Set(files.map((file) => dirname(file)))]
  const crowded = folders.filter((folder) => filesBeside(folder) > MOST_FILES)
  expect(crowded).toEqual([])
})

it('has no function over 60 lines in what is shipped', () => {
  const shipped = files.filter((file) => /^(src|db)\/.*\.ts$/.test(file))
  const long = shipped.flatMap((file) =>
    functionsIn(textOf(file))
      .filter(({ lines }) => lines > LONGEST_FUNCTION)
      .map(({ name }) => `${file} ${name}`),
  )
  expect(long).toEqual([])
})

it('has no line of a comment that is too long to be read', () => {
  const isComment = (line: string) => /^\s*(?:\/\*\*|\*|\/\/)\s/.test(line)
  const long = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      textOf(file)
        .split('\n')
        .flatMap((line, nth) => (isComment(line) && line.length > LONGEST_COMMENT ? [`${file}:${nth + 1}`] : [])),
    )
  expect(long).toEqual([])
})

it('sees how long a function is', () => {
  const body = Array.from({ length: 3 }, () => '  x()').join('\n')
  expect(functionsIn(`export async function one(\n  a: string,\n) {\n${body}\n}\n`)).toEqual([
    { name: 'one', lines: 7 },
  ])
  expect(functionsIn(`class A {\n  two(): void {\n  ${body}\n  }\n}\n`)).toEqual([{ name: 'two', lines: 5 }])
  expect(functionsIn(`const three = (a) => {\n${body}\n}\n`)).toEqual([{ name: 'three', lines: 5 }])
})

function filesBeside(folder: string): number {
  return readdirSync(join(root, folder), { withFileTypes: true }).filter((one) => one.isFile() && one.name !== '.keep')
    .length
}

/** Functions by their first line and the first line below that closes at the same depth: the formatter keeps it so. */
function functionsIn(text: string): { name: string; lines: number }[] {
  const lines = text.split('\n')
  return lines.flatMap((line, start) => {
    const found =
      /^(\s*)(?:export\s+)?(?:default\s+)?(?:async\s+)?function\*?\s+(\w+)/.exec(line) ??
      /^(\s*)(?:export\s+)?const\s+(\w+)\s*=\s*(?:async\s*)?(?:<[^>]*>)?\([^=]*=>\s*\{$/.exec(line) ??
      /^(\s+)(?:private\s+|static\s+|async\s+|\*|get\s+)*(\w+)\([^;=]*\{$/.exec(line)
    if (!found || /^(if|for|while|switch|return|catch)$/.test(found[2]!)) return []
    const end = lines.findIndex((later, i) => i > start && later.startsWith(`${found[1]}}`))
    return end < 0 ? [] : [{ name: found[2]!, lines: end - start + 1 }]
  })
}
