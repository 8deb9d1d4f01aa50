import type { TaskView } from '@thaiqm/contract/plan/task-link-routes.ts'
import type { CommandId, PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import type { ActionAnswer } from '@thaiqm/core/plan/plan.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { type Choice, RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { FieldStack, MarkMissing } from '@thaiqm/ui/field.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ErrorNotice } from '@thaiqm/ui/notice.tsx'
import { PhotoGrid } from '@thaiqm/ui/photo-grid.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useRef, useState } from 'react'
import { newId } from '../platform/new-id.ts'
import { type taskCalls, whyNot } from './task-calls.ts'

const words = defineWords({
  answer: { th: 'คำตอบของท่าน', en: 'Your answer' },
  ACCEPTED: { th: 'รับ', en: 'Take it on' },
  acceptedNext: {
    th: 'ระบบจะแสดงที่ตั้งบ้าน เมื่อทำเสร็จโปรดกลับมาแจ้งผลที่ลิงก์เดิม',
    en: 'You will see where the house is. Please come back to this link when it is done.',
  },
  DONE: { th: 'เสร็จแล้ว', en: 'Done' },
  doneNext: {
    th: 'แจ้งผลพร้อมภาพถ่าย เจ้าหน้าที่จะตรวจผลการช่วยเหลือต่อไป',
    en: 'Tell what was done, with a photo. An officer will verify it.',
  },
  CANNOT: { th: 'ทำไม่ได้', en: 'Cannot do it' },
  cannotNext: {
    th: 'แจ้งเหตุผล เจ้าหน้าที่จะหาผู้ช่วยเหลือรายอื่น',
    en: 'Tell why. An officer will look for somebody else.',
  },
  name: { th: 'ชื่อผู้ตอบ', en: 'Your name' },
  photos: { th: 'ภาพถ่ายผลงาน (ไม่ถ่ายหน้าบุคคล)', en: 'Photos of the work (no faces)' },
  photo: { th: (n: number) => `ภาพที่ ${n}`, en: n => `Photo ${n}` },
  sending: { th: 'กำลังส่งภาพ', en: 'Sending the photo' },
  doneWords: { th: 'ทำอะไรไปแล้วบ้าง', en: 'What was done' },
  cannotWords: { th: 'เพราะเหตุใด', en: 'Why not' },
  sendAccepted: { th: 'ยืนยันว่ารับงานนี้', en: 'Take this task on' },
  sendDone: { th: 'ส่งผลงาน', en: 'Send' },
  sendCannot: { th: 'แจ้งว่าทำไม่ได้', en: 'Tell the officer' },
})

export interface Answered {
  readonly answer: ActionAnswer
  readonly receiptNumber: number
}

export interface TaskAnswerProps {
  readonly task: TaskView
  readonly calls: ReturnType<typeof taskCalls>
  readonly onAnswered: (answered: Answered) => void
}

interface KeptPhoto {
  readonly hash: PhotoHash
  readonly src: string
}

/** Three answers, each with what happens after it: รับ with a name alone, เสร็จแล้ว with words and photos, ทำไม่ได้ with the reason. */
export const TaskAnswer = ({ task, calls, onAnswered }: TaskAnswerProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [answer, setAnswer] = useState<ActionAnswer | null>(null)
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([])
  const [isBusy, setBusy] = useState<'photo' | 'answer' | null>(null)
  const [isTried, setTried] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  // Sent again after a lost reply, it is the same answer.
  const ids = useRef<Partial<Record<ActionAnswer, string>>>({})

  const accept: Choice<ActionAnswer> = {
    value: 'ACCEPTED',
    label: say.ACCEPTED,
    description: say.acceptedNext,
    icon: 'check',
  }
  const choices: readonly Choice<ActionAnswer>[] = [
    ...(task.state === 'ACCEPTED' ? [] : [accept]),
    { value: 'DONE', label: say.DONE, description: say.doneNext, icon: 'heart' },
    { value: 'CANNOT', label: say.CANNOT, description: say.cannotNext, icon: 'close' },
  ]
  const verbs: Readonly<Record<ActionAnswer, string>> = {
    ACCEPTED: say.sendAccepted,
    DONE: say.sendDone,
    CANNOT: say.sendCannot,
  }

  const takePhotos = async (files: readonly File[]) => {
    setBusy('photo')
    setFailure(null)
    for (const file of files.slice(0, 5 - photos.length)) {
      const kept = await calls.keepPhoto(file)
      if (kept.ok) {
        const src = URL.createObjectURL(file)
        setPhotos(known => [...known.filter(p => p.hash !== kept.value.photoHash), { hash: kept.value.photoHash, src }])
      } else setFailure(whyNot(kept, language))
    }
    setBusy(null)
  }

  const send = async (chosen: ActionAnswer) => {
    setTried(true)
    if (name.trim() === '' || (chosen !== 'ACCEPTED' && text.trim() === '')) return
    setBusy('answer')
    setFailure(null)
    ids.current[chosen] ??= newId()
    const sent = await calls.answer({
      commandId: ids.current[chosen] as CommandId,
      answer: chosen,
      words: chosen === 'ACCEPTED' ? '' : text.trim(),
      photos: chosen === 'DONE' ? photos.map(p => p.hash) : [],
      answeredBy: name.trim(),
    })
    setBusy(null)
    if (!sent.ok) return setFailure(whyNot(sent, language))
    setTried(false)
    setAnswer(null)
    onAnswered({ answer: chosen, receiptNumber: sent.value.receiptNumber })
  }

  return (
    <MarkMissing isOn={isTried}>
      <FieldStack>
        <RadioGroup
          label={say.answer}
          choices={choices}
          value={answer}
          onChange={chosen => {
            setAnswer(chosen)
            setTried(false)
            setFailure(null)
          }}
        />
        {answer !== null && (
          <TextField label={say.name} value={name} onChange={setName} maxLength={200} autoComplete="name" isRequired />
        )}
        {answer !== null && answer !== 'ACCEPTED' && (
          <TextArea
            label={answer === 'DONE' ? say.doneWords : say.cannotWords}
            value={text}
            onChange={setText}
            maxLength={2000}
            isRequired
          />
        )}
        {answer === 'DONE' && (
          <div>
            <p id="task-photos">{isBusy === 'photo' ? say.sending : say.photos}</p>
            <PhotoGrid
              label={say.photos}
              photos={photos.map((photo, at) => ({ id: photo.hash, src: photo.src, label: say.photo(at + 1) }))}
              onAdd={photos.length < 5 && isBusy === null ? files => void takePhotos(files) : undefined}
              onRemove={id => setPhotos(known => known.filter(p => p.hash !== id))}
            />
          </div>
        )}
        <ErrorNotice>{failure}</ErrorNotice>
        {answer !== null && (
          <Button
            kind="primary"
            size="large"
            icon="send"
            isWide
            isPending={isBusy === 'answer'}
            isDisabled={isBusy === 'photo'}
            onPress={() => void send(answer)}
          >
            {verbs[answer]}
          </Button>
        )}
      </FieldStack>
    </MarkMissing>
  )
}
