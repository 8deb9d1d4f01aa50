import { type AgendaItem, decisionOn, type Meeting } from '@thaiqm/core/meeting/meeting.ts'
import { rankedNeeds } from '@thaiqm/core/meeting/village-needs.ts'
import { Button, IconButton } from '@thaiqm/ui/button.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { useState } from 'react'
import { asInput } from './add-need.tsx'
import { useMeetingPerform } from './use-meeting-perform.ts'

const words = defineWords({
  title: { th: 'จัดลำดับความต้องการ', en: 'Put needs in order' },
  hint: { th: 'เรื่องที่สำคัญที่สุดอยู่บนสุด', en: 'The most wanted stands first.' },
  save: { th: 'บันทึกลำดับ', en: 'Save the order' },
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  up: { th: (title: string) => `เลื่อนขึ้น: ${title}`, en: title => `Move up: ${title}` },
  takeOut: { th: (title: string) => `นำออกจากวาระ: ${title}`, en: title => `Take out: ${title}` },
  down: { th: (title: string) => `เลื่อนลง: ${title}`, en: title => `Move down: ${title}` },
})

/** The village ranks its needs; the order of the agenda is the order of wishes. */
export const OrderNeeds = ({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) => {
  const said = useWords(words)
  const { perform, isPending, refusal } = useMeetingPerform()
  const [needs, setNeeds] = useState<readonly AgendaItem[]>(() => rankedNeeds(meeting))
  const move = (at: number, by: -1 | 1) => {
    const next = [...needs]
    const one = next[at]
    const other = next[at + by]
    if (one === undefined || other === undefined) return
    next[at] = other
    next[at + by] = one
    setNeeds(next)
  }
  const save = async () => {
    const others = meeting.agenda.filter(item => item.kind !== 'need-priority')
    const input = { items: [...needs, ...others].map(asInput), replaces: meeting.agendaRevision }
    if (await perform(meeting.id, meeting, { type: 'SetAgenda', input })) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={said.title}
      isInsistent={isPending}
      actions={
        <>
          <Button kind="primary" isPending={isPending} onPress={() => void save()}>
            {said.save}
          </Button>
          <Button onPress={onClose}>{said.cancel}</Button>
        </>
      }
    >
      <p className="fd-muted">{said.hint}</p>
      <ol className="fd-list">
        {needs.map((item, at) => (
          <li key={item.itemId} className="fd-member">
            <span className="fd-member-text">{`${at + 1}. ${item.title}`}</span>
            <IconButton
              icon="arrow-up"
              label={said.up(item.title)}
              isDisabled={at === 0}
              onPress={() => move(at, -1)}
            />
            <IconButton
              icon="arrow-down"
              label={said.down(item.title)}
              isDisabled={at === needs.length - 1}
              onPress={() => move(at, 1)}
            />
            {decisionOn(meeting, item.itemId) === undefined && (
              <IconButton
                icon="trash"
                label={said.takeOut(item.title)}
                onPress={() => setNeeds(needs.filter(one => one !== item))}
              />
            )}
          </li>
        ))}
      </ol>
      {refusal !== undefined && (
        <Notice tone="danger" isLive>
          {refusal}
        </Notice>
      )}
    </Dialog>
  )
}
