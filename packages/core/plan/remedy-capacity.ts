/** What partners of the area can still give of a remedy, in the unit they offer it in. */
export interface RemedyCapacity {
  readonly quantityLeft: number
  /** ห้อง, หลัง, ชุด …; empty where offers are in different units. */
  readonly unit: string
  readonly offers: number
}

/** An offer that may be given where a household lives, today. */
export interface OpenOffer {
  readonly remedyIds: readonly string[]
  readonly quantityLeft: number
  readonly unit: string
}

/** What is left of each remedy that somebody offers; a remedy nobody has offered is not there. */
export const remedyCapacity = (offers: readonly OpenOffer[]): ReadonlyMap<string, RemedyCapacity> => {
  const capacity = new Map<string, RemedyCapacity>()
  for (const { remedyIds, quantityLeft, unit } of offers) {
    for (const id of new Set(remedyIds)) {
      const known = capacity.get(id)
      capacity.set(id, {
        quantityLeft: (known?.quantityLeft ?? 0) + Math.max(0, quantityLeft),
        unit: known === undefined || known.unit === unit ? unit : '',
        offers: (known?.offers ?? 0) + 1,
      })
    }
  }
  return capacity
}
