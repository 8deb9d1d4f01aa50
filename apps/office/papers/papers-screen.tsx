import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { PageHeader, Stack } from '@thaiqm/ui/page-header.tsx'
import { ComboBox } from '@thaiqm/ui/select.tsx'
import { useAddress } from '../platform/address.ts'
import { useAreas } from '../platform/areas.ts'
import { NotFoundState, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'
import { LetterList } from './letter-list.tsx'
import { VillageSheets } from './village-sheets.tsx'

const words = defineWords({
  title: { th: 'เอกสารราชการ', en: 'Official papers' },
  hint: {
    th: 'หนังสือส่งต่อหน่วยงาน และข้อมูลความต้องการของหมู่บ้านประกอบแผนพัฒนาท้องถิ่น เป็นไฟล์ DOCX ที่แก้ไขต่อได้',
    en: 'Referral letters, and what villages need for the local plan, as DOCX that can be edited.',
  },
  area: { th: 'พื้นที่', en: 'Area' },
})

/** `/papers`: the papers an area has to write, for the area chosen. */
export const PapersScreen = () => {
  const say = useWords(words)
  const { actor } = useSession()
  const { choicesIn } = useAreas()
  const { search, change } = useAddress()
  usePageTitle(say.title)
  if (!hasAbility(actor, 'read-figures')) return <NotFoundState />
  const area = search.area ?? actor.areaCode
  return (
    <>
      <PageHeader title={say.title} description={say.hint} />
      <Stack>
        <div className="of-narrow-form">
          <ComboBox
            label={say.area}
            options={choicesIn(actor.areaCode)}
            value={area}
            onChange={chosen => change({ area: chosen })}
          />
        </div>
        {hasAbility(actor, 'write-letters') && <LetterList area={area} />}
        <VillageSheets area={area} />
      </Stack>
    </>
  )
}
