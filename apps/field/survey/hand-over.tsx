import { handOverDraft, listDraftColleagues } from '@thaiqm/contract/survey/draft-routes.ts'
import type { PersonId } from '@thaiqm/core/ledger/identifiers.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { useEffect, useState } from 'react'
import { type CallFailure, call } from '../platform/api.ts'
import { failureText } from '../platform/failure-text.ts'
import { useFieldApp } from '../platform/field-app.tsx'

const words = defineWords({
  title: { th: 'ส่งต่อร่างให้ผู้ร่วมงาน', en: 'Hand over to a colleague' },
  text: {
    th: 'ผู้รับจะทำร่างนี้ต่อในเครื่องของตน และร่างจะออกจากเครื่องนี้ ต้องมีสัญญาณเครือข่าย',
    en: 'The colleague goes on with it on their own phone; it leaves this one. This needs the network.',
  },
  to: { th: 'ส่งต่อให้', en: 'To' },
  none: { th: 'ไม่มีผู้อื่นที่สำรวจหมู่บ้านนี้ได้', en: 'Nobody else may survey this village' },
  handOver: { th: 'ส่งต่อร่าง', en: 'Hand over' },
  done: { th: 'ส่งต่อร่างแล้ว', en: 'Draft handed over' },
  notYet: {
    th: 'ระบบยังไม่ได้รับร่างฉบับล่าสุด โปรดกดส่งข้อมูลเมื่อมีสัญญาณ แล้วลองใหม่',
    en: 'The server does not have the newest version yet. Please send with a signal and try again.',
  },
})

/** Gives a draft to somebody who may survey the same village; its newest version has to be with the server first. */
export const HandOver = ({ draftId, onClose }: { readonly draftId: string; readonly onClose: () => void }) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { drafts, photos, sync } = useFieldApp()
  const [people, setPeople] = useState<readonly { personId: PersonId; name: string; position: string }[]>()
  const [chosen, setChosen] = useState<PersonId | null>(null)
  const [failure, setFailure] = useState<CallFailure | 'not-yet'>()
  const [isPending, setPending] = useState(false)
  useEffect(() => {
    const load = async () => {
      await drafts.settle()
      // The photographs go before it: the colleague's form will name them.
      const draft = (await drafts.list()).find(row => row.draftId === draftId)?.open?.draft
      if (draft !== undefined) await photos.keepForSending(draft)
      await sync.flush()
      if (!(await drafts.isWithServer(draftId))) return setFailure('not-yet')
      const answer = await call(listDraftColleagues, { params: { draftId: draftId as never } })
      if (answer.ok) setPeople(answer.value.people)
      else setFailure(answer)
    }
    void load()
  }, [drafts, photos, sync, draftId])
  const handOver = async () => {
    if (chosen === null) return
    setPending(true)
    const answer = await call(handOverDraft, { params: { draftId: draftId as never }, body: { toPersonId: chosen } })
    setPending(false)
    if (!answer.ok) return setFailure(answer)
    await drafts.release(draftId)
    showToast({ title: said.done })
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={said.title}
      actions={
        <Button kind="primary" isDisabled={chosen === null} isPending={isPending} onPress={() => void handOver()}>
          {said.handOver}
        </Button>
      }
    >
      <p>{said.text}</p>
      {failure !== undefined && (
        <Notice tone="warning" isLive>
          {failure === 'not-yet' ? said.notYet : failureText(failure, language)}
        </Notice>
      )}
      {people === undefined && failure === undefined && <Skeleton lines={4} />}
      {people?.length === 0 && <Notice>{said.none}</Notice>}
      {people !== undefined && people.length > 0 && (
        <RadioGroup<PersonId>
          label={said.to}
          value={chosen}
          onChange={setChosen}
          choices={people.map(person => ({ value: person.personId, label: person.name, description: person.position }))}
        />
      )}
    </Dialog>
  )
}
