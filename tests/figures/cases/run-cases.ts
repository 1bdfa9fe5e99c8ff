import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Refused } from '../../../src/figures/question.ts'
import { BadCase, figureCase } from './case.ts'
import { figureOf } from './case-figure.ts'
import { BadHandover } from './case-world.ts'

/** Puts the worked cases of a file to the program and prints the figures in the same order, as JSON. */
try {
  const [file] = process.argv.slice(2)
  if (!file) throw new BadCase('name a file of cases: npm run --silent cases:figures -- FILE')
  const now = Date.now()
  const figures = z
    .array(z.unknown())
    .parse(parse(file))
    .map((given, i) => answered(given, i, now))
  console.log(JSON.stringify(figures, null, 1))
} catch (error) {
  if (!(error instanceof BadCase || error instanceof z.ZodError)) throw error
  console.error(error instanceof BadCase ? error.message : `the file is not a list of cases: ${sentence(error)}`)
  process.exitCode = 2
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new BadCase(`${file} cannot be read as JSON: ${(error as Error).message}`)
  }
}

function answered(given: unknown, i: number, now: number) {
  const read = figureCase.safeParse(given)
  const name = (given as { name?: unknown } | null)?.name
  const which = `case ${i + 1}${typeof name === 'string' ? ` (${name})` : ''}`
  if (!read.success) throw new BadCase(`${which}: ${sentence(read.error)}`)
  try {
    return figureOf(read.data, now)
  } catch (error) {
    // The answers stay in step with the cases: a refusal takes the place of the figure.
    if (error instanceof BadHandover) return { refused: error.refusal }
    if (error instanceof Refused)
      return { refused: error.code, ...(error.code === 'merged-away' && { place: error.what }) }
    throw error instanceof BadCase ? new BadCase(`${which}: ${error.message}`) : error
  }
}

function sentence(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'it'}: ${issue.message}`).join('; ')
}
