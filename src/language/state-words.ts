/**
 * What people write into a cell that has no number: signs of a gap, and words of the two states. They are never read as
 * a number nor dropped; whoever typed one is told where the state is chosen.
 */
const STATE_WORDS = new Set(
  [
    ...['-', '–', '—', '−', '…', '...'],
    ...['n/a', '#n/a', 'na', 'nd', 'nr', 'nil', 'none', 'no data', 'not applicable', 'not available', 'not reported'],
    ...['không', 'ko', 'không có', 'ko có', 'k.có', 'không có số liệu', 'không có dữ liệu', 'kcsl', 'không báo cáo'],
    ...['chưa có', 'chưa có số liệu', 'chưa báo cáo', 'không áp dụng', 'ko áp dụng', 'k.áp dụng', 'kad'],
  ].map(bare),
)

/** Whether a text says that there is no number: "N/A", "n.d.", "K.có", "–". */
export function isStateWord(text: string): boolean {
  return STATE_WORDS.has(bare(text))
}

/** Without case, spaces and the points of abbreviations; a row of one sign counts as the sign. */
function bare(text: string): string {
  const plain = text.normalize('NFC').toLowerCase()
  return plain.replace(/[\s.]/g, '').replace(/^([-–—−…])\1+$/, '$1') || (plain.length > 1 ? '…' : '')
}
