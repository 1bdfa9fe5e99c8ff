/** What a text seems to hold that could single somebody out. */
export const TRACES = ['national-id', 'phone', 'e-mail', 'address', 'name'] as const
export type Trace = (typeof TRACES)[number]

const LETTER = '\\p{L}'
/** A word with a capital; longer ones are no names, and looking further would cost the square of the text. */
const CAPITAL = '\\p{Lu}\\p{Ll}{0,30}'

/**
 * Looks for personal data in free text; it errs on the side of asking. A citizen's number has 12 digits (Law on
 * Identification 26/2023/QH15), the old identity card 9; Vietnamese phones have 10 digits from 0, or +84 and 9.
 * Nothing found is no proof that there is nothing.
 * @param text of limited length: patterns take time in proportion to it, but putting it into one Unicode form need not
 */
export function tracesIn(text: string): Trace[] {
  const plain = text
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
  return TRACES.filter((trace) => FINDERS[trace].some((pattern) => pattern.test(plain)))
}

/** Blanks are single when these are asked. Every repetition has an end, so that no place of a text is looked at often. */
const FINDERS: Readonly<Record<Trace, readonly RegExp[]>> = {
  'national-id': [
    /(?<![\d.,])\d{3} ?\d{3} ?\d{3} ?\d{3}(?![\d.,]{0,30}\d)/,
    /(?<![\d.,+])\d{3} ?\d{3} ?\d{3}(?! ?[\d.,]{0,30}\d)/,
  ],
  phone: [/(?<!\d)(?:\+?84|0)(?:[ .-]?\d){9}(?!\d)/, /(?<!\d)02\d{1,2}(?:[ .-]?\d){7,8}(?!\d)/],
  'e-mail': [/[^\s@]@[^\s@]{1,255}\.[^\s@]{2}/],
  address: [
    // "số nhà 12", "ngõ 5", "12/3 đường Lê Lợi", "thôn Đông, xã …", "tổ 4 khu phố 2", "7 Green Street"
    new RegExp(`(?<!${LETTER})(?:số nhà|ngõ|ngách|hẻm|kiệt|tổ dân phố)\\s\\p{L}?\\d`, 'iu'),
    new RegExp(
      `(?<![\\d.,])\\d{1,6}[A-Za-z]?(?:/\\d{1,6}){0,6},?\\s(?:đường|phố|street|road|st\\.|rd\\.)(?!${LETTER})`,
      'iu',
    ),
    new RegExp(`(?<!${LETTER})(?:thôn|xóm|ấp|bản|khu phố)\\s[\\d\\p{Lu}]`, 'u'),
    new RegExp(`\\d\\s(?:${CAPITAL}\\s){1,3}(?:Street|Road|Lane|Avenue)`, 'u'),
  ],
  name: [
    // "nạn nhân Nguyễn Thị X", "bé A", "chị Lan", "victim Anna"; a capital after the word, so "nạn nhân được …" passes.
    new RegExp(
      `(?<!${LETTER})(?:[Nn]ạn nhân|[Cc]háu|[Bb]é|[Cc]hị|[Aa]nh|[Bb]à|[Ôô]ng|[Ee]m)\\s(?:tên\\s)?(?:là\\s)?${CAPITAL}(?!${LETTER})`,
      'u',
    ),
    new RegExp(
      `(?<!${LETTER})(?:[Vv]ictim|[Ss]urvivor|[Cc]lient|[Mm]rs?\\.?|[Mm]s\\.?)\\s(?:named\\s|called\\s)?${CAPITAL}(?!${LETTER})`,
      'u',
    ),
    /(?<!\p{L})(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý)\s(?:Thị|Văn)(?!\p{L})/u,
  ],
}
