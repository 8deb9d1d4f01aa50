import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallOutcome } from '@thaiqm/contract/client/call-route.ts'
import {
  changeReminderChoice,
  confirmReminderAddress,
  type ReminderChoice,
  readReminderChoices,
  sendReminderCode,
} from '@thaiqm/contract/reminder/reminder-routes.ts'
import type { RouteReply } from '@thaiqm/contract/wire/route.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { Switch } from '@thaiqm/ui/choice-group.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ErrorNotice, Notice } from '@thaiqm/ui/notice.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useState } from 'react'
import { ask, call } from '../platform/api.ts'
import { QueryView } from '../platform/page.tsx'
import { failureText } from '../platform/refusal-text.ts'
import { channelName } from './channel-name.ts'
import './reminder.css'

const words = defineWords({
  title: { th: 'การแจ้งเตือนงานของฉัน', en: 'My reminders' },
  lead: {
    th: 'เตือนเมื่อเหลือ 30, 14 และ 7 วันก่อนครบกำหนด เมื่อเกินกำหนด และเมื่อมีเรื่องใหม่ ข้อความมีเพียงจำนวน ไม่มีข้อมูลส่วนบุคคล',
    en: 'You are reminded 30, 14 and 7 days before something is due, when it is overdue, and of what is new. Numbers only, no personal data.',
  },
  emailOff: {
    th: 'ระบบนี้ยังไม่ได้เปิดการแจ้งเตือนทางอีเมล หากต้องการใช้งาน โปรดติดต่อผู้ดูแลระบบของจังหวัด',
    en: 'This server is not set up for e-mail. Please ask the province’s administrator.',
  },
  lineOff: {
    th: 'ระบบนี้ยังไม่ได้เปิดการแจ้งเตือนทาง LINE หากต้องการใช้งาน โปรดติดต่อผู้ดูแลระบบของจังหวัด',
    en: 'This server is not set up for LINE. Please ask the province’s administrator.',
  },
  email: { th: 'ที่อยู่อีเมล', en: 'E-mail address' },
  emailHint: { th: 'ระบบจะส่งรหัสไปยืนยันก่อนใช้งาน', en: 'A code is sent there first, to confirm it' },
  line: { th: 'รหัสผู้ใช้หรือรหัสกลุ่ม LINE', en: 'LINE user or group id' },
  lineHint: {
    th: 'ขึ้นต้นด้วย U หรือ C ตามด้วย 32 ตัว ต้องเพิ่มบัญชีทางการของจังหวัดเป็นเพื่อน หรือเชิญเข้ากลุ่มก่อน',
    en: 'U or C and 32 characters. Add the province’s official account as a friend, or invite it to the group, first.',
  },
  hour: { th: 'เริ่มส่งได้ตั้งแต่เวลา', en: 'Not before' },
  at: { th: (hour: string) => `${hour}.00 น.`, en: hour => `${hour}:00` },
  on: { th: 'รับการแจ้งเตือนทางช่องทางนี้', en: 'Remind me this way' },
  save: { th: 'บันทึก', en: 'Save' },
  saved: { th: 'บันทึกการแจ้งเตือนแล้ว', en: 'Reminders saved' },
  confirmed: { th: 'ยืนยันแล้ว', en: 'Confirmed' },
  unconfirmed: { th: 'รอยืนยัน', en: 'To be confirmed' },
  isOff: { th: 'ปิดอยู่', en: 'Off' },
  confirmTitle: { th: 'ยืนยันว่าเป็นที่อยู่ของท่าน', en: 'Show that this address is yours' },
  confirmText: {
    th: (address: string) => `ระบบจะเริ่มแจ้งเตือนเมื่อท่านกรอกรหัส 6 หลักที่ส่งไปยัง ${address}`,
    en: address => `Reminders begin once you enter the six digits sent to ${address}`,
  },
  sendCode: { th: 'ส่งรหัสยืนยัน', en: 'Send me a code' },
  sendAgain: { th: 'ส่งรหัสใหม่', en: 'Send a new code' },
  code: { th: 'รหัส 6 หลัก', en: 'Six digits' },
  codeHint: { th: 'ใช้ได้ 30 นาที', en: 'Good for 30 minutes' },
  confirm: { th: 'ยืนยัน', en: 'Confirm' },
  codeSent: { th: 'ส่งรหัสแล้ว โปรดตรวจสอบข้อความของท่าน', en: 'Code sent; please look at your messages' },
  nowConfirmed: { th: 'ยืนยันแล้ว ระบบจะแจ้งเตือนทางช่องทางนี้', en: 'Confirmed: you will be reminded this way' },
})

type Choices = RouteReply<typeof readReminderChoices>

const KEY = ['reminder-choices']
const hours = Array.from({ length: 16 }, (_, n) => n + 5)

