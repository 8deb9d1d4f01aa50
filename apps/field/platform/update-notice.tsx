import { Button } from '@thaiqm/ui/button.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { takeUpdate, useAppFiles } from './app-files.ts'

const words = defineWords({
  ready: { th: 'มีแอปรุ่นใหม่พร้อมใช้', en: 'A new version of the app is ready' },
  safe: {
    th: 'ร่างและข้อมูลที่ยังไม่ส่งในเครื่องนี้ไม่สูญหาย',
    en: 'Drafts and unsent work on this phone are kept.',
  },
  take: { th: 'ปรับเป็นรุ่นใหม่', en: 'Update now' },
})

/** Offers a newer build. Not shown inside a form: screens without tabs leave it out. */
export const UpdateNotice = () => {
  const said = useWords(words)
  const { hasUpdate } = useAppFiles()
  if (!hasUpdate) return null
  return (
    <Notice
      tone="info"
      title={said.ready}
      actions={
        <Button icon="download" onPress={takeUpdate}>
          {said.take}
        </Button>
      }
    >
      {said.safe}
    </Notice>
  )
}
