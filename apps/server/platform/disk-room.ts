import { statfsSync } from 'node:fs'
import type { LogFault } from './http/create-http-server.ts'

/**
 * Room that new work may not use up: PostgreSQL ends altogether when its log finds none, and then nobody reads either.
 * With this left it goes on, and the operator has time.
 */
const KEPT_FREE_MEGABYTES = 200

const MEGABYTE = 1024 * 1024
const LOOK_AGAIN_MS = 500

/** What of a disk is told: free megabytes; a folder that cannot be asked counts as having room, others will say what is wrong. */
const freeMegabytes = (folder: string): number => {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return (bavail * bsize) / MEGABYTE
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/** Answers whether the data folder's disk still takes new work; looks at most twice a second, and tells the log of a change. */
export const watchDiskRoom = (folder: string, log: LogFault): (() => boolean) => {
  let hasRoom = true
  let lookedAt = Number.NEGATIVE_INFINITY
  return () => {
    const now = performance.now()
    if (now - lookedAt < LOOK_AGAIN_MS) return hasRoom
    lookedAt = now
    const free = freeMegabytes(folder)
    if (free >= KEPT_FREE_MEGABYTES !== hasRoom) {
      hasRoom = !hasRoom
      log(hasRoom ? 'disk-has-room-again' : 'disk-full', { folder, freeMegabytes: Math.floor(free) })
    }
    return hasRoom
  }
}
