import { useState } from 'react'
import { Checkbox, CheckboxGroup, RadioGroup, Switch, YesNo } from '../choice-group.tsx'
import { DateField, DatePicker } from '../date-field.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { FieldStack } from '../field.tsx'
import { FileDrop } from '../file-drop.tsx'
import { Icon } from '../icons.tsx'
import { MoneyField, NumberField } from '../number-field.tsx'
import { Section, Stack } from '../page-header.tsx'
import { PartialDateField } from '../partial-date-field.tsx'
import { PhotoGrid } from '../photo-grid.tsx'
import { SearchField } from '../search-field.tsx'
import { ComboBox, Select } from '../select.tsx'
import { TextArea, TextField } from '../text-field.tsx'

const amphoe = ['เมืองมุกดาหาร', 'นิคมคำสร้อย', 'ดอนตาล', 'ดงหลวง', 'คำชะอี', 'หว้านใหญ่', 'หนองสูง'].map((label, at) => ({
  value: `490${at + 1}`,
  label,
}))

/** Every field. */
export const FieldParts = () => {
  const [text, setText] = useState('นางบุญมี คำผาย')
  const [note, setNote] = useState('หลังคารั่วทั้งหลัง เด็กเล็กสองคนอยู่กับยาย')
  const [count, setCount] = useState<number | null>(4)
  const [money, setMoney] = useState<number | null>(36500)
  const [day, setDay] = useState<string | null>('2024-01-31')
  const [born, setBorn] = useState<string | null>('1952-03')
  const [area, setArea] = useState<string | null>('4904')
  const [water, setWater] = useState<string | null>('rain')
  const [help, setHelp] = useState<string[]>(['repair'])
  const [answer, setAnswer] = useState<boolean | 'unknown' | null>(null)
  const [on, setOn] = useState(true)
  const [search, setSearch] = useState('')
  return (
    <Section title="ช่องกรอกข้อมูล">
      <Stack gap="large">
        <ErrorSummary
          errors={[
            { fieldId: 'phone', text: 'กรอกหมายเลขโทรศัพท์ให้ครบ 10 หลัก' },
            { fieldId: 'born', text: 'เลือกวันเกิดของหัวหน้าครัวเรือน' },
          ]}
        />
        <FieldStack columns={2}>
          <TextField label="ชื่อผู้ให้ข้อมูล" hint="ชื่อและนามสกุลตามบัตรประชาชน" value={text} onChange={setText} isRequired />
          <TextField
            id="phone"
            label="โทรศัพท์"
            value="08123"
            error="กรอกหมายเลขโทรศัพท์ให้ครบ 10 หลัก"
            prefix={<Icon name="phone" />}
          />
          <NumberField label="จำนวนสมาชิกที่อยู่จริง" value={count} onChange={setCount} min={1} max={30} hasSteps unit="คน" />
          <MoneyField label="รายได้เฉลี่ยต่อคนต่อปี" value={money} onChange={setMoney} isOptional />
          <DateField label="วันที่สำรวจ" value={day} onChange={setDay} />
          <DatePicker label="กำหนดแล้วเสร็จ" value={day} onChange={setDay} />
          <PartialDateField label="วันเกิด" hint="ทราบเฉพาะปีก็บันทึกได้" value={born} onChange={setBorn} />
          <Select label="อำเภอ" options={amphoe} value={area} onChange={setArea} />
          <ComboBox label="ค้นหาอำเภอ" options={amphoe} value={area} onChange={setArea} />
          <TextField label="เลขรหัสประจำบ้าน" value="4901-012345-6" isReadOnly />
          <TextArea label="สภาพที่พบ" value={note} onChange={setNote} maxLength={500} />
          <TextField label="ปิดใช้งาน" isDisabled value="ไม่เปิดให้แก้ไข" />
          <RadioGroup
            label="น้ำดื่มหลักมาจากแหล่งใด"
            value={water}
            onChange={setWater}
            choices={[
              { value: 'tap', label: 'น้ำประปา', description: 'ประปาภูมิภาค หรือประปาหมู่บ้าน' },
              { value: 'rain', label: 'น้ำฝนที่เก็บกักไว้' },
              { value: 'well', label: 'บ่อน้ำตื้นหรือบ่อบาดาล', isDisabled: true },
            ]}
          />
          <CheckboxGroup
            label="ต้องการความช่วยเหลือด้านใด"
            value={help}
            onChange={setHelp}
            exclusive="none"
            choices={[
              { value: 'repair', label: 'ซ่อมแซมที่อยู่อาศัย' },
              { value: 'job', label: 'อาชีพและรายได้' },
              { value: 'none', label: 'ไม่ต้องการความช่วยเหลือ' },
            ]}
          />
          <YesNo label="มีไฟฟ้าใช้หรือไม่" value={answer} onChange={setAnswer} hasUnknown />
          <Stack gap="small">
            <Checkbox isSelected={on} onChange={setOn}>
              ได้อ่านประกาศความเป็นส่วนตัวให้ผู้ให้ข้อมูลฟังแล้ว
            </Checkbox>
            <Switch isSelected={on} onChange={setOn}>
              แจ้งเตือนเมื่อถึงกำหนด
            </Switch>
            <SearchField value={search} onChange={setSearch} placeholder="ชื่อ บ้านเลขที่ หรือหมู่บ้าน" />
          </Stack>
        </FieldStack>
        <FileDrop
          label="นำเข้าข้อมูลจาก Excel"
          hint="ไฟล์ .xlsx หรือ .csv ไม่เกิน 20 MB"
          accept={['.xlsx', '.csv']}
          onFiles={() => {}}
        />
        <PhotoGrid
          label="ภาพถ่าย"
          photos={[
            { id: '1', label: 'ภาพหน้าบ้าน', isUnsent: true },
            { id: '2', label: 'ภาพห้องส้วม' },
          ]}
          onAdd={() => {}}
          onRemove={() => {}}
        />
      </Stack>
    </Section>
  )
}
