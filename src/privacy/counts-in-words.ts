/**
 * What a text is about: something whose small counts are hidden, where numbers in words count by themselves; people, where words
 * that say that there is only one do; or something else, where people have to stand beside the number.
 */
export type About = 'protected' | 'people' | 'others'

/**
 * Whether a text tells a small number of people in words, or says that there is only one: "hai bé gái", "nạn nhân duy nhất",
 * "the only girl", "2 women". It errs on the side of asking; nothing found is no proof that there is nothing.
 * @param text of limited length
 */
export function tellsCount(text: string, about: About): boolean {
  const written = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')
  const folded = withoutMarks(written)
  // Who types without marks writes every number so; of who does not, some words mean another thing without theirs.
  const plain = written === folded
  if (AGE.test(folded) || (about !== 'others' && ONLY_ONE.test(folded))) return true
  if (BESIDE_PERSON.test(folded) || MARKED_BESIDE_PERSON.test(written)) return true
  if (plain && PLAIN_BESIDE_PERSON.test(folded)) return true
  return about === 'protected' && (NUMBER_BY_ITSELF.test(written) || ENGLISH_NUMBER.test(folded))
}

/** Whether what an indicator counts is people, by what it calls one of them: "người", "học viên", "attendances". */
export function countsPeople(unit: string): boolean {
  return PEOPLE.test(withoutMarks(unit.normalize('NFC').toLowerCase()))
}

/** "Hai BÉ gái" and "hai be gai" are one; đ has no mark that could be taken off. */
function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
}

/** Whole words alone. */
function words(pattern: string): string {
  return `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`
}

/** Who is counted, in Vietnamese without marks. */
const PERSON =
  'nguoi|nan nhan|em|be|chau|tre|tre em|phu nu|co gai|con gai|con trai|dan ong|hoc sinh|hoc vien|than chu|doi tuong|truong hop|ho gia dinh|can bo'
/** The same with marks, and those that are other words without theirs. */
const MARKED_PERSON =
  'người|nạn nhân|em|bé|cháu|trẻ|phụ nữ|cô|chị|anh|ông|bà|con|ca|vụ|hộ|nữ|nam|học sinh|học viên|thân chủ|đối tượng|trường hợp|cán bộ'
const ENGLISH_PERSON =
  'person|people|victims?|survivors?|clients?|child|children|girls?|boys?|wom[ae]n|m[ae]n|females?|males?|minors?|cases?|adults?|trainees?|officials?|mothers?|fathers?|sisters?|brothers?|households?|returnees?|migrants?'
const ENGLISH_NUMBERS = 'two|three|four|five|six|seven|eight|nine|both|a couple of'
/** Up to three words between a number and whom it counts: "one of the girls", "only one young woman". */
const SOON = '(?: [\\p{L}-]{1,20}){0,3}? '
/** A single digit that is no part of a longer number, a date or a code. */
const DIGIT = '(?<![\\p{L}\\p{N}/.,:-])[1-9](?![\\p{N}/.,:%]|-\\p{N})'

const ONLY_ONE = new RegExp(
  [
    words('duy nhat|doc nhat|chi co|chi con|chi mot|chi duy|moi mot'),
    words('the only|only one|just one|the sole|the lone'),
  ].join('|'),
  'u',
)

/** An age is told of somebody; a band of ages is not. */
const AGE = new RegExp(
  `(?<!(?:duoi|tren|du|den|tu|under|over|aged?) )${words('[1-9]\\d?')} (?:tuoi|years? old|year-old)(?!\\p{L})`,
  'u',
)

const BESIDE_PERSON = new RegExp(
  [
    `${words('mot|hai|ba|bon')} (?:${PERSON})(?!\\p{L})`,
    `${DIGIT} (?:${PERSON}|${ENGLISH_PERSON})(?!\\p{L})`,
    `${DIGIT} [\\p{L}-]{1,20} (?:${ENGLISH_PERSON})(?!\\p{L})`,
    `${words(ENGLISH_NUMBERS)}${SOON}(?:${ENGLISH_PERSON})(?!\\p{L})`,
    `(?<!\\bno |any|every|some)${words('one|only|sole')}${SOON}(?:${ENGLISH_PERSON})(?!\\p{L})`,
    // One, not many who are unmarried: "single mothers".
    `${words('single')} (?:person|victim|survivor|client|child|girl|boy|woman|man|minor|case)(?!\\p{L})`,
  ].join('|'),
  'u',
)

const MARKED_BESIDE_PERSON = new RegExp(
  [
    `${words('một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười')} (?:${MARKED_PERSON})(?!\\p{L})`,
    `${DIGIT} (?:${MARKED_PERSON})(?!\\p{L})`,
  ].join('|'),
  'u',
)

const PLAIN_BESIDE_PERSON = new RegExp(`${words('nam|sau|bay|tam|chin|muoi')} (?:${PERSON}|ca|vu|nu)(?!\\p{L})`, 'u')

/** "Tăng thêm hai", not "tháng hai", "thứ ba", "lần hai"; a year is no number, and a place may be called Ba. */
const NUMBER_BY_ITSELF = new RegExp(
  `(?<!(?:thứ|tháng|lần|quý|đợt|bước|cấp|khóa) )${words('hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười')}(?! (?:mươi|trăm|nghìn))|${words('(?:thêm|tăng|giảm|bớt|còn|có|là) (?:một|năm)')}`,
  'u',
)
const ENGLISH_NUMBER = new RegExp(
  words('one more|one fewer|one less|by one|two|three|four|five|six|seven|eight|nine'),
  'u',
)

const PEOPLE = new RegExp(
  words(
    `${PERSON}|bi can|bi cao|${ENGLISH_PERSON}|persons|defendants|interviewees|respondents|attendances|inhabitants`,
  ),
  'u',
)
