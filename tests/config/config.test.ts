import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/config.ts'
import { linesIn } from '../../src/language/terminal.ts'
import { configProblems } from '../../src/start-notes.ts'
import type { Language } from '../../src/vocabulary/language.ts'
import { textOf } from '../house/sources.ts'

const read = (env: Record<string, string>) => readConfig(env, '/project')
const saidOf = (env: Record<string, string>, language: Language = 'en') => {
  const answer = read(env)
  return 'problems' in answer ? linesIn([language], configProblems(answer.problems)) : []
}

const MAIL = { SMTP_HOST: 'mail.example.org', MAIL_FROM: '3p@example.org', ADDRESS: 'https://3p.example.org/' }

describe('configuration', () => {
  it('starts with nothing set: the demo, on loopback only', () => {
    expect(read({})).toEqual({
      config: {
        mode: 'demo',
        host: '127.0.0.1',
        port: 3000,
        database: '/project/data/3p-tracker.db',
        sessionSecret: null,
        secureCookies: false,
        trustProxy: false,
        logLevel: 'info',
        stopGrace: 10_000,
        offlineForms: true,
        mail: null,
        remindDays: 7,
      },
    })
  })

  it('asks for secure cookies in production unless told otherwise', () => {
    expect(read({ MODE: 'production', HOST: '0.0.0.0' })).toMatchObject({
      config: { secureCookies: true, host: '0.0.0.0' },
    })
    expect(read({ MODE: 'production', SECURE_COOKIES: 'no' })).toMatchObject({ config: { secureCookies: false } })
  })

  it.each([
    ['no', false],
    ['127.0.0.1', ['127.0.0.1']],
    ['10.0.0.0/8, ::1,fd00::/8', ['10.0.0.0/8', '::1', 'fd00::/8']],
  ])('believes the proxies it is told of: %s', (TRUST_PROXY, trustProxy) => {
    expect(read({ TRUST_PROXY })).toMatchObject({ config: { trustProxy } })
  })

  it.each([
    [{ MODE: 'test' }, 'MODE must be demo or production, but it is "test".'],
    [{ PORT: '0' }, 'PORT must be a whole number from 1 to 65535, but it is "0".'],
    [{ PORT: '3000x' }, 'PORT must be'],
    [{ PORT: '99999' }, 'PORT must be'],
    [{ SESSION_SECRET: 'short' }, 'SESSION_SECRET must have at least 32 characters'],
    [{ SECURE_COOKIES: 'true' }, 'SECURE_COOKIES must be yes or no'],
    [{ TRUST_PROXY: '1' }, 'TRUST_PROXY must be no, or the addresses of the proxies'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY must be no, or the addresses of the proxies'],
    [{ TRUST_PROXY: '127.0.0.1,' }, 'TRUST_PROXY must be no'],
    [{ TRUST_PROXY: '0.0.0.0/0' }, 'TRUST_PROXY must be no'],
    [{ TRUST_PROXY: '10.0.0.0/33' }, 'TRUST_PROXY must be no'],
    [{ TRUST_PROXY: '10.0.0.0/8/8' }, 'TRUST_PROXY must be no'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be'],
    [{ STOP_GRACE: '-1' }, 'STOP_GRACE must be a whole number of seconds from 0 to 3600, but it is "-1".'],
    [{ STOP_GRACE: '3601' }, 'STOP_GRACE must be'],
    [{ REMIND_DAYS: '0' }, 'REMIND_DAYS must be a whole number of days from 1 to 60, but it is "0".'],
    [{ ...MAIL, SMTP_HOST: 'a b' }, 'SMTP_HOST must be the name or address of a mail server'],
    [{ ...MAIL, SMTP_HOST: 'mail\r\nQUIT' }, 'SMTP_HOST must be'],
    [{ ...MAIL, SMTP_PORT: '0' }, 'SMTP_PORT must be'],
    [{ ...MAIL, SMTP_SECURITY: 'ssl' }, 'SMTP_SECURITY must be tls, starttls or none'],
    [{ ...MAIL, SMTP_USER: '3p' }, 'SMTP_PASSWORD must be set together with SMTP_USER'],
    [{ ...MAIL, SMTP_PASSWORD: 'hush' }, 'SMTP_PASSWORD must be set together with SMTP_USER'],
    [{ ...MAIL, SMTP_CA: '/nowhere.pem' }, 'SMTP_CA must be the path of a file with certificates'],
    [{ ...MAIL, MAIL_FROM: '' }, 'MAIL_FROM must be the e-mail address that reminders come from'],
    [{ ...MAIL, MAIL_FROM: '3p@example.org\r\nBcc: x@example.org' }, 'MAIL_FROM must be'],
    [{ ...MAIL, ADDRESS: '' }, 'ADDRESS must be the address people reach the program at'],
    [{ ...MAIL, ADDRESS: 'ftp://3p.example.org' }, 'ADDRESS must be'],
    [{ ...MAIL, ADDRESS: 'https://3p.example.org/?x=1' }, 'ADDRESS must be'],
    [{ ...MAIL, SMTP_SECURITY: 'none' }, 'SMTP_SECURITY may be none only for a mail server on this machine'],
    [{ HOST: '0.0.0.0' }, 'HOST must be 127.0.0.1, ::1 or localhost in demo mode'],
  ])('names what is wrong in %j', (env, sentence) => {
    expect(saidOf(env as unknown as Record<string, string>)).toEqual([expect.stringContaining(sentence)])
  })

  it('sends mail where a server is named, encrypted unless it is on this machine; never from the demo', () => {
    const usual = { port: 587, security: 'starttls', login: null, authority: null, from: '3p@example.org' }
    const production = { MODE: 'production', ...MAIL }
    const mail = { ...usual, host: 'mail.example.org', address: 'https://3p.example.org' }
    expect(read(production)).toMatchObject({ config: { mail } })
    expect(read(MAIL)).toMatchObject({ config: { mail: null } })
    const login = { SMTP_USER: '3p', SMTP_PASSWORD: 'hush' }
    expect(read({ ...production, ...login, SMTP_SECURITY: 'tls' })).toMatchObject({
      config: { mail: { ...mail, security: 'tls', port: 465, login: { user: '3p', password: 'hush' } } },
    })
    expect(read({ ...production, SMTP_HOST: '127.0.0.1', SMTP_SECURITY: 'none' })).toMatchObject({
      config: { mail: { security: 'none' } },
    })
    expect(read({ ...MAIL, SMTP_PASSWORD: 'hush-hush', PORT: 'x' })).not.toMatchObject({ config: {} })
    expect(JSON.stringify(read({ ...MAIL, SMTP_PASSWORD: 'hush-hush' }))).not.toContain('hush-hush')
  })

  it('says so in Vietnamese as well, with what each must be', () => {
    expect(saidOf({ PORT: '0', HOST: '0.0.0.0' }, 'vi')).toEqual([
      'PORT phải là một số nguyên từ 1 đến 65535, nhưng đang là "0".',
      expect.stringMatching(/^Ở chế độ demo, HOST phải là 127\.0\.0\.1, .* đang là "0\.0\.0\.0"\.$/),
    ])
  })

  it('tells all there is to mend at once, and never repeats a secret', () => {
    const answer = read({ MODE: 'x', PORT: 'y', SESSION_SECRET: 'hush-hush' })
    expect('problems' in answer && answer.problems).toHaveLength(3)
    expect(JSON.stringify(answer)).not.toContain('hush-hush')
    expect(saidOf({ SESSION_SECRET: 'hush-hush' })).toEqual([
      'SESSION_SECRET must have at least 32 characters, but it is shorter.',
    ])
  })

  it('is documented, variable by variable', () => {
    const readme = textOf('README.md')
    const asked = new Set<string>()
    readConfig(new Proxy({}, { get: (_, name) => void asked.add(String(name)) }), '/project')
    expect(asked.size).toBe(19)
    for (const name of asked) expect(readme).toContain(`\`${name}\``)
  })
})
