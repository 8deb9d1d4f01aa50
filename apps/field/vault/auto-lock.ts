import { useEffect } from 'react'
import type { Vault } from './vault.ts'
import { LOCKED_AFTER_HIDDEN_MS } from './vault-rules.ts'

const A_MINUTE_MS = 60_000

/** Whether the app was out of sight too long; a clock set back while it was counts as too long. */
export const wasHiddenTooLong = (hiddenAtMs: number, nowMs: number): boolean =>
  nowMs < hiddenAtMs || nowMs - hiddenAtMs > LOCKED_AFTER_HIDDEN_MS

/** Locks an app that was out of sight for five minutes, and lets time take what it has to take while it is open. */
export const useAutoLock = (lock: () => Promise<void>, vault: Vault | undefined): void => {
  useEffect(() => {
    if (vault === undefined) return
    let hiddenAtMs: number | undefined
    let timer: number | undefined
    const look = () => {
      window.clearTimeout(timer)
      if (document.visibilityState === 'hidden') {
        hiddenAtMs = Date.now()
        timer = window.setTimeout(() => void lock(), LOCKED_AFTER_HIDDEN_MS)
        return
      }
      if (hiddenAtMs !== undefined && wasHiddenTooLong(hiddenAtMs, Date.now())) void lock()
      hiddenAtMs = undefined
    }
    document.addEventListener('visibilitychange', look)
    const clock = window.setInterval(() => void vault.tick().catch(() => undefined), A_MINUTE_MS)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.clearTimeout(timer)
      window.clearInterval(clock)
    }
  }, [lock, vault])
}
