const FOCUSABLE = 'input:not([type=hidden]), select, textarea, button, [tabindex]'

const isReachable = (control: HTMLElement): boolean =>
  control.tabIndex >= 0 && control.closest('[aria-hidden="true"]') === null && control.getClientRects().length > 0

/** Brings a field into sight and puts the focus on what can be typed or pressed in it. */
export const focusControlIn = (field: HTMLElement): void => {
  const control = field.matches(FOCUSABLE)
    ? field
    : [...field.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isReachable)
  field.scrollIntoView({ block: 'center' })
  // A list that opens by itself would hide what is said about the field.
  if (control?.getAttribute('role') !== 'combobox') control?.focus({ preventScroll: true })
}
