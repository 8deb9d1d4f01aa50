import type { AreaView } from '@thaiqm/contract/area/area-routes.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

export interface AreaRow extends AreaView {
  readonly latitude: number | null
  readonly longitude: number | null
}

/** Adds areas or renews their names; codes are the Department of Provincial Administration's. */
export const saveAreas = async (trx: Scoped, areas: readonly AreaRow[]): Promise<void> => {
  if (areas.length === 0) return
  const of = <Value>(pick: (area: AreaRow) => Value) => areas.map(pick)
  await sql`insert into areas (area_code, code, level, name_th, name_en, parent_code, latitude, longitude)
    select * from unnest(${of(a => a.areaCode)}::text[], ${of(a => Number(a.areaCode.padEnd(8, '0')))}::int[],
      ${of(a => a.level)}::text[], ${of(a => a.nameTh)}::text[], ${of(a => a.nameEn)}::text[], ${of(a => a.parentCode)}::text[],
      ${of(a => a.latitude)}::float8[], ${of(a => a.longitude)}::float8[])
    on conflict (area_code) do update set name_th = excluded.name_th, name_en = excluded.name_en`.execute(trx)
}

interface Row {
  readonly area_code: string
  readonly level: AreaView['level']
  readonly name_th: string
  readonly name_en: string
  readonly parent_code: string | null
}

const toView = (row: Row): AreaView => ({
  areaCode: row.area_code,
  level: row.level,
  nameTh: row.name_th,
  nameEn: row.name_en,
  parentCode: row.parent_code,
})

const columns = sql`area_code, level, name_th, name_en, parent_code`

/** An area and all below it; everything for the empty code. */
export const findAreasUnder = async (trx: Scoped, code: string): Promise<AreaView[]> => {
  const { rows } =
    await sql<Row>`select ${columns} from areas where area_code like ${`${code}%`} order by area_code`.execute(trx)
  return rows.map(toView)
}

export const findChildAreas = async (trx: Scoped, code: string | null): Promise<AreaView[]> => {
  const { rows } = await sql<Row>`select ${columns} from areas where parent_code is not distinct from ${code}
    order by area_code`.execute(trx)
  return rows.map(toView)
}

/** The named areas, in no order: a breadcrumb asks for a code and all it lies in. */
export const findAreas = async (trx: Scoped, codes: readonly string[]): Promise<AreaView[]> => {
  const { rows } = await sql<Row>`select ${columns} from areas where area_code = any(${codes}::text[])`.execute(trx)
  return rows.map(toView)
}
