import type { Position } from '@thaiqm/core/household/household.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { NumberField } from '@thaiqm/ui/number-field.tsx'
import { Disclosure } from '@thaiqm/ui/tabs.tsx'
import { useState } from 'react'
import { useFieldApp } from '../platform/field-app.tsx'
import { measurePosition, type PositionFailure } from '../platform/measure-position.ts'

const words = defineWords({
  take: { th: 'บันทึกพิกัดบ้าน', en: 'Record the position' },
  again: { th: 'วัดพิกัดใหม่', en: 'Measure again' },
  taken: {
    th: (lat: string, lng: string, metres: string) => `พิกัด ${lat}, ${lng} คลาดเคลื่อนประมาณ ${metres} เมตร`,
    en: (lat, lng, metres) => `${lat}, ${lng}, within about ${metres} m`,
  },
  known: {
    th: (lat: string, lng: string) => `พิกัดเดิม ${lat}, ${lng}`,
    en: (lat, lng) => `Known position ${lat}, ${lng}`,
  },
  coarse: {
    th: 'พิกัดยังคลาดเคลื่อนมาก โปรดออกไปที่โล่งแล้ววัดใหม่ หากวัดใหม่ไม่ได้ให้ใช้ค่านี้ไปก่อน',
    en: 'This is still rough. Please measure again in the open; if that does not help, keep it.',
  },
  denied: {
    th: 'แอปไม่ได้รับอนุญาตให้ใช้ตำแหน่ง โปรดอนุญาตในการตั้งค่าของโทรศัพท์ หรือกรอกพิกัดเอง',
    en: 'Location is not allowed. Please allow it in the phone’s settings, or enter it by hand.',
  },
  unavailable: {
    th: 'ยังรับสัญญาณดาวเทียมไม่ได้ โปรดออกไปที่โล่งแล้ววัดใหม่',
    en: 'No satellite fix yet. Please step into the open and try again.',
  },
  byHand: { th: 'กรอกพิกัดเอง', en: 'Enter by hand' },
  latitude: { th: 'ละติจูด', en: 'Latitude' },
  longitude: { th: 'ลองจิจูด', en: 'Longitude' },
  use: { th: 'ใช้พิกัดนี้', en: 'Use this position' },
})

/** Coarser than this the next house may be meant. */
const COARSE_IN_METRES = 50
const written = (degrees: number) => degrees.toFixed(5)

/** Where the house stands, measured by the phone with what accuracy it claims, or typed. */
export const PositionField = ({
  value,
  known,
  onChange,
}: {
  readonly value: Position | null
  readonly known: Position | null
  readonly onChange: (position: Position) => void
}) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { clock } = useFieldApp()
  const [isPending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<PositionFailure>()
  const [latitude, setLatitude] = useState<number | null>(null)
  const [longitude, setLongitude] = useState<number | null>(null)
  const measure = async () => {
    setPending(true)
    setRefusal(undefined)
    const measured = await measurePosition(clock.now)
    setPending(false)
    if (measured.ok) onChange(measured.position)
    else setRefusal(measured.why)
  }
  return (
    <div className="fd-question">
      {value !== null && (
        <p className="fd-strong" role="status">
          {said.taken(
            written(value.latitude),
            written(value.longitude),
            formatNumber(Math.round(value.accuracyInMetres), language),
          )}
        </p>
      )}
      {value !== null && value.accuracyInMetres > COARSE_IN_METRES && <Notice tone="warning">{said.coarse}</Notice>}
      {value === null && known !== null && (
        <p className="fd-muted">{said.known(written(known.latitude), written(known.longitude))}</p>
      )}
      {refusal !== undefined && (
        <Notice tone="warning" isLive>
          {said[refusal]}
        </Notice>
      )}
      <Button icon="locate" isWide isPending={isPending} onPress={() => void measure()}>
        {value === null ? said.take : said.again}
      </Button>
      <Disclosure title={said.byHand} level={2}>
        <NumberField label={said.latitude} decimals={6} value={latitude} onChange={setLatitude} />
        <NumberField label={said.longitude} decimals={6} value={longitude} onChange={setLongitude} />
        <Button
          isDisabled={latitude === null || longitude === null}
          onPress={() => {
            if (latitude === null || longitude === null) return
            onChange({ latitude, longitude, accuracyInMetres: 0, provider: 'by-hand', measuredAt: clock.now() })
          }}
        >
          {said.use}
        </Button>
      </Disclosure>
    </div>
  )
}
