type Gap = 'gap-before' | 'gap-after'

/** Which page numbers to show: the first, the last, the current and its neighbours, and where some are left out. */
export const pagesAround = (page: number, pages: number): readonly (number | Gap)[] => {
  const wanted = [1, page - 1, page, page + 1, pages].filter(at => at >= 1 && at <= pages)
  const shown = [...new Set(wanted)].sort((a, b) => a - b)
  return shown.flatMap((at, index): (number | Gap)[] => {
    const before = shown[index - 1] ?? at - 1
    // A gap of a single page is that page: dots would save nothing.
    if (at - before === 2) return [at - 1, at]
    return at - before > 2 ? [at > page ? 'gap-after' : 'gap-before', at] : [at]
  })
}
