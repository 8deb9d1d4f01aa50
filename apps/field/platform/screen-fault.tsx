import { LinkButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, ErrorState } from '@thaiqm/ui/notice.tsx'
import { Screen } from './screen.tsx'

const words = defineWords({
  fault: { th: 'หน้านี้ขัดข้อง', en: 'This page has a fault' },
  faultHint: {
    th: 'ข้อมูลที่บันทึกไว้ยังอยู่ในเครื่อง โปรดเปิดหน้านี้ใหม่',
    en: 'What you recorded is safe on this phone. Please open the page again.',
  },
  notHere: { th: 'หน้านี้ยังไม่ได้เก็บไว้ในเครื่อง', en: 'This page is not on the phone yet' },
  notHereHint: {
    th: 'ข้อมูลที่บันทึกไว้ยังอยู่ในเครื่อง เมื่อมีสัญญาณโปรดเปิดแอปไว้สักครู่ แล้วเปิดหน้านี้อีกครั้ง',
    en: 'What you recorded is safe on this phone. With a signal keep the app open for a moment, then open this page again.',
  },
  notFound: { th: 'ไม่พบหน้านี้', en: 'No such page' },
  home: { th: 'กลับหน้างาน', en: 'Back to my work' },
})

/** A page's file is not on the phone, and there is no signal to fetch it. */
export class PageNotHere extends Error {}

/** Where a page would be that broke: says that nothing recorded is lost. */
export const ScreenFault = ({ error }: { readonly error: unknown }) => {
  const said = useWords(words)
  return (
    <div data-density="field">
      {error instanceof PageNotHere ? (
        <EmptyState
          icon="cloud-off"
          title={said.notHere}
          actions={
            <LinkButton kind="primary" href="/">
              {said.home}
            </LinkButton>
          }
        >
          {said.notHereHint}
        </EmptyState>
      ) : (
        <ErrorState title={said.fault} onRetry={() => window.location.reload()}>
          {said.faultHint}
        </ErrorState>
      )}
    </div>
  )
}

export const NotFoundScreen = () => {
  const said = useWords(words)
  return (
    <Screen title={said.notFound} tab="work">
      <EmptyState
        icon="help"
        title={said.notFound}
        actions={
          <LinkButton kind="primary" href="/">
            {said.home}
          </LinkButton>
        }
      />
    </Screen>
  )
}
