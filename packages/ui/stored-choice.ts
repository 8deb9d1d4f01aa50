/** A choice of one person on one device, kept in local storage; without storage (private mode) it lasts the visit. */
export const readChoice = <Choice extends string>(key: string, choices: readonly Choice[]): Choice | undefined => {
  try {
    const stored = globalThis.localStorage?.getItem(key)
    return choices.find(choice => choice === stored)
  } catch {
    return undefined
  }
}

export const keepChoice = (key: string, choice: string): void => {
  try {
    globalThis.localStorage?.setItem(key, choice)
  } catch {
    // Storage refused: the choice lasts as long as the page.
  }
}
