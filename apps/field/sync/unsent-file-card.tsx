import { handInUnsentFile } from '@thaiqm/contract/client/hand-in-unsent-file.ts'
import { unsentFile } from '@thaiqm/contract/sync/unsent-file-routes.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { useRef, useState } from 'react'
import { send } from '../platform/api.ts'
import { failureText } from '../platform/failure-text.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { saveUnsentFile, unsentFileOf } from './unsent-file.ts'

const words = defineWords({
  title: { th: 'ไฟล์สำรองงานที่ยังไม่ได้ส่ง', en: 'File of unsent work' },
  hint: {
    th: 'บันทึกเป็นไฟล์ปิดผนึก ส่งต่อทางใดก็ได้ ผู้ใดเปิดอ่านไม่ได้ นำเข้าจากเครื่องอื่นหรือที่อำเภอได้ และไม่นับซ้ำ',
    en: 'A sealed file that nobody can read. Any other phone or the district can load it; nothing counts twice.',
  },
  save: { th: 'บันทึกไฟล์', en: 'Save the file' },
  saved: { th: 'บันทึกไฟล์ในเครื่องแล้ว', en: 'The file is saved on this phone' },
  notYet: {
    th: 'ยังบันทึกไม่ได้ เครื่องนี้ต้องติดต่อระบบอย่างน้อยหนึ่งครั้งก่อน',
    en: 'Not yet: this phone has to reach the server once first.',
  },
  load: { th: 'นำเข้าไฟล์จากเครื่องอื่น', en: 'Load another phone’s file' },
  notAFile: { th: 'ไฟล์นี้ไม่ใช่ไฟล์งานที่ยังไม่ได้ส่ง', en: 'This is not a file of unsent work.' },
  loaded: {
    th: (n: number, already: number, parked: number) =>
      `ระบบรับแล้ว ${n} รายการ เคยส่งแล้ว ${already} รายการ รอพิจารณา ${parked} รายการ`,
    en: (n, already, parked) => `${n} received, ${already} sent before, ${parked} waiting for an officer`,
  },
})

interface Said {
  readonly tone: 'good' | 'danger'
  readonly text: string
}

/** Saves this phone's unsent work to a sealed file, and hands in another phone's. */
export const UnsentFileCard = ({ hasUnsent }: { readonly hasUnsent: boolean }) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { database, outbox, sealer, clock } = useFieldApp()
  const [told, setTold] = useState<Said>()
  const [isPending, setPending] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  const save = async () => {
    const file = await unsentFileOf({ database, outbox, sealer, now: clock.now })
    if (file === undefined) return setTold({ tone: 'danger', text: said.notYet })
    saveUnsentFile(file)
    setTold({ tone: 'good', text: said.saved })
  }

  const load = async (chosen: File | undefined) => {
    if (chosen === undefined) return
    setPending(true)
    const read = unsentFile.safeParse(
      await chosen
        .text()
        .then(JSON.parse)
        .catch(() => null),
    )
    const answer = read.success ? await handInUnsentFile(send, read.data) : undefined
    setPending(false)
    if (answer === undefined) return setTold({ tone: 'danger', text: said.notAFile })
    if (!answer.ok) return setTold({ tone: 'danger', text: failureText(answer, language) })
    const { applied, alreadyApplied, parked } = answer.value
    setTold({ tone: 'good', text: said.loaded(applied, alreadyApplied, parked) })
  }

  return (
    <section className="fd-card">
      <h2>{said.title}</h2>
      <p className="fd-muted">{said.hint}</p>
      <Button icon="download" isWide isDisabled={!hasUnsent} onPress={() => void save()}>
        {said.save}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".thaiqm"
        hidden
        onChange={event => {
          void load(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button icon="upload" isWide isPending={isPending} onPress={() => input.current?.click()}>
        {said.load}
      </Button>
      {told !== undefined && (
        <Notice tone={told.tone} isLive>
          {told.text}
        </Notice>
      )}
    </section>
  )
}
