import { useState } from 'react'
import { StatusDot } from '../badge.tsx'
import { Button, IconButton } from '../button.tsx'
import { CheckboxGroup, RadioGroup, YesNo } from '../choice-group.tsx'
import { FieldStack } from '../field.tsx'
import { FieldShell } from '../field-shell.tsx'
import { NativeSelect } from '../native-select.tsx'
import { OfflineNotice } from '../notice.tsx'
import { MoneyField, NumberField } from '../number-field.tsx'
import { PartialDateField } from '../partial-date-field.tsx'
import { ProgressBar } from '../progress.tsx'
import { TextField } from '../text-field.tsx'

/** A page of a form on a phone. */
export const FieldPage = () => {
  const [toilet, setToilet] = useState<boolean | 'unknown' | null>(true)
  const [water, setWater] = useState<string | null>('rain')
  const [help, setHelp] = useState<string[]>(['repair'])
  const [members, setMembers] = useState<number | null>(4)
  const [income, setIncome] = useState<number | null>(36500)
  const [kin, setKin] = useState<string | null>('head')
  const [born, setBorn] = useState<string | null>('1952')
  return (
    <FieldShell
      title="ที่อยู่อาศัยและสภาพแวดล้อม"
      subtitle="บ้านเลขที่ 97 หมู่ที่ 7 บ้านคำฮี"
      backHref="#back"
      actions={<IconButton icon="more" label="ตัวเลือกเพิ่มเติม" />}
      status={<StatusDot tone="warning">ยังไม่ได้ส่ง 3 รายการ · บันทึกในเครื่องแล้ว</StatusDot>}
      foot={
        <Button kind="primary" size="large" iconAfter="arrow-right">
          ถัดไป
        </Button>
      }
      tabs={[
        { href: '#1', label: 'หน้าแรก', icon: 'home' },
        { href: '#2', label: 'ครัวเรือน', icon: 'house', isCurrent: true },
        { href: '#3', label: 'แผนที่', icon: 'map' },
        { href: '#4', label: 'รอส่ง', icon: 'cloud-up', count: '3' },
      ]}
    >
      <OfflineNotice />
      <ProgressBar label="ตอบแล้ว" n={14} of={38} />
      <FieldStack>
        <YesNo
          label="บ้านหลังนี้มีส้วมที่ถูกสุขลักษณะหรือไม่"
          hint="มีหลังคา ผนัง ประตู และไม่ปล่อยลงแหล่งน้ำ"
          value={toilet}
          onChange={setToilet}
          hasUnknown
          isRequired
        />
        <RadioGroup
          label="น้ำดื่มหลักของครัวเรือนมาจากแหล่งใด"
          value={water}
          onChange={setWater}
          error="โปรดเลือกแหล่งน้ำดื่มหลักหนึ่งข้อ"
          choices={[
            { value: 'tap', label: 'น้ำประปา', description: 'ประปาภูมิภาค ประปาหมู่บ้าน' },
            { value: 'rain', label: 'น้ำฝนที่เก็บกักไว้' },
            { value: 'bottle', label: 'น้ำบรรจุขวดหรือตู้น้ำหยอดเหรียญ' },
          ]}
        />
        <CheckboxGroup
          label="ครัวเรือนต้องการความช่วยเหลือด้านใด"
          value={help}
          onChange={setHelp}
          exclusive="none"
          choices={[
            { value: 'repair', label: 'ซ่อมแซมที่อยู่อาศัย', icon: 'house' },
            { value: 'toilet', label: 'สร้างหรือปรับปรุงห้องส้วม' },
            { value: 'none', label: 'ไม่ต้องการความช่วยเหลือ' },
          ]}
        />
        <NumberField
          label="จำนวนสมาชิกที่อยู่จริง"
          value={members}
          onChange={setMembers}
          min={1}
          max={30}
          hasSteps
          unit="คน"
        />
        <MoneyField
          label="รายได้เฉลี่ยต่อคนต่อปี"
          hint="รวมผลผลิตที่เก็บไว้กินเอง"
          value={income}
          onChange={setIncome}
          isOptional
        />
        <NativeSelect
          label="ความสัมพันธ์กับหัวหน้าครัวเรือน"
          hint="ตามทะเบียนบ้าน"
          value={kin}
          onChange={setKin}
          options={[
            { value: 'head', label: 'หัวหน้าครัวเรือน' },
            { value: 'child', label: 'บุตร' },
          ]}
        />
        <PartialDateField label="วันเกิด" hint="ทราบเฉพาะปีก็บันทึกได้" value={born} onChange={setBorn} />
        <TextField label="ชื่อผู้ให้ข้อมูล" isRequired />
      </FieldStack>
    </FieldShell>
  )
}
