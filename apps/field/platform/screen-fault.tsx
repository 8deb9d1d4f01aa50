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
  notFound: { th: 'ไม่พบหน้านี้', en: 'No such page' },
  home: { th: 'กลับหน้างาน', en: 'Back to my work' },
})

/** Where a page would be that broke: says that nothing recorded is lost. */
export const ScreenFault = () => {
  const said = useWords(words)
  return (
    <div data-density="field">
      <ErrorState title={said.fault} onRetry={() => window.location.reload()}>
        {said.faultHint}
      </ErrorState>
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
