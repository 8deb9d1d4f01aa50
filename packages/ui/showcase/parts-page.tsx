import { useState } from 'react'
import { Badge, Chip, ChipRow, StatusDot } from '../badge.tsx'
import { Button, ButtonRow, IconButton, LinkButton, TextLink } from '../button.tsx'
import { CheckboxGroup } from '../choice-group.tsx'
import { DataTable } from '../data-table.tsx'
import { DefinitionList, Timeline } from '../definition-list.tsx'
import { useDensity } from '../density.ts'
import { ConfirmDialog, Dialog, Drawer } from '../dialog.tsx'
import { FieldStack } from '../field.tsx'
import { Icon, iconNames } from '../icons.tsx'
import { LanguageSwitch } from '../language.tsx'
import { Menu } from '../menu.tsx'
import { EmptyState, ErrorState, Notice } from '../notice.tsx'
import { Card, PageHeader, Section, Stack } from '../page-header.tsx'
import { ProgressBar, ProgressRing } from '../progress.tsx'
import { Skeleton } from '../skeleton.tsx'
import { StackedBar } from '../stacked-bar.tsx'
import { Stepper } from '../stepper.tsx'
import { Disclosure, Tabs } from '../tabs.tsx'
import { TextArea, TextField } from '../text-field.tsx'
import { ThemeSwitch } from '../theme.tsx'
import { showToast, ToastRegion } from '../toast.tsx'
import { Tooltip } from '../tooltip.tsx'
import { Sparkline, TrendChart } from '../trend-chart.tsx'
import { FieldParts } from './field-parts.tsx'
import './showcase.css'

/** Every part, in the density of `?density=`. */
export const PartsPage = () => {
  const density = new URLSearchParams(location.search).get('density') === 'field' ? 'field' : 'office'
  useDensity(density)
  return (
    <main className="showcase" data-density={density}>
      <PageHeader
        title="ส่วนประกอบของหน้าจอ"
        description="ทดสอบวรรณยุกต์: ปู่ ป้ำ ฎีกา ฐานะ กี่ปี้ ญาติผู้ใหญ่ ทั้งสิ้น ที่นี้ น้ำผึ้ง ไม้ไผ่ ผู้สูงอายุ"
        crumbs={[{ label: 'หน้าแรก', href: '#home' }, { label: 'ส่วนประกอบ', href: '#parts' }, { label: 'ทั้งหมด' }]}
        badges={<Badge tone="info">ฉบับทดสอบ</Badge>}
        actions={
          <>
            <ThemeSwitch />
            <LanguageSwitch />
          </>
        }
      />
      <Buttons />
      <FieldParts />
      <Feedback />
      <Figures />
      <Lists />
      <Section title="สัญรูป">
        <div className="showcase-icons">
          {iconNames.map(name => (
            <span key={name}>
              <Icon name={name} size={24} />
              <code>{name}</code>
            </span>
          ))}
        </div>
      </Section>
      <ToastRegion />
    </main>
  )
}

