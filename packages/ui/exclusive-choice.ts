/**
 * What stands chosen after a tap, where `exclusive` (“none of these”) shuts out every other choice: choosing it drops
 * the others, choosing another drops it.
 */
export const toggleExclusively = <Value extends string>(
  before: readonly Value[],
  after: readonly Value[],
  exclusive: Value | undefined,
): Value[] => {
  if (exclusive === undefined || !after.includes(exclusive)) return [...after]
  return before.includes(exclusive) ? after.filter(value => value !== exclusive) : [exclusive]
}
