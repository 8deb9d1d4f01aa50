/** The place of a fault, never its message: that may hold a person's data. */
export const placeOfFault = (cause: unknown): string =>
  cause instanceof Error
    ? (cause.stack ?? '')
        .split('\n')
        .filter(line => line.startsWith('    at '))
        .slice(0, 6)
        .join('')
    : ''
