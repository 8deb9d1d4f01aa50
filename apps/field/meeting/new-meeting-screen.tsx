import { useRouter } from '@tanstack/react-router'
import { readWallTime, wallTimeOf } from '@thaiqm/core/meeting/meeting.ts'
import { nextMeetingNumber } from '@thaiqm/core/meeting/next-meeting-number.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { NativeSelect } from '@thaiqm/ui/native-select.tsx'
import { ErrorNotice, Notice } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { villageTitle } from '../area/village-store.ts'
import { addressOf } from '../platform/base-path.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { Screen } from '../platform/screen.tsx'
import { useLive } from '../platform/use-live.ts'
import { beginMeeting, drawVillageAgenda, USUAL_PLACE, villageMeetingTitle } from './new-meeting.ts'
import { useMeetingPerform } from './use-meeting-perform.ts'

const words = defineWords({
  title: { th: 'เปิดประชาคมหมู่บ้าน', en: 'Open a village meeting' },
  village: { th: 'หมู่บ้าน', en: 'Village' },
  place: { th: 'สถานที่ประชุม', en: 'Place' },
  chair: { th: 'ประธานการประชุม', en: 'Chair' },
  startTime: { th: 'เริ่มประชุมเวลา', en: 'Began at' },
  timeHint: { th: 'ชั่วโมง:นาที เช่น 09:30', en: 'Hours:minutes, such as 09:30' },
  missing: { th: 'โปรดระบุ', en: 'Please fill in' },
  drawn: {
    th: (n: number) =>
      n === 0
        ? 'ยังไม่มีปัญหาความเป็นอยู่หรือรายได้ในครัวเรือนที่อยู่ในเครื่อง เพิ่มความต้องการเองได้หลังเปิดประชุม'
        : `จะนำความต้องการ ${n} เรื่องจากครัวเรือนที่อยู่ในเครื่องเข้าวาระ โดยไม่ระบุบ้านหรือชื่อ`,
    en: n =>
      n === 0
        ? 'The households on this phone show no hardship of housing or income. Needs can be added by hand.'
        : `${n} needs of the households on this phone go on the agenda, without house or name.`,
  },
  begin: { th: 'เปิดประชุม', en: 'Open the meeting' },
})

/** A village head opens a ประชาคม, with or without a signal. */
export const NewMeetingScreen = () => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { actor, clock, database, households, meetings } = useFieldApp()
  const router = useRouter()
  const { perform, isPending, refusal } = useMeetingPerform()
  const villages = useLive(`villages-${actor.personId}`, () => database.villages.orderBy('areaCode').toArray())
  const [chosen, setChosen] = useState<string | null>(actor.areaCode.length === 8 ? actor.areaCode : null)
  const [place, setPlace] = useState(USUAL_PLACE)
  const [chair, setChair] = useState(actor.name)
  const [startTime, setStartTime] = useState(() => wallTimeOf(clock.now()))
  const [isTried, setTried] = useState(false)
  const agenda = useLive(`drawn-${chosen ?? ''}`, async () =>
    chosen === null
      ? []
      : drawVillageAgenda(chosen, await households.ofVillage(chosen), await meetings.list(), () => crypto.randomUUID()),
  )
  const village = villages?.find(one => one.areaCode === chosen)
  const time = readWallTime(startTime)

  const begin = async () => {
    setTried(true)
    if (chosen === null || agenda === undefined || time === null || chair.trim() === '') return
    const id = crypto.randomUUID()
    const today = clock.today()
    const details = {
      level: 'VILLAGE' as const,
      areaCode: chosen,
      title: villageMeetingTitle(village === undefined ? chosen : villageTitle(village, 'th')),
      number: nextMeetingNumber(await meetings.list(), { level: 'VILLAGE', areaCode: chosen }, today),
      heldOn: today,
      startTime: time,
      place: place.trim(),
      chair: chair.trim(),
    }
    if (await perform(id, null, ...beginMeeting(details, agenda))) {
      router.history.replace(addressOf(`/meetings/${id}`))
    }
  }
  return (
    <Screen
      title={said.title}
      backHref="/meetings"
      foot={
        <Button kind="primary" size="large" isPending={isPending} onPress={() => void begin()}>
          {said.begin}
        </Button>
      }
    >
      <ErrorNotice>{refusal?.text}</ErrorNotice>
      {villages === undefined ? (
        <Skeleton lines={5} />
      ) : (
        <FieldStack>
          <NativeSelect
            label={said.village}
            value={chosen}
            onChange={setChosen}
            options={villages.map(one => ({ value: one.areaCode, label: villageTitle(one, language) }))}
            error={isTried && chosen === null ? said.missing : undefined}
            isRequired
          />
          {chosen !== null && agenda !== undefined && <Notice>{said.drawn(agenda.length)}</Notice>}
          <TextField
            label={said.chair}
            value={chair}
            onChange={setChair}
            maxLength={200}
            error={isTried && chair.trim() === '' ? said.missing : undefined}
            isRequired
          />
          <TextField label={said.place} value={place} onChange={setPlace} maxLength={200} isOptional />
          <TextField
            label={said.startTime}
            hint={said.timeHint}
            value={startTime}
            onChange={setStartTime}
            maxLength={5}
            error={isTried && time === null ? said.timeHint : undefined}
            isRequired
          />
        </FieldStack>
      )}
    </Screen>
  )
}
