import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { LRUCache } from 'lru-cache'

/** How often something may fail before one has to wait, and how long; each further failure doubles it. */
type DelayRule = {
  free: number
  /** ms */
  first: number
  most: number
  /** Failures are forgotten this long after the last of them. */
  forgottenAfter: number
}

const MINUTE = 60_000

/**
 * Failures are counted three ways, right sign-ins never: an office behind one address signs in as often as it likes.
 * The account's own rule leaves a guesser about a hundred guesses a day (NIST SP 800-63B-4, 3.2.2). Whoever has signed in
 * from a device before is counted apart from the rest of the world (OWASP, "Slow Down Online Guessing Attacks with Device
 * Cookies"), so that strangers who guess at an account, or sit at the same address, do not keep its person out.
 */
const RULES = {
  /** One password tried on many accounts. */
  address: { free: 100, first: 5 * MINUTE, most: 5 * MINUTE, forgottenAfter: 5 * MINUTE },
  'address and account': { free: 20, first: 5 * MINUTE, most: 5 * MINUTE, forgottenAfter: 5 * MINUTE },
  account: { free: 10, first: MINUTE / 2, most: 15 * MINUTE, forgottenAfter: 24 * 60 * MINUTE },
} as const satisfies Record<string, DelayRule>

/** What failures are counted for: a rule, and whom it is applied to. */
export type CountedAttempt = { rule: keyof typeof RULES; of: string }

/**
 * What a failed sign-in counts for.
 * @param device the name of a device from which this account has been entered before; null: of no such one
 */
export function signInCounts(address: string, email: string, device: string | null) {
  const network = networkOf(address)
  const account = accountCount(email)
  return {
    addresses: device
      ? []
      : [
          { rule: 'address', of: network },
          { rule: 'address and account', of: `${network} ${account.of}` },
        ],
    account: device ? { ...account, of: `device ${device}` } : account,
  } satisfies { addresses: CountedAttempt[]; account: CountedAttempt }
}

/** An account, seen from anywhere. */
export function accountCount(email: string): CountedAttempt {
  return { rule: 'account', of: email.toLowerCase().slice(0, LONGEST_NAME) }
}

/** What a wrong current password counts for: the account as somebody sees it who sits at an open session. */
export function currentPasswordCount(personId: number): CountedAttempt {
  return { rule: 'account', of: `person ${personId}` }
}

/** What something that is no token of the API counts for: apart from sign-ins, so that a program with an old one keeps nobody out. */
export function tokenCount(address: string): CountedAttempt {
  return { rule: 'address', of: `token ${networkOf(address)}` }
}

/** Longer than any e-mail address that is stored. */
const LONGEST_NAME = 200

/** Failures are remembered for this many addresses and accounts; those that failed longest ago are forgotten first. */
const MOST = 20_000

/** How often something failed, the last time, and until when that is remembered. */
export type Failures = { count: number; lastAt: number; forgottenAt: number }

/** Failures with what they are counted for as a keyed hash: somebody may have typed a password where a name belongs. */
export type StoredFailures = Failures & { ofHash: string }

/**
 * Failed attempts to prove who one is. They are counted in memory, so that strangers make nobody write, and stored when the
 * program stops (`saveAttempts`): starting again gives nobody another row of guesses.
 */
export class Attempts {
  private readonly failures = new LRUCache<string, Failures & { beforeAt?: number }>({ max: MOST })

  /** @param secret of this installation; without it nobody can tell of whom the stored failures are */
  constructor(
    private readonly secret: string,
    stored: readonly StoredFailures[] = [],
  ) {
    for (const { ofHash, ...failures } of stored) this.failures.set(ofHash, failures)
  }

  /** What is to be remembered at the next start: those that failed longest ago come first. */
  remembered(now: number): StoredFailures[] {
    const all = [...this.failures.rkeys()].map((ofHash) => {
      const { count, lastAt, forgottenAt } = this.failures.peek(ofHash)!
      return { ofHash, count, lastAt, forgottenAt }
    })
    return all.filter(({ forgottenAt }) => forgottenAt > now)
  }

  /** How long to wait before the next attempt, in ms; 0: no need to. */
  waitBefore(counted: readonly CountedAttempt[], now: number): number {
    return Math.max(0, ...counted.map((one) => this.until(one, now) - now))
  }

  /** Counts a failure. Called before what may fail is begun, so that many attempts at a time are not one. */
  begin(counted: readonly CountedAttempt[], now: number): void {
    for (const one of counted) {
      const known = this.known(one, now)
      this.set(one, (known?.count ?? 0) + 1, now, known?.lastAt)
    }
  }

  /**
   * It did not fail after all: the account begins anew, and for an address it is as if this one had not been, so that those
   * that failed are forgotten in their time however many sign in rightly.
   */
  succeed(counted: readonly CountedAttempt[], now: number): void {
    for (const one of counted) {
      const known = one.rule === 'account' ? null : this.known(one, now)
      if (!known || known.count <= 1) this.forget(one)
      else this.set(one, known.count - 1, known.beforeAt ?? known.lastAt)
    }
  }

  forget(counted: CountedAttempt): void {
    this.failures.delete(this.hashOf(counted))
  }

  private set(counted: CountedAttempt, count: number, lastAt: number, beforeAt?: number): void {
    const forgottenAt = lastAt + RULES[counted.rule].forgottenAfter
    this.failures.set(this.hashOf(counted), {
      count,
      lastAt,
      forgottenAt,
      ...(beforeAt === undefined ? {} : { beforeAt }),
    })
  }

  private until(counted: CountedAttempt, now: number): number {
    const { free, first, most } = RULES[counted.rule]
    const known = this.known(counted, now)
    if (!known || known.count < free) return now
    return known.lastAt + Math.min(most, first * 2 ** (known.count - free))
  }

  private known(counted: CountedAttempt, now: number): (Failures & { beforeAt?: number }) | null {
    const known = this.failures.get(this.hashOf(counted))
    return known && now < known.forgottenAt ? known : null
  }

  private hashOf({ rule, of }: CountedAttempt): string {
    return createHmac('sha256', this.secret).update(`${rule} ${of}`).digest('base64url')
  }
}

/** Who asks, as far as an address tells: of IPv6 the network, since one subscriber has all of its addresses. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const sides = plain.split('%')[0]!.split('::')
  const [left, right = []] = sides.map((side) => side.split(':').filter((group) => group !== ''))
  const zeros = Array<string>(8 - left!.length - right.length).fill('0')
  return [...left!, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
