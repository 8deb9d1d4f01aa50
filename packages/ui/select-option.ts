export interface SelectOption<Value extends string = string> {
  readonly value: Value
  readonly label: string
  /** A second line; the device's own list does not show it. */
  readonly description?: string | undefined
}
