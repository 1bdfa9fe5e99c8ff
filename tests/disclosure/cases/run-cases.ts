import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { loadSolver } from '../../../src/suppression/highs.ts'
import { isRefusal } from '../../../src/suppression/problem.ts'
import { protect } from '../../../src/suppression/protect.ts'
import { problemOfCase, type WorkedCase, workedCase } from './case-file.ts'

class BadFile extends Error {}

/** `npm run --silent cases:disclosure -- FILE`: puts cases of one's own to the code that protects releases. */
async function run(path: string | undefined): Promise<void> {
  const cases = read(path)
  const solver = await loadSolver()
  const answers = cases.map((one, index) => {
    const answer = protect(problemOfCase(one), solver)
    if (isRefusal(answer)) {
      const about = answer.about === undefined ? '' : ` (${answer.about})`
      throw new BadFile(
        `Case ${index + 1}${one.name ? `, "${one.name}",` : ''} cannot be answered: ${answer.refused}${about}.`,
      )
    }
    return { suppressed: answer.suppressed, unprotectable: answer.unprotectable }
  })
  process.stdout.write(`${JSON.stringify(answers, null, 1)}\n`)
}

function read(path: string | undefined): WorkedCase[] {
  if (!path) throw new BadFile('Which file? npm run --silent cases:disclosure -- FILE')
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new BadFile(`${path} cannot be read as JSON: ${(error as Error).message}`)
  }
  const found = z.array(workedCase).safeParse(content)
  if (found.success) return found.data
  const [issue] = found.error.issues
  throw new BadFile(`${path} is not a list of cases: ${issue?.path.join(' → ') || 'the file'}: ${issue?.message}`)
}

try {
  await run(process.argv[2])
} catch (error) {
  if (!(error instanceof BadFile)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
