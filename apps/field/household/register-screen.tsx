import { useParams, useRouter } from '@tanstack/react-router'
import { Button, TextLink } from '@thaiqm/ui/button.tsx'
import { Checkbox, RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ErrorNotice, Notice } from '@thaiqm/ui/notice.tsx'
import { useState } from 'react'
import { villageTitle } from '../area/village-store.ts'
import { addressOf } from '../platform/base-path.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { Screen } from '../platform/screen.tsx'
import { useLive } from '../platform/use-live.ts'
import { usePerform } from '../platform/use-perform.ts'
import { AddressFields, MissedReasonField } from './address-fields.tsx'
import { PositionField } from './position-field.tsx'
import {
  emptyRegistration,
  inSameHouse,
  needsPosition,
  nextInHouse,
  type Registration,
  toRegisterInput,
} from './registration.ts'
import { useListedHouseholds } from './use-village-households.ts'

const words = defineWords({
  title: { th: 'เพิ่มครัวเรือน', en: 'Add a household' },
  intro: {
    th: 'สำหรับครัวเรือนที่อยู่จริงแต่ไม่มีในระบบ บ้านไม่มีเลขที่หรือบุคคลไม่มีเลขประจำตัวก็บันทึกได้',
    en: 'For households that live here but are not recorded; no house number or identity number is needed.',
  },
  origin: { th: 'ประเภทครัวเรือน', en: 'Kind of household' },
  missed: { th: 'ครัวเรือนตกหล่น', en: 'Missed household' },
  fresh: { th: 'ครัวเรือนตั้งใหม่', en: 'New household' },
  place: { th: 'พิกัดบ้าน', en: 'Position' },
  placeNeeded: {
    th: 'บ้านไม่มีเลขที่และรหัสประจำบ้าน จำเป็นต้องบันทึกพิกัดเพื่อให้กลับมาหาบ้านได้',
    en: 'Without number and code the position is needed, so that the house can be found again.',
  },
  sameHouse: { th: 'บ้านหลังนี้มีครัวเรือนในระบบแล้ว', en: 'This house is recorded already' },
  sameHouseHint: {
    th: 'หากเป็นครัวเรือนเดิม โปรดเปิดครัวเรือนนั้นแทนการเพิ่มใหม่',
    en: 'If it is the same household, open it instead of adding it again.',
  },
  family: { th: (n: number) => `ครอบครัวที่ ${n}`, en: n => `Family ${n}` },
  otherFamily: {
    th: (n: number) => `เป็นคนละครอบครัว บันทึกเป็นครอบครัวที่ ${n} ในบ้านเดียวกัน`,
    en: n => `Another family: record it as family ${n} in this house`,
  },
  save: { th: 'บันทึกและเริ่มสำรวจ', en: 'Save and begin the survey' },
})

/** A household the last round did not have (letter, item 2), then straight into its form. */
export const RegisterScreen = () => {
  const { areaCode } = useParams({ strict: false }) as { areaCode: string }
  const said = useWords(words)
  const { language } = useLanguage()
  const { database } = useFieldApp()
  const router = useRouter()
  const { perform, isPending, refusal } = usePerform()
  const village = useLive(`village-${areaCode}`, async () => (await database.villages.get(areaCode)) ?? null)
  const known = useListedHouseholds(areaCode) ?? []
  const [typed, setTyped] = useState<Registration>()
  const given = typed ?? emptyRegistration(village?.nameTh ?? '')
  const [householdId] = useState(() => crypto.randomUUID())
  const set = (patch: Partial<Registration>) => setTyped({ ...given, ...patch })
  const same = inSameHouse(known, given.address)
  const [isOtherFamily, setOtherFamily] = useState(false)
  const mustPlace = needsPosition(given)
  const isTold = same.length === 0 || isOtherFamily
  const isReady =
    isTold && (given.origin === 'NEW' || given.missedReason !== null) && (!mustPlace || given.position !== null)
  const save = async () => {
    const done = await perform(householdId, null, {
      type: 'RegisterHousehold',
      input: toRegisterInput(given, areaCode),
    })
    if (done.ok) router.history.replace(addressOf(`/households/${householdId}/survey`))
  }
  return (
    <Screen
      title={said.title}
      subtitle={village == null ? undefined : villageTitle(village, language)}
      backHref={`/villages/${areaCode}`}
      foot={
        <Button kind="primary" size="large" isDisabled={!isReady} isPending={isPending} onPress={() => void save()}>
          {said.save}
        </Button>
      }
    >
      <p className="fd-muted">{said.intro}</p>
      <ErrorNotice>{refusal?.text}</ErrorNotice>
      <FieldStack>
        <RadioGroup
          label={said.origin}
          value={given.origin}
          onChange={origin => set({ origin })}
          choices={[
            { value: 'MISSED', label: said.missed },
            { value: 'NEW', label: said.fresh },
          ]}
        />
        {given.origin === 'MISSED' && (
          <MissedReasonField value={given.missedReason} onChange={missedReason => set({ missedReason })} />
        )}
        <AddressFields
          value={given.address}
          onChange={address => {
            const { houseNumber, houseCode } = given.address
            const isOther = address.houseNumber !== houseNumber || address.houseCode !== houseCode
            const sequenceInHouse = isOther ? nextInHouse(inSameHouse(known, address)) : address.sequenceInHouse
            if (isOther) setOtherFamily(false)
            set({ address: { ...address, sequenceInHouse } })
          }}
        />
        {same.length > 0 && (
          <Notice tone="warning" title={said.sameHouse}>
            <p>{said.sameHouseHint}</p>
            <ul>
              {same.map(row => (
                <li key={row.householdId}>
                  <TextLink href={`/households/${row.householdId}`}>
                    {said.family(row.sequenceInHouse)} {row.headName}
                  </TextLink>
                </li>
              ))}
            </ul>
            <Checkbox isSelected={isOtherFamily} onChange={setOtherFamily}>
              {said.otherFamily(given.address.sequenceInHouse)}
            </Checkbox>
          </Notice>
        )}
        {mustPlace && given.position === null && <Notice tone="warning">{said.placeNeeded}</Notice>}
        <section className="fd-group" aria-label={said.place}>
          <PositionField value={given.position} known={null} onChange={position => set({ position })} />
        </section>
      </FieldStack>
    </Screen>
  )
}
