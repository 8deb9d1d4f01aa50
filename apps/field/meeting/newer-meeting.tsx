import { Button } from '@thaiqm/ui/button.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { takeUpdate, useAppFiles } from '../platform/app-files.ts'

const words = defineWords({
  title: { th: 'โปรดอัปเดตแอป', en: 'Please update the app' },
  none: {
    th: 'การประชุมนี้มีข้อมูลที่แอปรุ่นนี้ยังแสดงไม่ได้',
    en: 'This meeting holds what this version of the app cannot show yet.',
  },
  older: {
    th: 'การประชุมนี้มีข้อมูลใหม่ที่แอปรุ่นนี้ยังแสดงไม่ได้ ข้อมูลด้านล่างเป็นข้อมูลก่อนหน้านั้น',
    en: 'There is news of this meeting that this version of the app cannot show yet. What is below is from before.',
  },
  how: { th: 'โปรดปิดแล้วเปิดแอปใหม่ขณะมีสัญญาณ', en: 'Close the app and open it again with a signal.' },
  take: { th: 'อัปเดตแอป', en: 'Update the app' },
})

/** A meeting the server has in words of a later app: what to do, and whether what is shown is from before. */
export const NewerMeeting = ({ hasOlder }: { readonly hasOlder: boolean }) => {
  const said = useWords(words)
  const { hasUpdate } = useAppFiles()
  return (
    <Notice
      tone="warning"
      title={said.title}
      actions={
        hasUpdate ? (
          <Button icon="download" onPress={takeUpdate}>
            {said.take}
          </Button>
        ) : undefined
      }
    >
      {[hasOlder ? said.older : said.none, hasUpdate ? '' : said.how].filter(Boolean).join(' ')}
    </Notice>
  )
}
