import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Button, LinkButton } from '@thaiqm/ui/button.tsx'
import { formatBytes, formatNumber } from '@thaiqm/ui/format.ts'
import { Icon, type IconName } from '@thaiqm/ui/icons.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice, type NoticeTone } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import type { ReactNode } from 'react'
import { takeUpdate } from '../platform/app-files.ts'
import { appVersion } from '../platform/app-version.ts'
import { useInstall } from '../platform/install-app.ts'
import { Screen } from '../platform/screen.tsx'
import { KeepPhotos } from './keep-photos-choice.tsx'
import type { ReadinessLevel, ReadinessLine } from './readiness.ts'
import { readinessWords } from './readiness-words.ts'
import { type ReadinessCheck, useReadiness } from './use-readiness.ts'
import './readiness.css'

const words = defineWords({
  title: { th: 'ความพร้อมลงพื้นที่', en: 'Ready for the field?' },
  verdict: { th: 'ผลการตรวจ', en: 'Result' },
  ready: { th: 'พร้อมลงพื้นที่', en: 'Ready for the field' },
  readyHint: {
    th: 'ทำงานได้หลายวันโดยไม่มีสัญญาณ ข้อมูลที่บันทึกจะอยู่ในเครื่องจนกว่าระบบจะรับและสำรองแล้ว',
    en: 'Days without a signal are no trouble: what you record stays here until it is received and backed up.',
  },
  warning: { th: 'ลงพื้นที่ได้ แต่มีรายการควรดูก่อน', en: 'You can go; some things deserve a look first' },
  warningHint: { th: 'ดูรายการที่มีเครื่องหมายเตือนด้านล่าง', en: 'See the marked lines below.' },
  'not-ready': { th: 'ยังไม่พร้อมลงพื้นที่', en: 'Not ready for the field' },
  'not-readyHint': {
    th: 'โปรดทำตามรายการที่ยังไม่พร้อมด้านล่าง แล้วตรวจอีกครั้ง',
    en: 'Do what the lines below say, then check again.',
  },
  levelReady: { th: 'พร้อม', en: 'Ready' },
  levelWarning: { th: 'ควรดู', en: 'Look' },
  levelNotReady: { th: 'ยังไม่พร้อม', en: 'Not ready' },
  again: { th: 'ตรวจอีกครั้ง', en: 'Check again' },
  areas: { th: 'เลือกข้อมูลในเครื่อง', en: 'Choose what is here' },
  send: { th: 'ไปหน้าส่งข้อมูล', en: 'To sending' },
  install: { th: 'ติดตั้งแอป', en: 'Install the app' },
  update: { th: 'ปรับเป็นรุ่นใหม่', en: 'Update now' },
  checking: { th: 'กำลังตรวจเครื่อง…', en: 'Checking this phone…' },
})

const toneOf: Record<ReadinessLevel, NoticeTone> = { ready: 'good', warning: 'warning', 'not-ready': 'danger' }
const iconOf: Record<ReadinessLevel, IconName> = { ready: 'check-circle', warning: 'warning', 'not-ready': 'alert' }

/** The sentence of a line, with this phone's figures in it. */
const useSentence = ({ facts, asOf }: ReadinessCheck) => {
  const said = useWords(readinessWords)
  const { language } = useLanguage()
  const n = (value: number) => formatNumber(value, language)
  const since = asOf === null ? '–' : formatInstant(asOf, { language })
  const figures: Readonly<Record<string, readonly string[]>> = {
    households: [n(facts.households), since],
    lease: [n(Math.floor(facts.viewLeftInMs / 86_400_000))],
    photos: [n(facts.photos.all), n(facts.photos.here)],
    map: [n(facts.placed), n(facts.households)],
    unsent: [n(facts.waiting)],
    space: [facts.freeBytes === null ? '' : formatBytes(facts.freeBytes, language)],
    clock: [n(Math.round(Math.abs(facts.clockOffByMs ?? 0) / 60_000))],
    version: [appVersion()],
  }
  const sentences = said as Readonly<Record<string, string | ((...given: string[]) => string)>>
  return ({ item, state }: ReadinessLine): string => {
    const sentence = sentences[`${item}-${state}`] ?? ''
    return typeof sentence === 'string' ? sentence : sentence(...(figures[item] ?? []))
  }
}

const Action = ({ line, again }: { readonly line: ReadinessLine; readonly again: () => Promise<void> }): ReactNode => {
  const said = useWords(words)
  const install = useInstall()
  if (line.item === 'photos')
    return line.state === 'none' ? null : <KeepPhotos again={again} isPartly={line.state === 'partly'} />
  if (line.level === 'ready') return null
  if (line.item === 'households') return <LinkButton href="/me/areas">{said.areas}</LinkButton>
  if (line.item === 'unsent') return <LinkButton href="/sync">{said.send}</LinkButton>
  if (line.item === 'version') return <Button onPress={takeUpdate}>{said.update}</Button>
  if (install !== undefined && (line.item === 'installed' || line.item === 'persisted'))
    return (
      <Button icon="download" onPress={() => void install()}>
        {said.install}
      </Button>
    )
  return null
}

const Lines = ({ check, again }: { readonly check: ReadinessCheck; readonly again: () => Promise<void> }) => {
  const said = useWords(words)
  const headings: Readonly<Record<string, unknown>> = useWords(readinessWords)
  const sentenceOf = useSentence(check)
  const levels = { ready: said.levelReady, warning: said.levelWarning, 'not-ready': said.levelNotReady }
  return (
    <ul className="fd-readiness">
      {check.lines.map(line => (
        <li key={line.item} className={`fd-readiness-line fd-readiness-${line.level}`}>
          <Icon name={iconOf[line.level]} size={26} label={levels[line.level]} />
          <div className="fd-readiness-text">
            <h2>{String(headings[line.item])}</h2>
            <p>{sentenceOf(line)}</p>
            <Action line={line} again={again} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What this phone has and lacks for days without a signal, and what to do about it. */
export const ReadinessScreen = () => {
  const said = useWords(words)
  const { check, isTesting, again } = useReadiness()
  return (
    <Screen title={said.title} backHref="/" tab="work">
      {check === undefined ? (
        <>
          <p className="fd-muted" role="status">
            {said.checking}
          </p>
          <Skeleton lines={8} />
        </>
      ) : (
        <>
          <section aria-label={said.verdict}>
            <Notice tone={toneOf[check.verdict]} title={said[check.verdict]} isLive>
              {said[`${check.verdict}Hint`]}
            </Notice>
          </section>
          <Lines check={check} again={again} />
          <Button icon="sync" isWide isPending={isTesting} onPress={() => void again()}>
            {said.again}
          </Button>
        </>
      )}
    </Screen>
  )
}
