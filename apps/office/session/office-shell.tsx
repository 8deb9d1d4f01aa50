import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { signOut } from '@thaiqm/contract/session/session-routes.ts'
import { sumCounts } from '@thaiqm/core/duty/duty-counts.ts'
import { AppShell } from '@thaiqm/ui/app-shell.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { LanguageSwitch, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { type MenuAction, UserMenu } from '@thaiqm/ui/menu.tsx'
import { OfflineNotice } from '@thaiqm/ui/notice.tsx'
import { ThemeSwitch } from '@thaiqm/ui/theme.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { useDutySummary } from '../duty/use-duty-summary.ts'
import { useWaitingWork } from '../measure/use-figures.ts'
import { call } from '../platform/api.ts'
import { useAreas } from '../platform/areas.ts'
import { preloadPages } from '../platform/lazy-page.tsx'
import { roleName } from '../platform/names.ts'
import { flushOutbox, useWaitingCount } from '../platform/outbox.ts'
import { useSession } from '../platform/session.tsx'
import { useParked } from '../sync/use-parked.ts'
import { currentEntry, type NavigationGroup, navigationEntries } from './navigation.ts'
import { PracticeBanner } from './practice-banner.tsx'

const words = defineWords({
  work: { th: 'งานประจำ', en: 'Work' },
  help: { th: 'ความช่วยเหลือจากภาคี', en: 'Help from partners' },
  manage: { th: 'บริหารจัดการ', en: 'Management' },
  account: { th: 'บัญชีและตำแหน่งของฉัน', en: 'My account and posts' },
  signOut: { th: 'ออกจากระบบ', en: 'Sign out' },
  switchPerson: { th: 'ออกและเปลี่ยนผู้ใช้', en: 'Sign out and change person' },
  waiting: {
    th: (count: string) => `มี ${count} รายการเก็บไว้ในเครื่องนี้ ยังไม่ได้ส่ง ระบบจะส่งให้เมื่อเชื่อมต่อได้`,
    en: count => `${count} entries are kept on this computer and will be sent once connected`,
  },
})

const RETRY_MS = 20_000
const PRELOAD_AFTER_MS = 2_000

/** Sends what an earlier visit left in the outbox, and tries again while something waits. */
const useOutboxFlushing = (personId: string, isWaiting: boolean): void => {
  const client = useQueryClient()
  const flush = useCallback(async () => {
    const sent = await flushOutbox(personId)
    if (sent.ok && sent.receipts.length > 0) await client.invalidateQueries()
  }, [personId, client])
  useEffect(() => {
    const start = () => void flush().catch(() => undefined)
    start()
    window.addEventListener('online', start)
    return () => window.removeEventListener('online', start)
  }, [flush])
  useEffect(() => {
    if (!isWaiting) return
    const timer = window.setInterval(() => void flush().catch(() => undefined), RETRY_MS)
    return () => window.clearInterval(timer)
  }, [flush, isWaiting])
}

const usePreloading = (): void => {
  useEffect(() => {
    const timer = window.setTimeout(preloadPages, PRELOAD_AFTER_MS)
    return () => window.clearTimeout(timer)
  }, [])
}

/** After a change of page the focus goes to the content, as it would on a page load. */
const useFocusOnPageChange = (pathname: string): void => {
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
  }, [pathname])
}

/** The shell of a signed-in officer: menu by rights, who and where, practice banner, what is not sent yet. */
export const OfficeShell = ({ children }: { readonly children: ReactNode }) => {
  const { actor, view, today, isPractice } = useSession()
  const { language } = useLanguage()
  const say = useWords(words)
  const { titleOf } = useAreas()
  const pathname = useLocation({ select: location => location.pathname })
  const waitingInOutbox = useWaitingCount()
  const waitingWork = useWaitingWork()
  const parked = useParked().data?.parked.length ?? 0
  const hasDuties = navigationEntries.some(entry => entry.path === '/today' && entry.isFor(actor, isPractice))
  const duties = sumCounts(useDutySummary(hasDuties).data?.kinds ?? [])
  const ownCounts: Readonly<Record<string, number>> = {
    '/parked': parked,
    '/today': duties.overdue + duties.within7Days,
  }
  useOutboxFlushing(actor.personId, waitingInOutbox > 0)
  useFocusOnPageChange(pathname)
  usePreloading()

  const leave = async () => {
    await call(signOut, {})
    // A whole page load: nothing that this person has seen stays in memory for the next one.
    window.location.assign('/')
  }
  const actions: MenuAction[] = [
    { id: 'account', label: say.account, icon: 'user', href: '/account' },
    {
      id: 'sign-out',
      label: isPractice ? say.switchPerson : say.signOut,
      icon: 'log-out',
      onPress: () => void leave(),
    },
  ]
  const current = currentEntry(pathname)
  const itemsOf = (group: NavigationGroup) =>
    navigationEntries
      .filter(entry => entry.group === group && entry.isFor(actor, isPractice))
      .map(entry => {
        const counted = (entry.waiting ?? []).reduce((sum, measure) => sum + (waitingWork.get(measure) ?? 0), 0)
        const waiting = ownCounts[entry.path] ?? counted
        return {
          href: entry.path,
          label: entry[language],
          icon: entry.icon,
          isCurrent: entry === current,
          count: waiting === 0 ? undefined : formatNumber(waiting, language),
        }
      })
  const groups = [
    { label: say.work, items: itemsOf('work') },
    { label: say.help, items: itemsOf('help') },
    { label: say.manage, items: itemsOf('manage') },
  ].filter(group => group.items.length > 0)
  const provinceName = view.provinceCode === null ? undefined : titleOf(view.provinceCode)
  return (
    <AppShell
      brand={{ name: 'ThaiQM', tagline: provinceName, href: '/' }}
      navigation={groups}
      banner={isPractice ? <PracticeBanner today={today} /> : undefined}
      area={
        <span className="of-shell-area">
          <b className="of-shell-role">{roleName(actor.role, language)}</b>
          {actor.areaCode !== '' && <span>{titleOf(actor.areaCode)}</span>}
        </span>
      }
      tools={<LanguageSwitch />}
      userMenu={
        <UserMenu name={actor.name} position={actor.position} actions={actions}>
          <ThemeSwitch />
        </UserMenu>
      }
    >
      {waitingInOutbox > 0 && <OfflineNotice waiting={say.waiting(formatNumber(waitingInOutbox, language))} />}
      {children}
    </AppShell>
  )
}
