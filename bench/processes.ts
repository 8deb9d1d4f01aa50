import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What /proc says about processes; Linux only. Ticks are hundredths of a second on every Linux we run on. */
const MS_A_TICK = 10

const statOf = (pid: number): string[] | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name stands in brackets and may hold spaces: fields are counted after it, from the third on.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc').flatMap(name =>
    /^\d+$/.test(name) && statOf(Number(name))?.[1] === String(pid) ? [Number(name)] : [],
  )

const ticks = (stat: readonly string[] | undefined, ...fields: number[]): number =>
  fields.reduce((sum, field) => sum + Number(stat?.[field] ?? 0), 0)

/** CPU a process has used so far, in milliseconds. */
export const cpuOf = (pid: number): number => ticks(statOf(pid), 11, 12) * MS_A_TICK

/** The postmaster of a data folder's own PostgreSQL. */
export const postgresPidOf = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])

/** CPU of PostgreSQL so far: the postmaster, its living processes, and those it has buried. */
export const postgresCpu = (postmaster: number): number =>
  ticks(statOf(postmaster), 11, 12, 13, 14) * MS_A_TICK +
  childrenOf(postmaster).reduce((sum, pid) => sum + cpuOf(pid), 0)

const statusKilobytes = (pid: number, file: string, field: string): number => {
  try {
    const line = readFileSync(`/proc/${pid}/${file}`, 'utf8').match(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm'))
    return Number(line?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** Resident memory now, in megabytes. */
export const residentMegabytes = (pid: number): number => statusKilobytes(pid, 'status', 'VmRSS') / 1024

/** The most resident memory a process has had, in megabytes. */
export const peakMegabytes = (pid: number): number => statusKilobytes(pid, 'status', 'VmHWM') / 1024

/** PostgreSQL's memory with each shared page counted once (proportional set size), in megabytes. */
export const postgresMegabytes = (postmaster: number): number =>
  [postmaster, ...childrenOf(postmaster)].reduce((sum, pid) => sum + statusKilobytes(pid, 'smaps_rollup', 'Pss'), 0) /
  1024
