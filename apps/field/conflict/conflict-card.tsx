import { mayCommand } from '@thaiqm/core/access/permission.ts'
import { openConflicts } from '@thaiqm/core/conflict/open-conflicts.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { LinkButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { useFieldApp } from '../platform/field-app.tsx'

const words = defineWords({
  title: { th: (n: number) => `ข้อมูลไม่ตรงกัน ${n} รายการ`, en: n => `${n} conflicts` },
  body: {
    th: 'มีผู้บันทึกครัวเรือนนี้ไว้ต่างกัน ระบบเก็บไว้ทั้งสองชุด โปรดเลือกชุดที่ถูกต้อง',
    en: 'Two people recorded this household differently. Both are kept. Please choose what is right.',
  },
  open: { th: 'เลือกข้อมูลที่ถูกต้อง', en: 'Choose what is right' },
})

/** On a household’s page: that something is to be decided, and the way there. */
export const ConflictCard = ({ household }: { readonly household: Household }) => {
  const said = useWords(words)
  const { actor } = useFieldApp()
  const count = openConflicts(household).length
  if (count === 0 || !mayCommand(actor, 'SettleConflict')) return null
  return (
    <Notice tone="warning" title={said.title(count)}>
      <p>{said.body}</p>
      <LinkButton kind="primary" isWide href={`/households/${household.id}/conflicts`}>
        {said.open}
      </LinkButton>
    </Notice>
  )
}