/** What a change answered: the new choices, or what stands in its way. */
const useTaking = () => {
  const client = useQueryClient()
  const { language } = useLanguage()
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const take = async (asking: Promise<CallOutcome<Choices>>, said: string): Promise<boolean> => {
    setBusy(true)
    const outcome = await asking
    setBusy(false)
    setFailure(outcome.ok ? null : failureText(outcome, language))
    if (!outcome.ok) return false
    client.setQueryData(KEY, outcome.value)
    showToast({ title: said })
    return true
  }
  return { failure, isBusy, take }
}

type Taking = ReturnType<typeof useTaking>

const ConfirmAddress = ({ choice, taking }: { readonly choice: ReminderChoice; readonly taking: Taking }) => {
  const say = useWords(words)
  const { channel, address, isCodeSent } = choice
  const [code, setCode] = useState('')
  const params = { channel }
  return (
    <Notice tone="warning" title={say.confirmTitle}>
      <FieldStack>
        <span>{say.confirmText(address)}</span>
        {isCodeSent && (
          <TextField
            label={say.code}
            hint={say.codeHint}
            value={code}
            onChange={setCode}
            autoComplete="one-time-code"
          />
        )}
        <ButtonRow>
          {isCodeSent && (
            <Button
              kind="primary"
              isDisabled={code.trim() === ''}
              isPending={taking.isBusy}
              onPress={() =>
                void taking.take(call(confirmReminderAddress, { params, body: { code } }), say.nowConfirmed)
              }
            >
              {say.confirm}
            </Button>
          )}
          <Button
            icon="send"
            kind={isCodeSent ? 'secondary' : 'primary'}
            isPending={taking.isBusy}
            onPress={() => void taking.take(call(sendReminderCode, { params }), say.codeSent)}
          >
            {isCodeSent ? say.sendAgain : say.sendCode}
          </Button>
        </ButtonRow>
      </FieldStack>
    </Notice>
  )
}

const ChannelBadge = ({ choice }: { readonly choice: ReminderChoice }) => {
  const say = useWords(words)
  if (choice.address === '' || !choice.isOn) return <Badge>{say.isOff}</Badge>
  return choice.isConfirmed ? (
    <Badge tone="good" icon="check">
      {say.confirmed}
    </Badge>
  ) : (
    <Badge tone="warning">{say.unconfirmed}</Badge>
  )
}

const ChannelForm = ({ choice }: { readonly choice: ReminderChoice }) => {
  const say = useWords(words)
  const taking = useTaking()
  const { channel } = choice
  const [address, setAddress] = useState(choice.address)
  const [isOn, setOn] = useState(choice.isOn || choice.address === '')
  const [hour, setHour] = useState(choice.quietUntilHour)
  const body = { address: address.trim(), isOn: isOn && address.trim() !== '', quietUntilHour: hour }
  const isChanged =
    body.address !== choice.address || body.isOn !== choice.isOn || body.quietUntilHour !== choice.quietUntilHour
  return (
    <FieldStack>
      <ErrorNotice>{taking.failure}</ErrorNotice>
      <TextField
        label={channel === 'email' ? say.email : say.line}
        hint={channel === 'email' ? say.emailHint : say.lineHint}
        type={channel === 'email' ? 'email' : 'text'}
        autoComplete={channel === 'email' ? 'email' : 'off'}
        value={address}
        onChange={setAddress}
      />
      <Select
        label={say.hour}
        options={hours.map(one => ({ value: String(one), label: say.at(String(one).padStart(2, '0')) }))}
        value={String(hour)}
        onChange={value => setHour(Number(value))}
      />
      <Switch isSelected={isOn} onChange={setOn}>
        {say.on}
      </Switch>
      <div>
        <Button
          kind={isChanged ? 'primary' : 'secondary'}
          isDisabled={!isChanged}
          isPending={taking.isBusy}
          onPress={() => void taking.take(call(changeReminderChoice, { params: { channel }, body }), say.saved)}
        >
          {say.save}
        </Button>
      </div>
      {choice.address !== '' && choice.isOn && !choice.isConfirmed && (
        <ConfirmAddress choice={choice} taking={taking} />
      )}
    </FieldStack>
  )
}

/** How one wants to be reminded: an own address for each channel, confirmed by a code, and from which hour. */
export const ReminderChoices = () => {
  const say = useWords(words)
  const { language } = useLanguage()
  const query = useQuery({ queryKey: KEY, queryFn: () => ask(readReminderChoices, {}) })
  return (
    <Section title={say.title} description={say.lead}>
      <QueryView query={query}>
        {({ choices }) => (
          <div className="of-reminder-channels">
            {choices.map(choice => (
              <section
                key={choice.channel}
                className="of-reminder-channel"
                aria-label={channelName(choice.channel, language)}
              >
                <h3>
                  {channelName(choice.channel, language)} {choice.isAvailable && <ChannelBadge choice={choice} />}
                </h3>
                {choice.isAvailable ? (
                  <ChannelForm choice={choice} />
                ) : (
                  <Notice>{choice.channel === 'email' ? say.emailOff : say.lineOff}</Notice>
                )}
              </section>
            ))}
          </div>
        )}
      </QueryView>
    </Section>
  )
}
