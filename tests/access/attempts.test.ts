import { beforeEach, describe, expect, it } from 'vitest'
import {
  Attempts,
  accountCount,
  type CountedAttempt,
  currentPasswordCount,
  networkOf,
  signInCounts,
} from '../../src/access/attempts.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
let attempts: Attempts
let now: number
beforeEach(() => {
  attempts = new Attempts('a secret of the tests')
  now = 1_000_000
})

const fail = (counted: CountedAttempt, times: number) => {
  for (let nth = 0; nth < times; nth++) attempts.begin([counted], now)
}
const wait = (counted: CountedAttempt) => attempts.waitBefore([counted], now)

describe('an account', () => {
  const account = accountCount('An@Example.org')

  it('waits after ten failures, twice as long after each more, a quarter of an hour at most', () => {
    fail(account, 9)
    expect(wait(account)).toBe(0)
    const waits: number[] = []
    for (let nth = 0; nth < 7; nth++) {
      fail(account, 1)
      waits.push(wait(account) / SECOND)
      now += wait(account)
      expect(wait(account)).toBe(0)
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900])
  })

  it('leaves a guesser about a hundred guesses a day', () => {
    const end = now + 24 * 60 * MINUTE
    let guesses = 0
    while (now < end) {
      fail(account, 1)
      guesses++
      now += wait(account)
    }
    expect(guesses).toBeGreaterThan(90)
    expect(guesses).toBeLessThan(120)
  })

  it('is free again a day after the last failure, and not before', () => {
    fail(account, 40)
    now += 24 * 60 * MINUTE - 1
    fail(account, 1)
    expect(wait(account)).toBe(15 * MINUTE)
    now += 24 * 60 * MINUTE
    fail(account, 9)
    expect(wait(account)).toBe(0)
  })

  it('begins anew after a right password', () => {
    fail(account, 10)
    attempts.succeed([account], now)
    fail(account, 9)
    expect(wait(account)).toBe(0)
  })

  it('begins anew when the administrator says so', () => {
    fail(account, 30)
    attempts.forget(accountCount('an@example.ORG'))
    expect(wait(account)).toBe(0)
  })

  it('is no other account', () => {
    fail(account, 30)
    expect(wait(accountCount('binh@example.org'))).toBe(0)
    expect(wait(currentPasswordCount(1))).toBe(0)
    fail(currentPasswordCount(1), 10)
    expect(wait(currentPasswordCount(1))).toBe(30 * SECOND)
    expect(wait(currentPasswordCount(2))).toBe(0)
  })
})

describe('what is remembered at the next start', () => {
  const SECRET = 'a secret of the tests'
  const [first, second] = [accountCount('an@example.org'), currentPasswordCount(7)]
  const restarted = () => new Attempts(SECRET, attempts.remembered(now))

  it('is what has not been forgotten, those that failed longest ago first, and how often', () => {
    fail(second, 3)
    now += MINUTE
    fail(first, 12)
    const stored = attempts.remembered(now)
    expect(stored.map(({ count, lastAt }) => [count, lastAt])).toEqual([
      [3, now - MINUTE],
      [12, now],
    ])
    expect(stored.map(({ forgottenAt, lastAt }) => forgottenAt - lastAt)).toEqual([24 * 60 * MINUTE, 24 * 60 * MINUTE])
    const again = restarted()
    expect(again.waitBefore([first], now)).toBe(120 * SECOND)
    expect(again.waitBefore([second], now)).toBe(0)
    now += 24 * 60 * MINUTE - MINUTE
    expect(attempts.remembered(now).map(({ count }) => count)).toEqual([12])
    now += MINUTE
    expect(attempts.remembered(now)).toEqual([])
  })

  it('names nobody, and is nothing to a program with another secret', () => {
    fail(first, 12)
    expect(attempts.remembered(now)[0]!.ofHash).toMatch(/^[\w-]{43}$/)
    const other = new Attempts('another secret', attempts.remembered(now))
    expect(other.waitBefore([first], now)).toBe(0)
    expect(restarted().waitBefore([first], now)).toBeGreaterThan(0)
  })

  it('is not what came right, nor what the administrator forgave', () => {
    fail(first, 5)
    fail(second, 5)
    attempts.succeed([first], now)
    attempts.forget(second)
    expect(attempts.remembered(now)).toEqual([])
  })
})

