import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { loadSolver } from '../../src/suppression/highs.ts'
import { isRefusal, type Question } from '../../src/suppression/problem.ts'
import { protect } from '../../src/suppression/protect.ts'

/** `npm run --silent cases:disclosure -- FILE`: puts cases of one's own to the code that protects releases. */
const names = z.array(z.string())
const cases = z.array(
  z.object({
    name: z.string().optional(),
    threshold: z.number(),
    atoms: z.record(z.string(), z.number()),
    figures: z.array(
      z.object({ id: z.string(), sum: names, sensitive: z.boolean().optional(), mayHide: z.boolean().optional() }),
    ),
    earlier: z.array(z.object({ sum: names, shown: z.number().nullable() })).optional(),
    sameTotal: z.array(z.array(names)).optional(),
    keep: names.optional(),
  }),
)

class BadFile extends Error {}

async function run(path: string | undefined): Promise<void> {
  const questions = read(path)
  const solver = await loadSolver()
  const answers = questions.map(({ name, ...question }, index) => {
    const answer = protect(question as Question, solver)
    if (isRefusal(answer)) {
      const about = answer.about === undefined ? '' : ` (${answer.about})`
      throw new BadFile(`Case ${index + 1}${name ? `, "${name}",` : ''} cannot be answered: ${answer.refused}${about}.`)
    }
    return { suppressed: answer.suppressed, unprotectable: answer.unprotectable }
  })
  process.stdout.write(`${JSON.stringify(answers, null, 1)}\n`)
}

function read(path: string | undefined): z.infer<typeof cases> {
  if (!path) throw new BadFile('Which file? npm run --silent cases:disclosure -- FILE')
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new BadFile(`${path} cannot be read as JSON: ${(error as Error).message}`)
  }
  const found = cases.safeParse(content)
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
