import { type FreeText, type FreeTextProblem, readFreeText } from '../../../privacy/free-text.ts'
import { type Finding, findingId } from '../finding.ts'
import type { Soft } from '../soft.ts'

/** Letters of a note on a doubt. */
export const LONGEST_NOTE = 500

/** What was sent with a submission that is handed in: the doubts stood by, and at the same places what is said of them. */
export type SentDoubts = {
  confirmed: readonly string[]
  note: readonly string[]
  /** "yes": its writer has looked again and says that no note names anybody. */
  keep: string
}

/** Nobody has been asked yet. */
export const NO_ANSWERS: SentDoubts = { confirmed: [], note: [], keep: '' }

/** A doubt the partner was asked about and stands by, and what it said of it: '' where nothing needs to be said. */
export type ConfirmedDoubt = { doubt: string; note: string; keptOnWord: boolean }

/** A doubt with what was said of it; no `problem`: it is stood by. */
export type AnsweredDoubt = ConfirmedDoubt & {
  finding: Finding<Soft>
  takesNote: boolean
  problem: FreeTextProblem | 'not-asked' | null
}

/** Doubts as they are now, with what was said of those that were asked about: a number that has changed since is asked anew. */
export function answeredDoubts(doubts: readonly Finding<Soft>[], sent: SentDoubts): AnsweredDoubt[] {
  return doubts.map((finding) => {
    const doubt = findingId(finding)
    const takesNote = takesNotes(finding.code)
    const at = sent.confirmed.indexOf(doubt)
    const { text, keptOnWord, problem }: FreeText = takesNote
      ? readFreeText(sent.note[at], LONGEST_NOTE, sent.keep === 'yes')
      : { text: '', keptOnWord: false, problem: null }
    return { finding, doubt, takesNote, note: text, keptOnWord, problem: at < 0 ? 'not-asked' : problem }
  })
}

/** Of a number somebody can say why it is right; that a quarter is not over is only to be known. */
function takesNotes(code: Soft): boolean {
  return code !== 'quarter-not-over'
}
