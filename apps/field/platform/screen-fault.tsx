import { useRouter } from '@tanstack/react-router'
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
    th: 'ข้อมูลที่บันทึกไว้ยังอยู่ในเครื่อง เมื่อมีสัญญาณโปรดเปิดแอปไว้สักครู่ แล้วกดลองใหม่',
    en: 'What you recorded is safe on this phone. With a signal keep the app open for a moment, then try again.',
  },
  notFound: { th: 'ไม่พบหน้านี้', en: 'No such page' },
  home: { th: 'กลับหน้างาน', en: 'Back to my work' },
})

/** A page's file is not on the phone, and there is no signal to fetch it. */
export class PageNotHere extends Error {}

/** Where a page would be that broke: says that nothing recorded is lost. */
export const ScreenFault = ({ error }: { readonly error: unknown }) => {
  const said = useWords(words)
  const router = useRouter()
  const isNotHere = error instanceof PageNotHere
  return (
    <div data-density="field">
      <ErrorState
        title={isNotHere ? said.notHere : said.fault}
        onRetry={() => (isNotHere ? void router.invalidate() : window.location.reload())}
      >
        {isNotHere ? said.notHereHint : said.faultHint}
      </ErrorState>
      {isNotHere && (
        <LinkButton isWide href="/">
          {said.home}
        </LinkButton>
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
