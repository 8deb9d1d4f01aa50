import { Button } from '@thaiqm/ui/button.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { useState } from 'react'
import { earlierPhotosOf } from '../photo/earlier-photos-of.ts'
import { useFieldApp } from '../platform/field-app.tsx'

const words = defineWords({
  fetch: { th: 'ดาวน์โหลดภาพถ่ายเดิม', en: 'Download the photographs' },
  fetching: {
    th: (n: string, of: string) => `ดาวน์โหลดแล้ว ${n} จาก ${of} ภาพ`,
    en: (n, of) => `${n} of ${of} downloaded`,
  },
  cutOff: {
    th: 'ดาวน์โหลดยังไม่ครบ กดอีกครั้งเมื่อมีสัญญาณ ภาพที่ได้แล้วไม่ต้องดาวน์โหลดใหม่',
    en: 'Not all could be downloaded. Press again with a signal; it goes on where it stopped.',
  },
})

/** Fetches every earlier photo of the households here; goes on where it was cut off. */
export const FetchPhotos = ({ onDone }: { readonly onDone: () => Promise<void> }) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const app = useFieldApp()
  const [progress, setProgress] = useState<{ readonly n: number; readonly of: number }>()
  const [isCutOff, setCutOff] = useState(false)
  const fetchAll = async () => {
    const rows = app.households.index.read(null) ?? []
    const wanted = rows.flatMap(({ householdId, photos }) => (photos ?? []).map(hash => ({ householdId, hash })))
    setCutOff(false)
    setProgress({ n: 0, of: wanted.length })
    const isWhole = await earlierPhotosOf(app).fetchAll(wanted, n => setProgress({ n, of: wanted.length }))
    setProgress(undefined)
    setCutOff(!isWhole)
    await onDone()
  }
  return (
    <>
      <Button icon="download" isPending={progress !== undefined} onPress={() => void fetchAll()}>
        {said.fetch}
      </Button>
      <p role="status">
        {progress !== undefined &&
          said.fetching(formatNumber(progress.n, language), formatNumber(progress.of, language))}
        {isCutOff && said.cutOff}
      </p>
    </>
  )
}
