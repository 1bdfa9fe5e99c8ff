import { readFileSync } from 'node:fs'

/** Loaded before a program whose clock goes wrong: what it takes for now is as far off as the file of this name says, in ms. */
const now = Date.now.bind(Date)
const offset = () => Number(readFileSync(process.env.CLOCK_OFFSET, 'utf8')) || 0
Date.now = () => now() + offset()
