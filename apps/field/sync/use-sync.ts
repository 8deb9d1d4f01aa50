import type { Tone } from '@thaiqm/ui/badge.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { useEffect, useSyncExternalStore } from 'react'
import { useFieldApp } from '../platform/field-app.tsx'
import { readReport } from '../platform/heard-report.ts'
import { useLive } from '../platform/use-live.ts'
import { useSession } from '../session/session-provider.tsx'

const words = defineWords({
  sending: { th: 'กำลังส่งข้อมูล…', en: 'Sending…' },
  allSent: { th: 'ส่งข้อมูลครบแล้ว', en: 'Everything is sent' },
  waiting: { th: (n: number) => `รอส่ง ${n} รายการ`, en: n => `${n} waiting to be sent` },
  offline: { th: 'ไม่มีสัญญาณ · ข้อมูลเก็บในเครื่องแล้ว', en: 'No signal · kept on this phone' },
  offlineWaiting: {
    th: (n: number) => `ไม่มีสัญญาณ · เก็บในเครื่อง รอส่ง ${n} รายการ`,
    en: n => `No signal · ${n} kept on this phone`,
  },
  signedOut: {
    th: 'ส่งงานได้ · เข้าสู่ระบบใหม่เพื่อรับข้อมูลล่าสุด',
    en: 'Work is sent · sign in again to receive what is new',
  },
  olderApp: {
    th: 'ส่งข้อมูลครบแล้ว · โปรดอัปเดตแอปเพื่อรับข้อมูลล่าสุด',
    en: 'Everything is sent · please update the app to receive what is new',
  },
  disabled: {
    th: 'บัญชีนี้ถูกระงับ · งานในเครื่องยังส่งได้ และรอผู้รับผิดชอบพื้นที่รับช่วงต่อ',
    en: 'This account is disabled · its work is still sent, and waits for whoever has the area',
  },
})

export interface SyncStatus {
  readonly waiting: number
  readonly text: string
  readonly tone: Tone
}

const noteOnline = (listener: () => void) => {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** What lies on this phone and whether it can leave, in a line. */
export const useSyncStatus = (): SyncStatus => {
  const { database, sync, outbox } = useFieldApp()
  const said = useWords(words)
  const isOnline = useSyncExternalStore(noteOnline, () => navigator.onLine)
  const { isSending, trouble } = useSyncExternalStore(sync.subscribe, sync.read)
  const isDisabled = useLive(`disabled-${database.name}`, async () => {
    return (await readReport(database)).isDisabled === true
  })
  const waiting = useLive(`waiting-${database.name}`, async () => (await outbox.holdings()).waiting) ?? 0
  if (!isOnline || trouble === 'offline') {
    return { waiting, tone: 'warning', text: waiting === 0 ? said.offline : said.offlineWaiting(waiting) }
  }
  if (isDisabled === true) return { waiting, tone: 'danger', text: said.disabled }
  if (trouble === 'signed-out') return { waiting, tone: 'warning', text: said.signedOut }
  if (trouble === 'older-app' && waiting === 0) return { waiting, tone: 'warning', text: said.olderApp }
  if (isSending && waiting > 0) return { waiting, tone: 'info', text: said.sending }
  return waiting === 0
    ? { waiting, tone: 'good', text: said.allSent }
    : { waiting, tone: 'warning', text: said.waiting(waiting) }
}

/** Sends when the app opens, when the network comes back and when the person comes back to the app. */
export const useSendingByItself = (): void => {
  const { sync } = useFieldApp()
  const { refresh } = useSession()
  useEffect(() => {
    // First whose session it is: on a shared phone it may be another's.
    const wake = () => void refresh().finally(() => sync.flush())
    const seen = () => {
      if (document.visibilityState === 'visible') wake()
    }
    wake()
    window.addEventListener('online', wake)
    document.addEventListener('visibilitychange', seen)
    return () => {
      window.removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [sync, refresh])
}
