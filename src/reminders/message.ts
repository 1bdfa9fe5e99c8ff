import { datesOf } from '../calendar/span.ts'
import { dates, day, quarter as quarterName } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import { nameOn, type Partner } from '../partners/partner.ts'
import { nameBesidePartner, type Place } from '../places/place.ts'
import { addressOf } from '../submissions/page/address.ts'
import type { ReminderKind } from '../vocabulary/reminder.ts'
import type { ReminderItem } from './reminder.ts'

/** What a line of a message names. */
export type NamedItem = ReminderItem & { partner: Partner; place: Place }

/** What a person reads. */
export type MessageText = { subject: string; text: string; html: string }

/** More than so many are a list of their own, behind the link to all of them. */
const MOST_LINES = 20

/**
 * A message in its person's language, as plain text and the same as HTML. It goes over lines and lies in mailboxes that nobody of the
 * project looks after: it holds no value and nothing that anybody wrote, only whose report it is, its quarter, how it stands, the day
 * it is due and the way to it.
 * @param address where people reach the program
 */
export function messageText(
  { to, kind, items, address }: { to: string; kind: ReminderKind; items: readonly NamedItem[]; address: string },
  words: Words,
): MessageText {
  const { t } = words
  const lines = items.slice(0, MOST_LINES).map((item) => lineOf(item, address, words))
  const [only] = items.length === 1 ? lines : []
  const product = t('common:product')
  const paragraphs = {
    hello: t('home:reminders.message.hello', { name: oneLine(to) }),
    lead: t(`home:reminders.message.lead.${kind}`),
    more: items.length > MOST_LINES ? t('home:reminders.message.more') : null,
    next: t(`home:reminders.message.next.${kind}`),
    why: t('home:reminders.message.why', { product }),
    choose: t('home:reminders.message.choose'),
  }
  const subject = only
    ? t('home:reminders.message.subject.one', {
        product,
        about: t(`home:reminders.kind.${kind}`),
        quarter: only.quarter,
      })
    : t('home:reminders.message.subject.several', { product, about: t(`home:reminders.kind.${kind}`) })
  const links = { all: `${address}/reminders`, choose: `${address}/account#reminders` }
  return {
    subject: oneLine(subject),
    text: plain(paragraphs, lines, links),
    html: hypertext(paragraphs, lines, links, words.language),
  }
}

type ReminderLine = { quarter: string; says: string; href: string }
type Paragraphs = { hello: string; lead: string; more: string | null; next: string; why: string; choose: string }
type Links = { all: string; choose: string }

export function lineOf(
  { kind, partner, place, quarter, id, dueOn }: NamedItem,
  address: string,
  words: Words,
): ReminderLine {
  const { t, language } = words
  const { last } = datesOf({ from: quarter, to: quarter })
  const whose = [words.of(nameOn(partner, last).name), nameBesidePartner(place, words)].filter(Boolean).join(' – ')
  const span = dates({ from: quarter, to: quarter }, language)
  const stands = t(`home:reminders.message.stands.${kind}`, { day: day(dueOn, language) })
  return {
    quarter: quarterName(quarter, language),
    says: oneLine(`${quarterName(quarter, language)} (${span}): ${whose}. ${stands}`),
    href: `${address}${addressOf({ id, quarter }, partner.slug, place.slug)}`,
  }
}

function plain(
  { hello, lead, more, next, why, choose }: Paragraphs,
  lines: readonly ReminderLine[],
  links: Links,
): string {
  return [
    hello,
    lead,
    ...lines.map(({ says, href }) => `- ${says}\n  ${href}`),
    ...(more === null ? [] : [`${more}\n  ${links.all}`]),
    next,
    `-- \n${why}\n${choose}\n${links.choose}`,
  ].join('\n\n')
}

function hypertext(
  { hello, lead, more, next, why, choose }: Paragraphs,
  lines: readonly ReminderLine[],
  links: Links,
  language: string,
): string {
  const link = (href: string, says: string) => `<a href="${escaped(href)}">${escaped(says)}</a>`
  const paragraph = (inside: string) => `<p>${inside}</p>`
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body>`,
    paragraph(escaped(hello)),
    paragraph(escaped(lead)),
    `<ul>${lines.map(({ says, href }) => `<li>${link(href, says)}</li>`).join('')}</ul>`,
    more === null ? '' : paragraph(link(links.all, more)),
    paragraph(escaped(next)),
    `<p><small>${escaped(why)} ${link(links.choose, choose)}</small></p>`,
    '</body></html>',
  ].join('\n')
}

/** Names are typed by people: nothing in them begins another line, where a mail server would read a header of its own. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, ' ').trim()
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)
}