const Buttons = () => {
  const [isOpen, setOpen] = useState<'dialog' | 'drawer' | 'confirm' | null>(null)
  const [on, setOn] = useState(true)
  const close = () => setOpen(null)
  return (
    <Section title="ปุ่มและชั้นซ้อน" description="หนึ่งหน้าจอมีปุ่มหลักปุ่มเดียว">
      <Stack>
        <ButtonRow>
          <Button kind="primary" onPress={() => setOpen('dialog')}>
            บันทึกข้อมูล
          </Button>
          <Button icon="download" onPress={() => setOpen('drawer')}>
            ส่งออก Excel
          </Button>
          <Button kind="quiet" icon="undo">
            เลิกทำ
          </Button>
          <Button kind="danger" icon="trash" onPress={() => setOpen('confirm')}>
            ลบร่าง
          </Button>
          <Button kind="primary" isPending>
            กำลังส่ง
          </Button>
          <Button isDisabled>ส่งไม่ได้</Button>
          <LinkButton href="#x" iconAfter="arrow-right">
            ดูรายละเอียด
          </LinkButton>
          <IconButton icon="printer" label="พิมพ์" />
          <Tooltip text="คัดลอกลิงก์ของหน้านี้">
            <IconButton icon="link" label="คัดลอกลิงก์" kind="secondary" />
          </Tooltip>
          <Menu
            text="จัดการ"
            actions={[
              { id: 'edit', label: 'แก้ไขข้อมูล', icon: 'edit' },
              { id: 'send', label: 'ส่งต่อหน่วยงาน', icon: 'send' },
              { id: 'lock', label: 'รับรองข้อมูล', icon: 'shield', isDisabled: true },
              { id: 'delete', label: 'ลบร่าง', icon: 'trash', isDangerous: true },
            ]}
          />
          <Button
            onPress={() =>
              showToast({
                title: 'บันทึกแล้ว',
                description: 'เก็บไว้ในเครื่อง และจะส่งเมื่อมีสัญญาณ',
                action: { label: 'เลิกทำ', onPress: () => {} },
              })
            }
          >
            แสดงข้อความแจ้ง
          </Button>
        </ButtonRow>
        <ChipRow>
          <Chip isSelected={on} onChange={setOn}>
            ยังไม่สำรวจ
          </Chip>
          <Chip isSelected={false} onChange={() => {}}>
            ตกหล่น
          </Chip>
          <Chip onRemove={() => {}} removeLabel="ลบตัวกรอง ตำบลกุดแข้">
            ตำบลกุดแข้
          </Chip>
          <Badge>ร่าง</Badge>
          <Badge tone="info" icon="send">
            ส่งต่อหน่วยงาน
          </Badge>
          <Badge tone="good" icon="check">
            แก้ไขแล้วเสร็จ
          </Badge>
          <Badge tone="warning" icon="clock">
            อยู่ระหว่างดำเนินการ
          </Badge>
          <Badge tone="danger" icon="alert">
            เกินกำหนด
          </Badge>
          <StatusDot tone="good">รับรองแล้ว</StatusDot>
          <TextLink href="#y" icon="document">
            หนังสือสั่งการ ฉบับเต็ม
          </TextLink>
        </ChipRow>
      </Stack>
      <Dialog
        isOpen={isOpen === 'dialog'}
        onClose={close}
        title="บันทึกข้อมูลครัวเรือน"
        actions={
          <>
            <Button kind="primary" onPress={close}>
              บันทึก
            </Button>
            <Button onPress={close}>ยกเลิก</Button>
          </>
        }
      >
        <FieldStack>
          <TextField label="บ้านเลขที่" hint="ตามทะเบียนบ้าน เช่น 97/1" />
          <TextArea label="หมายเหตุ" isOptional />
        </FieldStack>
      </Dialog>
      <Drawer
        isOpen={isOpen === 'drawer'}
        onClose={close}
        title="ตัวกรอง"
        actions={
          <Button kind="primary" onPress={close}>
            แสดงผล 128 รายการ
          </Button>
        }
      >
        <CheckboxGroup
          label="สถานะ"
          value={['a']}
          onChange={() => {}}
          choices={[
            { value: 'a', label: 'ยังไม่สำรวจ' },
            { value: 'b', label: 'ส่งแล้ว' },
          ]}
        />
      </Drawer>
      <ConfirmDialog
        isOpen={isOpen === 'confirm'}
        onClose={close}
        onConfirm={close}
        isDangerous
        title="ลบร่างแบบสำรวจนี้หรือไม่"
        confirmLabel="ลบร่าง"
      >
        คำตอบที่บันทึกไว้ในเครื่อง 14 ข้อจะหายไป และกู้คืนไม่ได้
      </ConfirmDialog>
    </Section>
  )
}

const Feedback = () => (
  <Section title="ข้อความและสถานะ" look="plain">
    <Stack>
      <Notice title="ระบบฝึกอบรม">ข้อมูลในหน้านี้สมมติขึ้นทั้งหมด</Notice>
      <Notice tone="good" title="ส่งข้อมูลครบแล้ว" onClose={() => {}}>
        ครัวเรือนทั้ง 42 หลังถึงระบบกลางแล้ว
      </Notice>
      <Notice tone="warning" title="ใกล้ครบกำหนด" actions={<TextLink href="#z">ดู 12 ครัวเรือนที่ยังไม่สำรวจ</TextLink>}>
        เหลือเวลาอีก 9 วัน
      </Notice>
      <Notice tone="danger" title="ส่งไม่สำเร็จ">
        ข้อมูลยังอยู่ในเครื่องนี้ครบถ้วน
      </Notice>
      <Stepper
        label="ขั้นตอนการรับรอง"
        steps={[
          { label: 'สำรวจ', state: 'done', href: '#s' },
          { label: 'ส่งข้อมูล', state: 'done' },
          { label: 'ตำบลตรวจสอบ', state: 'current' },
          { label: 'อำเภอรับรอง', state: 'todo' },
        ]}
      />
      <Stack look="grid">
        <Card>
          <EmptyState icon="house" title="ยังไม่มีครัวเรือนในหมู่บ้านนี้" actions={<Button icon="plus">เพิ่มครัวเรือน</Button>}>
            เริ่มจากบ้านหลังแรก หรือนำเข้าจากทะเบียนบ้าน
          </EmptyState>
        </Card>
        <Card>
          <ErrorState onRetry={() => {}} reference="A7-2291">
            ตรวจสอบสัญญาณแล้วลองใหม่
          </ErrorState>
        </Card>
        <Card>
          <Skeleton lines={6} />
        </Card>
      </Stack>
    </Stack>
  </Section>
)

