import { Button } from '@thaiqm/ui/button.tsx'
import { Switch } from '@thaiqm/ui/choice-group.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { useState } from 'react'
import { keepsPhotos, photosWanted, saveKeepsPhotos } from '../photo/keep-photos.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { useLive } from '../platform/use-live.ts'

const words = defineWords({
  keep: { th: 'เก็บภาพเดิมไว้ในเครื่อง', en: 'Keep earlier photographs on this phone' },
  keepHint: {
    th: 'ดาวน์โหลดเองเฉพาะเมื่อต่อ Wi-Fi หากใช้เน็ตโทรศัพท์ให้กดดาวน์โหลด',
    en: 'Downloaded by itself over Wi-Fi only; over mobile data press the button.',
  },
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

/** Whether earlier photos are kept here, and a button that fetches those still missing; it goes on where it was cut off. */
export const KeepPhotos = ({
  isPartly,
  again,
}: {
  readonly isPartly: boolean
  readonly again: () => Promise<void>
}) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { database, households, earlierPhotos } = useFieldApp()
  const isKept = useLive(`keeps-photos-${database.name}`, () => keepsPhotos(database)) ?? true
  const [progress, setProgress] = useState<{ readonly n: number; readonly of: number }>()
  const [isCutOff, setCutOff] = useState(false)
  const choose = async (value: boolean) => {
    await saveKeepsPhotos(database, value)
    if (!value) await earlierPhotos.dropAll()
    await again()
  }
  const fetchAll = async () => {
    const wanted = photosWanted(households.index.read(null) ?? [])
    setCutOff(false)
    setProgress({ n: 0, of: wanted.length })
    const done = await earlierPhotos.fetch(wanted, {
      most: Number.POSITIVE_INFINITY,
      onProgress: n => setProgress({ n, of: wanted.length }),
    })
    setProgress(undefined)
    setCutOff(done === 'cut-off')
    await again()
  }
  return (
    <>
      <Switch isSelected={isKept} onChange={value => void choose(value)} isDisabled={progress !== undefined}>
        {said.keep}
      </Switch>
      {isKept && <p className="fd-muted fd-small">{said.keepHint}</p>}
      {isPartly && (
        <Button icon="download" isPending={progress !== undefined} onPress={() => void fetchAll()}>
          {said.fetch}
        </Button>
      )}
      <p role="status">
        {progress !== undefined &&
          said.fetching(formatNumber(progress.n, language), formatNumber(progress.of, language))}
        {isCutOff && said.cutOff}
      </p>
    </>
  )
}
