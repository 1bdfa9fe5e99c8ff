/** What a list of people has columns for. */
const KINDS = {
  name: /^(?:(?:ho|ho va|ho,) ?(?:ten|chu dem)|ten(?: day du)?|ho va ten.*|(?:ten|ho ten) (?:nan nhan|nguoi|hoc vien|be|tre|doi tuong|than chu).*|(?:full |first |last |sur|given |family )?names?|names? of .*|(?:victim|survivor|client|child|participant)(?:'?s)? name)$/,
  birth:
    /^(?:ngay|nam|ngay,? thang,? nam|ngay thang) sinh|^(?:date|year|day) of birth|^birth ?(?:day|date|year)|^d\.?o\.?b\.?$/,
  id: /^(?:so )?(?:cccd|cmnd|cmt|can cuoc|chung minh|dinh danh|ho chieu|giay to)|^(?:national |citizen |personal )?(?:id|identity)(?: ?(?:no|number|card)\.?.*)?$|^passport/,
  phone: /^(?:so )?(?:dien thoai|dt|sdt|di dong)|^(?:tele|mobile |cell )?phone/,
  address: /^(?:dia chi|noi o|que quan|ho khau|noi cu tru|so nha)|^(?:home )?address/,
} as const

/** Longer texts are no headings. */
const LONGEST = 60

/**
 * Whether some texts that stand beside each other, or below each other, are the headings of a list of people: two of name,
 * birth, number of a document, phone and address. It errs on the side of saying so.
 */
export function areHeadingsOfPeople(texts: readonly string[]): boolean {
  const plain = texts.filter((text) => text.length <= LONGEST).map(plainText)
  return Object.values(KINDS).filter((kind) => plain.some((text) => kind.test(text))).length >= 2
}

function plainText(text: string): string {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
  return letters.replace(/[\s_*:]+/g, ' ').trim()
}
