declare const PROGRAM_MARK: string | undefined

/**
 * Which program this is: the fingerprint of what it was built from; the same for all that was never built, as while it is tried. What was
 * written under another mark may have been written otherwise.
 */
export const programMark: string = typeof PROGRAM_MARK === 'string' ? PROGRAM_MARK : 'source'
