import type { UseQueryResult } from '@tanstack/react-query'
import { LinkButton } from '@thaiqm/ui/button.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, ErrorState } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { type ReactNode, useEffect } from 'react'
import { failureOf } from './api.ts'
import { failureText } from './refusal-text.ts'

const words = defineWords({
  notFound: { th: 'ไม่พบรายการนี้ หรืออยู่นอกพื้นที่ของท่าน', en: 'Not found, or outside your area.' },
  notFoundHint: {
    th: 'โปรดตรวจสอบที่อยู่ของหน้า หรือกลับไปเริ่มจากหน้าแรก',
    en: 'Check the address of the page, or start again from the first page.',
  },
  home: { th: 'กลับหน้าแรก', en: 'Back to the first page' },
  offline: { th: 'ไม่ได้เชื่อมต่อกับเครื่องแม่ข่าย', en: 'Not connected to the server' },
  fault: { th: 'หน้านี้ขัดข้อง', en: 'This page has a fault' },
  faultHint: {
    th: 'ข้อมูลที่บันทึกแล้วยังอยู่ครบ โปรดเปิดหน้านี้ใหม่ หากยังไม่ได้โปรดแจ้งผู้ดูแลระบบ',
    en: 'What was recorded is safe. Please open the page again; if that does not help, tell the administrator.',
  },
})

/** Sets the tab's title: what the page is, never whose. */
export const usePageTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · ThaiQM`
  }, [title])
}

/** What a page says that is not there or not for this officer: the same calm sentence, so that nothing is given away. */
export const NotFoundState = () => {
  const say = useWords(words)
  usePageTitle(say.notFound)
  return (
    <>
      <h1 className="tq-visually-hidden">{say.notFound}</h1>
      <EmptyState icon="search" title={say.notFound} actions={<LinkButton href="/">{say.home}</LinkButton>}>
        {say.notFoundHint}
      </EmptyState>
    </>
  )
}

/** Where a page would be that broke: says that nothing recorded is lost. */
export const PageFault = () => {
  const say = useWords(words)
  usePageTitle(say.fault)
  return (
    <>
      <h1 className="tq-visually-hidden">{say.fault}</h1>
      <ErrorState title={say.fault} onRetry={() => window.location.reload()}>
        {say.faultHint}
      </ErrorState>
    </>
  )
}

/** A failed query, each kind in its designed form, with a way to try again. */
export const FailedState = ({
  error,
  onRetry,
  isRetrying,
}: {
  readonly error: unknown
  readonly onRetry?: () => void
  readonly isRetrying?: boolean
}) => {
  const { language } = useLanguage()
  const say = useWords(words)
  const failure = failureOf(error)
  if (failure.kind === 'refused' && (failure.status === 404 || failure.status === 403)) return <NotFoundState />
  // Asking again with the same page would bring the same answer.
  const retry = failure.kind === 'other-version' ? () => window.location.reload() : onRetry
  return (
    <ErrorState title={failure.kind === 'offline' ? say.offline : undefined} onRetry={retry} isRetrying={isRetrying}>
      {failureText(failure, language)}
    </ErrorState>
  )
}

/** Shows a query's answer; before it grey lines, and for a failure what to do. */
export const QueryView = <Data,>({
  query,
  loading,
  children,
}: {
  readonly query: UseQueryResult<Data>
  readonly loading?: ReactNode
  readonly children: (data: Data) => ReactNode
}) => {
  if (query.data !== undefined) return children(query.data)
  if (query.isError)
    return <FailedState error={query.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} />
  return loading ?? <Skeleton lines={8} />
}
