import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

export const areaView = z.object({
  areaCode: z.string(),
  level: z.enum(['PROVINCE', 'DISTRICT', 'TAMBON', 'VILLAGE']),
  nameTh: z.string(),
  nameEn: z.string(),
  parentCode: z.string().nullable(),
})
export type AreaView = z.infer<typeof areaView>

export const listAreas = defineRoute({
  method: 'GET',
  path: '/api/areas',
  room: 'area',
  access: 'signed-in',
  summary: 'Areas below one, all the way down to villages',
  query: z.object({
    under: z
      .string()
      .regex(/^(\d{2}|\d{4}|\d{6})?$/)
      .optional(),
  }),
  reply: z.object({ areas: z.array(areaView) }),
})
