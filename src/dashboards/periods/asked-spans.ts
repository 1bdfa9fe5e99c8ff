import type { NamedSpan } from '../../calendar/span.ts'
import type { Question, SpanGroup } from '../../figures/question.ts'

/** What a page asks, and under which spans its answer has the values of each indicator, in order of time. */
export type OwnSpansQuestion = { question: Question; own: ReadonlyMap<string, readonly NamedSpan[]> }

/** The spans of a question that asks every indicator over spans of its own: each of them once, of all that have it. */
export class AskedSpans {
  private readonly byKey = new Map<string, SpanGroup & { indicators: string[] }>()

  ask({ key, from, to }: SpanGroup, code: string): void {
    const known = this.byKey.get(key)
    if (known) known.indicators.push(code)
    else this.byKey.set(key, { key, from, to, indicators: [code] })
  }

  get all(): SpanGroup[] {
    return [...this.byKey.values()]
  }
}
