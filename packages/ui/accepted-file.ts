/** Whether a file is of a kind that `accept` lists: endings (`.csv`), types (`image/png`) or families (`image/*`). */
export const isAcceptedFile = (
  file: { readonly name: string; readonly type: string },
  accept: readonly string[],
): boolean =>
  accept.length === 0 ||
  accept.some(kind => {
    if (kind.startsWith('.')) return file.name.toLowerCase().endsWith(kind.toLowerCase())
    return kind.endsWith('/*') ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind
  })
