/** Joins class names, leaving out what is not there: `classNames('tq-row', isOpen && 'tq-row-open')`. */
export const classNames = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
