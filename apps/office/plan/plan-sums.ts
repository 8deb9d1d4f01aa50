import { type Sector, sector } from '@thaiqm/core/plan/plan.ts'

interface Costed {
  readonly sector: Sector
  readonly budgetBaht: number | null
}

export interface SectorSum {
  readonly sector: Sector
  readonly count: number
  readonly baht: number
}

/** Number and money of what each of the seven partners takes on, in the letter's order; partners with nothing are left out. */
export const sumsBySector = (of: readonly Costed[]): readonly SectorSum[] =>
  sector.options
    .map(code => {
      const own = of.filter(one => one.sector === code)
      return { sector: code, count: own.length, baht: totalBaht(own) }
    })
    .filter(sum => sum.count > 0)

export const totalBaht = (of: readonly Pick<Costed, 'budgetBaht'>[]): number =>
  of.reduce((sum, one) => sum + (one.budgetBaht ?? 0), 0)
