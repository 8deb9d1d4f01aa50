import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type listParked, readParked, settleParked } from '@thaiqm/contract/sync/sync-routes.ts'
import type { RouteReply } from '@thaiqm/contract/wire/route.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { DefinitionList } from '@thaiqm/ui/definition-list.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ErrorNotice, Notice } from '@thaiqm/ui/notice.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useState } from 'react'
import { ask, call } from '../platform/api.ts'
import { useAreas } from '../platform/areas.ts'
import { failureText, refusalText } from '../platform/refusal-text.ts'
import { commandName } from './command-names.ts'
import { parkedLines } from './parked-lines.ts'

export type ParkedRow = RouteReply<typeof listParked>['parked'][number]

const words = defineWords({
  who: { th: 'ผู้บันทึก', en: 'Made by' },
  made: { th: 'บันทึกในเครื่องเมื่อ', en: 'Made on the phone' },
  where: { th: 'พื้นที่ปัจจุบันของครัวเรือน', en: 'Where the household is now' },
  why: { th: 'เหตุที่รอพิจารณา', en: 'Why it waits' },
  hidden: {
    th: 'รายการนี้อาจมีข้อมูลที่จำกัดการเข้าถึง ท่านรับช่วงต่อไม่ได้ โปรดให้นายอำเภอหรือเจ้าหน้าที่ที่ได้รับมอบหมายพิจารณา',
    en: 'This may hold restricted matters. Please leave it to the district chief or a designated officer.',
  },
  reason: { th: 'เหตุผล', en: 'Reason' },
  reasonHint: { th: 'จำเป็นเมื่อไม่ใช้รายการนี้', en: 'Needed to set the entry aside' },
  accept: { th: 'รับช่วงต่อในชื่อของฉัน', en: 'Take over under my name' },
  dismiss: { th: 'ไม่ใช้รายการนี้', en: 'Set aside' },
  accepted: { th: 'รับช่วงต่อแล้ว', en: 'Taken over' },
  dismissed: { th: 'บันทึกเหตุผลแล้ว ไม่ใช้รายการนี้', en: 'Set aside, with its reason' },
})

/** One parked command, to be taken over or set aside: the transfer inbox. */
export const SettleParkedDialog = ({
  parked,
  onClose,
}: {
  readonly parked: ParkedRow
  readonly onClose: () => void
}) => {
  const { language } = useLanguage()
  const { titleOf } = useAreas()
  const say = useWords(words)
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [pending, setPending] = useState<'accepted' | 'dismissed' | null>(null)
  const { command, receipt } = parked
  const params = { commandId: command.commandId }
  const content = useQuery({ queryKey: ['parked', command.commandId], queryFn: () => ask(readParked, { params }) })
  const isHidden = content.data !== undefined && content.data.input === null

  const settle = async (how: 'accepted' | 'dismissed') => {
    setPending(how)
    setWrong(null)
    const answer = await call(settleParked, { params, body: { how, reason } })
    setPending(null)
    if (!answer.ok) return setWrong(failureText(answer, language))
    showToast({ title: how === 'accepted' ? say.accepted : say.dismissed, tone: 'good' })
    // Its own content is no longer to be had.
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== command.commandId })
    onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={commandName(command.type, language)}
      actions={
        <>
          <Button
            kind="primary"
            isPending={pending === 'accepted'}
            isDisabled={pending !== null || isHidden || content.data === undefined}
            onPress={() => void settle('accepted')}
          >
            {say.accept}
          </Button>
          <Button
            isPending={pending === 'dismissed'}
            isDisabled={pending !== null || reason.trim() === ''}
            onPress={() => void settle('dismissed')}
          >
            {say.dismiss}
          </Button>
        </>
      }
    >
      <DefinitionList
        items={[
          { term: say.who, value: parked.byName },
          { term: say.made, value: formatInstant(command.madeAt, { language }) },
          { term: say.where, value: parked.areaCode === null ? '–' : titleOf(parked.areaCode) },
          { term: say.why, value: receipt.refusal === null ? '–' : refusalText(receipt.refusal, language) },
          ...parkedLines(content.data?.input, language),
        ]}
      />
      {isHidden && <Notice tone="warning">{say.hidden}</Notice>}
      <TextArea label={say.reason} hint={say.reasonHint} value={reason} onChange={setReason} maxLength={2000} />
      <ErrorNotice>{wrong}</ErrorNotice>
    </Dialog>
  )
}
