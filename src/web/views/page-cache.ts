/**
 * Keeps what was rendered from the data until the data change: a page asked for twice is worked out once. `version` must
 * change with every write, so that nothing stale is ever shown. The least recently used goes first.
 */
export class PageCache<T> {
  private readonly kept = new Map<string, { version: string; page: T }>()

  constructor(
    private readonly version: () => string,
    private readonly size = 64,
  ) {}

  /**
   * @param key all that the page depends on besides the data: address, question, audience, language, minute.
   * @param make must be synchronous, so that nobody writes between the version and the page.
   */
  get(key: string, make: () => T): T {
    const version = this.version()
    const known = this.kept.get(key)
    this.kept.delete(key)
    if (known?.version === version) {
      this.kept.set(key, known)
      return known.page
    }
    const page = make()
    this.kept.set(key, { version, page })
    if (this.kept.size > this.size) this.kept.delete(this.kept.keys().next().value!)
    return page
  }
}
