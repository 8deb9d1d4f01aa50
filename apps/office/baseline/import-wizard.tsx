import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { LinkButton } from '@thaiqm/ui/button.tsx'
import { FileDrop } from '@thaiqm/ui/file-drop.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Section } from '@thaiqm/ui/page-header.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { Stepper } from '@thaiqm/ui/stepper.tsx'
import { useEffect, useRef } from 'react'
import { NotFoundState, usePageTitle } from '../platform/page.tsx'
import { failureText } from '../platform/refusal-text.ts'
import { useSession } from '../platform/session.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { PreviewStep } from './preview-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { type ImportOnItsWay, type ImportStep, importSteps, useImport } from './use-import.ts'
import './baseline.css'

const words = defineWords({
  title: { th: 'นำเข้าข้อมูลรอบก่อน', en: 'Import the last round' },
  description: {
    th: 'นำเข้าบัญชีครัวเรือนและปัญหาของรอบฐานจากไฟล์ Excel ของอำเภอหรือจังหวัด ตรวจดูก่อนได้ทุกแถว และยกเลิกได้ทั้งชุด',
    en: 'Households and problems of the baseline round from an Excel file: look at every row first, undo the whole batch later.',
  },
  imports: { th: 'การนำเข้า', en: 'Imports' },
  steps: { th: 'ขั้นตอนการนำเข้า', en: 'Steps of the import' },
  file: { th: 'เลือกไฟล์', en: 'Choose the file' },
  columns: { th: 'ตรวจคอลัมน์', en: 'Check the columns' },
  review: { th: 'ตัดสินข้อความ', en: 'Decide wordings' },
  preview: { th: 'ตรวจผลก่อนนำเข้า', en: 'Preview' },
  drop: { th: 'ไฟล์ข้อมูลครัวเรือนรอบก่อน', en: 'Workbook of the last round' },
  dropHint: {
    th: 'Excel (.xlsx) หรือ CSV แถวหัวตารางจะอยู่แถวใดก็ได้ ระบบอ่านเลขไทย วันที่ พ.ศ. และรหัสบ้านที่ Excel ปัดเป็น 4.9E+10 ได้',
    en: 'Excel (.xlsx) or CSV. Headings may stand in any row; Thai digits and B.E. dates are understood.',
  },
  reading: { th: 'กำลังอ่านไฟล์', en: 'Reading the file' },
  practiceTitle: { th: 'พื้นที่ฝึกไม่รับข้อมูลจริง', en: 'The practice province takes no real data' },
  practice: {
    th: 'การนำเข้าใช้ได้ในระบบจริงเท่านั้น เพื่อไม่ให้ชื่อและเลขประจำตัวของประชาชนเข้ามาอยู่ในพื้นที่ฝึก โปรดติดตั้งระบบจริงก่อนนำเข้า',
    en: 'Importing is for real installations only, so that no real name or number ends up here. Please set one up first.',
  },
  back: { th: 'กลับไปรายการนำเข้า', en: 'Back to imports' },
  rows: { th: (name: string, rows: string) => `${name} · ${rows} แถว`, en: (name, rows) => `${name} · ${rows} rows` },
})

const stateOf = (step: ImportStep, at: ImportStep): 'done' | 'current' | 'todo' => {
  const own = importSteps.indexOf(step)
  const now = importSteps.indexOf(at)
  return own < now ? 'done' : own === now ? 'current' : 'todo'
}

const FileStep = ({ way }: { readonly way: ImportOnItsWay }) => {
  const say = useWords(words)
  return (
    <Section title={say.file}>
      <FileDrop
        label={say.drop}
        hint={say.dropHint}
        accept={['.xlsx', '.csv']}
        isDisabled={way.isWorking}
        onFiles={([file]) => {
          if (file !== undefined) void way.takeFile(file)
        }}
      />
      {way.isWorking && (
        <div role="status">
          <p className="of-muted">{say.reading}</p>
          <Skeleton lines={3} />
        </div>
      )}
    </Section>
  )
}

/** From a file of last round's households to the last look before they are imported. */
export const ImportWizard = () => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor, isPractice } = useSession()
  const way = useImport()
  const top = useRef<HTMLDivElement>(null)
  usePageTitle(say.title)
  // Each step begins at its top, for the eye and for the reader of the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what moves the focus
  useEffect(() => {
    top.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [way.step])
  if (!hasAbility(actor, 'import-baseline')) return <NotFoundState />
  return (
    <>
      <PageHeader
        title={say.title}
        description={
          way.upload === null
            ? say.description
            : say.rows(way.upload.fileName, formatNumber(way.upload.rowCount, language))
        }
        crumbs={[{ label: say.imports, href: '/imports' }, { label: say.title }]}
        actions={
          <LinkButton icon="arrow-left" href="/imports">
            {say.back}
          </LinkButton>
        }
      />
      <div ref={top} tabIndex={-1} className="import-top">
        <Stepper
          label={say.steps}
          steps={importSteps.map(step => ({ label: say[step], state: stateOf(step, way.step) }))}
        />
      </div>
      {isPractice && way.failure === null && (
        <Notice tone="warning" title={say.practiceTitle}>
          {say.practice}
        </Notice>
      )}
      {way.failure !== null && (
        <Notice tone="danger" isLive>
          {failureText(way.failure, language)}
        </Notice>
      )}
      {way.step === 'file' && <FileStep way={way} />}
      {way.step === 'columns' && way.upload !== null && <ColumnsStep way={way} upload={way.upload} />}
      {way.step === 'review' && way.preview !== null && <ReviewStep way={way} preview={way.preview} />}
      {way.step === 'preview' && way.preview !== null && <PreviewStep way={way} preview={way.preview} />}
    </>
  )
}
