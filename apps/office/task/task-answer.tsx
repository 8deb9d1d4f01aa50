import type { TaskView } from '@thaiqm/contract/plan/task-link-routes.ts'
import type { CommandId, PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import type { ActionAnswer } from '@thaiqm/core/plan/plan.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ErrorNotice } from '@thaiqm/ui/notice.tsx'
import { PhotoGrid } from '@thaiqm/ui/photo-grid.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useRef, useState } from 'react'
import { newId } from '../platform/new-id.ts'
import { type taskCalls, whyNot } from './task-calls.ts'

const words = defineWords({
  name: { th: 'ชื่อผู้ตอบ', en: 'Your name' },
  accept: { th: 'รับ', en: 'Take it on' },
  done: { th: 'เสร็จแล้ว', en: 'Done' },
  cannot: { th: 'ทำไม่ได้', en: 'Cannot do it' },
  photos: { th: 'ภาพถ่ายผลงาน (ไม่ถ่ายหน้าบุคคล)', en: 'Photos of the work (no faces)' },
  photo: { th: (n: number) => `ภาพที่ ${n}`, en: n => `Photo ${n}` },
  sending: { th: 'กำลังส่งภาพ', en: 'Sending the photo' },
  doneWords: { th: 'ทำอะไรไปแล้วบ้าง', en: 'What was done' },
  cannotWords: { th: 'เพราะเหตุใด', en: 'Why not' },
  sendDone: { th: 'ส่งผลงาน', en: 'Send' },
  sendCannot: { th: 'แจ้งว่าทำไม่ได้', en: 'Tell the officer' },
  back: { th: 'กลับ', en: 'Back' },
  missing: { th: 'โปรดระบุ', en: 'Please fill in' },
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

/** The three answers: รับ at one tap, เสร็จแล้ว with a photo and words, ทำไม่ได้ with the reason. */
export const TaskAnswer = ({ task, calls, onAnswered }: TaskAnswerProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [open, setOpen] = useState<'DONE' | 'CANNOT' | null>(null)
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([])
  const [isBusy, setBusy] = useState<'photo' | ActionAnswer | null>(null)
  const [isTried, setTried] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  // Sent again after a lost reply, it is the same answer.
  const ids = useRef<Partial<Record<ActionAnswer, string>>>({})

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

  const send = async (answer: ActionAnswer) => {
    setTried(true)
    if (name.trim() === '' || (answer !== 'ACCEPTED' && text.trim() === '')) return
    setBusy(answer)
    setFailure(null)
    ids.current[answer] ??= newId()
    const sent = await calls.answer({
      commandId: ids.current[answer] as CommandId,
      answer,
      words: text.trim(),
      photos: answer === 'DONE' ? photos.map(p => p.hash) : [],
      answeredBy: name.trim(),
    })
    setBusy(null)
    if (!sent.ok) return setFailure(whyNot(sent, language))
    setTried(false)
    onAnswered({ answer, receiptNumber: sent.value.receiptNumber })
  }

  return (
    <FieldStack>
      <TextField
        label={say.name}
        value={name}
        onChange={setName}
        maxLength={200}
        autoComplete="name"
        error={isTried && name.trim() === '' ? say.missing : undefined}
        isRequired
      />
      {open !== null && (
        <TextArea
          label={open === 'DONE' ? say.doneWords : say.cannotWords}
          value={text}
          onChange={setText}
          maxLength={2000}
          error={isTried && text.trim() === '' ? say.missing : undefined}
          isRequired
        />
      )}
      {open === 'DONE' && (
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
      {open === null ? (
        <div className="task-buttons">
          {task.state !== 'ACCEPTED' && (
            <Button
              kind="primary"
              size="large"
              isWide
              icon="check"
              isPending={isBusy === 'ACCEPTED'}
              onPress={() => void send('ACCEPTED')}
            >
              {say.accept}
            </Button>
          )}
          <Button
            kind={task.state === 'ACCEPTED' ? 'primary' : 'secondary'}
            size="large"
            isWide
            icon="heart"
            onPress={() => setOpen('DONE')}
          >
            {say.done}
          </Button>
          <Button size="large" isWide icon="close" onPress={() => setOpen('CANNOT')}>
            {say.cannot}
          </Button>
        </div>
      ) : (
        <div className="task-buttons">
          <Button
            kind="primary"
            size="large"
            isWide
            isPending={isBusy === open}
            isDisabled={isBusy === 'photo'}
            onPress={() => void send(open)}
          >
            {open === 'DONE' ? say.sendDone : say.sendCannot}
          </Button>
          <Button size="large" isWide onPress={() => setOpen(null)}>
            {say.back}
          </Button>
        </div>
      )}
    </FieldStack>
  )
}
