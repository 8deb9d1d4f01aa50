import { movedItem, setAgenda } from '@thaiqm/core/meeting/agenda-order.ts'
import { type AgendaItem, decisionOn, type Meeting } from '@thaiqm/core/meeting/meeting.ts'
import { otherMatters, rankedNeeds } from '@thaiqm/core/meeting/village-needs.ts'
import { Button, IconButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { useState } from 'react'
import { MeetingDialog } from './meeting-dialog.tsx'

const words = defineWords({
  title: { th: 'จัดลำดับความต้องการ', en: 'Put needs in order' },
  hint: { th: 'เรื่องที่สำคัญที่สุดอยู่บนสุด', en: 'The most wanted stands first.' },
  save: { th: 'บันทึกลำดับ', en: 'Save the order' },
  up: { th: (title: string) => `เลื่อนขึ้น: ${title}`, en: title => `Move up: ${title}` },
  first: { th: 'ขึ้นบนสุด', en: 'To the top' },
  firstOf: { th: (title: string) => `ขึ้นบนสุด: ${title}`, en: title => `To the top: ${title}` },
  takeOut: { th: (title: string) => `นำออกจากวาระ: ${title}`, en: title => `Take out: ${title}` },
  down: { th: (title: string) => `เลื่อนลง: ${title}`, en: title => `Move down: ${title}` },
})

/** The village ranks its needs; the order of the agenda is the order of wishes. */
export const OrderNeeds = ({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) => {
  const said = useWords(words)
  const [needs, setNeeds] = useState<readonly AgendaItem[]>(() => rankedNeeds(meeting))
  return (
    <MeetingDialog
      meeting={meeting}
      command={setAgenda(meeting, [...needs, ...otherMatters(meeting)])}
      title={said.title}
      confirmLabel={said.save}
      onClose={onClose}
    >
      {() => (
        <div>
          <p className="fd-muted">{said.hint}</p>
          <ol className="fd-list">
            {needs.map((item, at) => (
              <li key={item.itemId} className="fd-ordered">
                <b>{`${at + 1}. ${item.title}`}</b>
                <span className="fd-row">
                  <IconButton
                    icon="arrow-up"
                    label={said.up(item.title)}
                    isDisabled={at === 0}
                    onPress={() => setNeeds(movedItem(needs, item.itemId, -1))}
                  />
                  <IconButton
                    icon="arrow-down"
                    label={said.down(item.title)}
                    isDisabled={at === needs.length - 1}
                    onPress={() => setNeeds(movedItem(needs, item.itemId, 1))}
                  />
                  {at > 1 && (
                    <Button
                      kind="quiet"
                      aria-label={said.firstOf(item.title)}
                      onPress={() => setNeeds([item, ...needs.filter(one => one !== item)])}
                    >
                      {said.first}
                    </Button>
                  )}
                  {decisionOn(meeting, item.itemId) === undefined && (
                    <IconButton
                      icon="trash"
                      label={said.takeOut(item.title)}
                      onPress={() => setNeeds(needs.filter(one => one !== item))}
                    />
                  )}
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </MeetingDialog>
  )
}
