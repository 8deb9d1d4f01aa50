import { Icon, type IconName } from '@thaiqm/ui/icons.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import './sent-steps.css'
import type { HeldWork } from './use-held-work.ts'

const words = defineWords({
  label: { th: 'งานของเครื่องนี้อยู่ที่ใด', en: 'Where this phone’s work is' },
  onPhone: { th: 'ในเครื่อง', en: 'On this phone' },
  withServer: { th: 'ส่งแล้ว', en: 'Sent' },
  safe: { th: 'ปลอดภัย', en: 'Safe' },
  onPhoneHint: { th: 'มีเฉพาะในเครื่องนี้', en: 'nowhere else' },
  withServerHint: { th: 'ระบบรับแล้ว', en: 'received' },
  safeHint: { th: 'มีในชุดสำรองแล้ว', en: 'backed up' },
  sameMachine: {
    th: 'ชุดสำรองยังอยู่เครื่องเดียวกับระบบ โปรดแจ้งผู้ดูแลระบบให้สำรองไว้นอกเครื่อง',
    en: 'Backups still lie on the server’s own disk. Please tell the administrator.',
  },
})

/** On this phone → sent → safe: three numbers a village head can read out. */
export const SentSteps = ({ held }: { readonly held: HeldWork }) => {
  const said = useWords(words)
  const steps: readonly {
    readonly icon: IconName
    readonly n: number
    readonly name: string
    readonly hint: string
  }[] = [
    { icon: 'mobile', n: held.onPhone, name: said.onPhone, hint: said.onPhoneHint },
    { icon: 'cloud-up', n: held.withServer, name: said.withServer, hint: said.withServerHint },
    { icon: 'shield', n: held.safe, name: said.safe, hint: said.safeHint },
  ]
  return (
    <>
      <ol className="fd-sent-steps" aria-label={said.label}>
        {steps.map(({ icon, n, name, hint }, at) => (
          <li key={icon} className={n > 0 && at < 2 ? 'fd-sent-step fd-sent-step-waiting' : 'fd-sent-step'}>
            <Icon name={icon} size={22} />
            <b>{n}</b>
            <span>{name}</span>
            <span className="fd-muted fd-small">{hint}</span>
          </li>
        ))}
      </ol>
      {!held.isBackupElsewhere && held.safe > 0 && <p className="fd-muted fd-small">{said.sameMachine}</p>}
    </>
  )
}
