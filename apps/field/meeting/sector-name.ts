import { sectors } from '@thaiqm/catalogue/catalogue.ts'
import type { Sector } from '@thaiqm/core/plan/plan.ts'
import type { Language } from '@thaiqm/ui/language.tsx'

export const sectorName = (code: Sector, language: Language): string =>
  sectors.find(one => one.code === code)?.[language] ?? code
