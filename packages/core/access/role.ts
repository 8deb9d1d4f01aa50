import { z } from 'zod'

/** Roles of the ศจพ. chain, each with the area level its scope has (domain brief 13.2). */
export const role = z.enum([
  'SYS',
  'GOV',
  'PROV',
  'DCHIEF',
  'DOFF',
  'TAM',
  'MENTOR',
  'VIL',
  'AGENCY',
  'PARTNER',
  'LINK',
  'DPO',
])
export type Role = z.infer<typeof role>

/** Roles that act upon an area; the others see nothing by area (SYS, DPO) or only what was referred to them. */
export const areaRoles: readonly Role[] = ['GOV', 'PROV', 'DCHIEF', 'DOFF', 'TAM', 'MENTOR', 'VIL', 'LINK']
