const names = new Map<string, string>()

/**
 * Gives a statement's text a name, under which every connection has it parsed and planned once. Only for the few texts
 * of the server itself that are the same each time and whose plan does not depend on their values: additions of rows.
 */
export const prepareText = (text: string): string => {
  if (!names.has(text)) names.set(text, `thaiqm_${names.size + 1}`)
  return text
}

export const preparedName = (text: string): string | undefined => names.get(text)
