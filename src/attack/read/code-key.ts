/** What a name is known by where a file names places, breakdowns and categories by their codes alone. */
export function codeKey(kind: 'place' | 'breakdown' | 'category', indicator: string, code: string): string {
  return kind === 'place' ? `place ${code}` : `${kind} ${indicator} ${code}`
}