const Figures = () => (
  <Section title="ตัวเลขและแผนภูมิ">
    <Stack gap="large">
      <ProgressBar label="สำรวจแล้ว" n={77764} of={100278} targetPercent={85} />
      <ButtonRow>
        <ProgressRing label="สำรวจแล้ว" n={38} of={42} />
        <ProgressRing label="แก้ไขแล้ว" n={9} of={42} tone="good" />
        <Sparkline label="จำนวนที่สำรวจรายสัปดาห์ เพิ่มขึ้นต่อเนื่อง" values={[2, 5, 9, 8, 14, 22, 31]} />
      </ButtonRow>
      <StackedBar
        label="ผลการตรวจสอบซ้ำ"
        shares={[
          { label: 'แก้ไขครบถ้วนแล้ว', n: 1987, colour: 'good' },
          { label: 'แก้ไขไม่แล้วเสร็จ', n: 512, colour: 'warning' },
          { label: 'ยังไม่ได้แก้ไข', n: 204, colour: 'danger' },
          { label: 'ยังไม่ได้ตรวจ', n: 100, colour: 'neutral' },
        ]}
      />
      <TrendChart
        label="ความก้าวหน้าการสำรวจ"
        unit="ครัวเรือน"
        at={['4 ธ.ค.', '11 ธ.ค.', '18 ธ.ค.', '25 ธ.ค.', '1 ม.ค.', '8 ม.ค.', '15 ม.ค.', '22 ม.ค.']}
        series={[
          { label: 'สำรวจแล้ว', colour: 'a', values: [2100, 9400, 21000, 33800, 38000, 52100, 66400, 77764] },
          { label: 'แผน', colour: 'b', isPlan: true, values: [12000, 24000, 36000, 48000, 60000, 72000, 84000, 96000] },
        ]}
      />
    </Stack>
  </Section>
)

const Lists = () => (
  <Section title="รายการ">
    <Tabs
      label="มุมมอง"
      tabs={[
        {
          id: 'facts',
          label: 'ข้อมูลทั่วไป',
          content: (
            <DefinitionList
              items={[
                {
                  term: 'ที่อยู่',
                  value: 'บ้านเลขที่ 97 หมู่ที่ 7 บ้านคำฮี ตำบลโพนทราย อำเภอเมืองมุกดาหาร',
                  action: { label: 'แก้ไขที่อยู่', href: '#e' },
                },
                { term: 'สมาชิก', value: '4 คน' },
                { term: 'โทรศัพท์', value: null },
              ]}
            />
          ),
        },
        { id: 'history', label: 'ประวัติ', count: '3', content: 'ประวัติ' },
      ]}
    />
    <Stack>
      <Timeline
        label="ประวัติ"
        events={[
          {
            id: '1',
            title: 'อำเภอรับรองข้อมูล',
            at: '22 ม.ค. 2567 เวลา 14.05 น.',
            by: 'ปลัดอำเภอ',
            icon: 'shield',
            tone: 'good',
          },
          {
            id: '2',
            title: 'ส่งกลับแก้ไข',
            at: '20 ม.ค. 2567',
            by: 'เจ้าหน้าที่ตำบล',
            icon: 'undo',
            tone: 'warning',
            body: 'ขอภาพถ่ายหลังคาเพิ่มเติม',
          },
          { id: '3', title: 'ผู้ใหญ่บ้านสำรวจครัวเรือน', at: '18 ม.ค. 2567', icon: 'clipboard' },
        ]}
      />
      <Disclosure title="ข้อมูลใดไม่นับรวมในตัวเลขนี้" isOpenAtFirst>
        ร่างที่ยังไม่ส่ง และบ้านว่างหรือรื้อถอน
      </Disclosure>
      <DataTable
        caption="ว่าง"
        rows={[]}
        rowKey={() => ''}
        columns={[{ key: 'a', heading: 'ครัวเรือน', cell: () => '' }]}
        empty={<EmptyState title="ไม่พบครัวเรือนตามเงื่อนไขที่เลือก">ลองลดตัวกรองลง</EmptyState>}
      />
    </Stack>
  </Section>
)