describe('a sign-in', () => {
  const counts = (address: string, email: string, device: string | null = null) => {
    const { addresses, account } = signInCounts(address, email, device)
    return [...addresses, account]
  }

  it('from a device known before is counted apart from what strangers try', () => {
    for (let nth = 0; nth < 50; nth++) attempts.begin(counts(`10.0.${nth}.1`, 'an@example.org'), now)
    expect(attempts.waitBefore(counts('10.9.9.9', 'an@example.org'), now)).toBeGreaterThan(0)
    expect(attempts.waitBefore(counts('10.9.9.9', 'an@example.org', 'd1'), now)).toBe(0)
    for (let nth = 0; nth < 10; nth++) attempts.begin(counts('10.9.9.9', 'an@example.org', 'd1'), now)
    expect(attempts.waitBefore(counts('10.8.8.8', 'an@example.org', 'd1'), now)).toBe(30 * SECOND)
    expect(attempts.waitBefore(counts('10.8.8.8', 'an@example.org', 'd2'), now)).toBe(0)
  })

  it('of twenty names from one address is no guessing at one of them', () => {
    for (let nth = 0; nth < 20; nth++) attempts.begin(counts('10.0.0.1', `p${nth}@example.org`), now)
    expect(attempts.waitBefore(counts('10.0.0.1', 'new@example.org'), now)).toBe(0)
  })

  it('waits five minutes after twenty failures of a name at an address, whatever the account says', () => {
    const { addresses } = signInCounts('10.0.0.1', 'an@example.org', null)
    for (let nth = 0; nth < 19; nth++) attempts.begin(addresses, now)
    expect(attempts.waitBefore(addresses, now)).toBe(0)
    attempts.begin(addresses, now)
    expect(attempts.waitBefore(addresses, now)).toBe(5 * MINUTE)
    now += 5 * MINUTE
    attempts.begin(addresses, now)
    expect(attempts.waitBefore(addresses, now)).toBe(0)
  })

  it('waits after a hundred failures from one address, whoever it says it is', () => {
    for (let nth = 0; nth < 100; nth++) attempts.begin(counts('10.0.0.1', `p${nth}@example.org`), now)
    expect(attempts.waitBefore(counts('10.0.0.1', 'new@example.org'), now)).toBe(5 * MINUTE)
    expect(attempts.waitBefore(counts('10.0.0.2', 'new@example.org'), now)).toBe(0)
  })

  it('that is right counts for nobody, however many there are', () => {
    for (let nth = 0; nth < 500; nth++) {
      const counted = counts('10.0.0.1', `p${nth % 30}@example.org`)
      expect(attempts.waitBefore(counted, now)).toBe(0)
      attempts.begin(counted, now)
      attempts.succeed(counted, now)
    }
    expect(attempts.remembered(now)).toEqual([])
    for (let nth = 0; nth < 19; nth++) attempts.begin(counts('10.0.0.1', 'p1@example.org').slice(0, 2), now)
    expect(attempts.waitBefore(counts('10.0.0.1', 'p1@example.org'), now)).toBe(0)
  })

  it('that is right does not keep the failures of its address from being forgotten', () => {
    const office = (nth: number) => counts('10.0.0.1', `p${nth}@example.org`)
    for (let nth = 0; nth < 99; nth++) attempts.begin(office(nth), now)
    for (let nth = 0; nth < 3; nth++) {
      now += 2 * MINUTE
      attempts.begin(office(1000 + nth), now)
      attempts.succeed(office(1000 + nth), now)
    }
    attempts.begin(office(2000), now)
    expect(attempts.waitBefore(office(3000), now)).toBe(0)
    expect(attempts.remembered(now).filter(({ count }) => count > 1)).toEqual([])
  })

  it('counts many at a time as many', () => {
    const counted = counts('10.0.0.1', 'an@example.org')
    for (let nth = 0; nth < 10; nth++) attempts.begin(counted, now)
    expect(attempts.waitBefore(counted, now)).toBe(30 * SECOND)
  })

  it('that comes right takes one failure from its address, and leaves the others', () => {
    const { addresses } = signInCounts('10.0.0.1', 'an@example.org', null)
    for (let nth = 0; nth < 20; nth++) attempts.begin(addresses, now)
    attempts.succeed(addresses, now)
    expect(attempts.waitBefore(addresses, now)).toBe(0)
    attempts.begin(addresses, now)
    expect(attempts.waitBefore(addresses, now)).toBe(5 * MINUTE)
  })

  it('does not remember half a megabyte of a name', () => {
    const { account } = signInCounts('10.0.0.1', 'x'.repeat(500_000), null)
    expect(account.of.length).toBe(200)
  })
})

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:0db8:0001::', '2001:db8:1:0'],
  ['::1', '0:0:0:0'],
  ['1::2:3:4:5:6:7', '1:0:2:3'],
  ['1:2:3:4:5:6:7:8', '1:2:3:4'],
  ['64:ff9b::203.0.113.7', '64:ff9b:0:0'],
  ['::ffff:0:203.0.113.7', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('of an IPv6 address the network counts: %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
