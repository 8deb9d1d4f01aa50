import { Button } from '@thaiqm/ui/button.tsx'
import type { IconName } from '@thaiqm/ui/icons.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import type { ReactNode } from 'react'
import type { ActProps } from './act-card.tsx'
import { AskPause } from './ask-pause.tsx'
import { BeginWork } from './begin-work.tsx'
import { FollowUp } from './follow-up.tsx'
import { Lane } from './lane.tsx'
import type { FieldAct } from './offered-acts.ts'
import { Revisit } from './revisit.tsx'
import { SelfResolved } from './self-resolved.tsx'

const words = defineWords({
  title: { th: 'ดำเนินการ', en: 'Act' },
  revisit: { th: 'เยี่ยมซ้ำหลังแก้ไข', en: 'Re-visit' },
  'follow-up': { th: 'ติดตามความคืบหน้า', en: 'Follow up' },
  lane: { th: 'เลือกช่องทางแก้ไข', en: 'Choose a lane' },
  begin: { th: 'เริ่มแก้ไขปัญหา', en: 'Begin the work' },
  'self-resolved': { th: 'แก้ไขได้ด้วยตนเอง', en: 'Solved by the household itself' },
  pause: { th: 'ขอหยุดนับเวลา', en: 'Ask for a pause' },
})

const icons: Record<FieldAct, IconName> = {
  revisit: 'house',
  'follow-up': 'history',
  lane: 'users',
  begin: 'flag',
  'self-resolved': 'check-circle',
  pause: 'clock',
}

/** What may be done about a hardship here, a button each. */
export const ActList = ({
  acts,
  onChoose,
  children,
}: {
  readonly acts: readonly FieldAct[]
  readonly onChoose: (act: FieldAct) => void
  readonly children?: ReactNode
}) => {
  const said = useWords(words)
  return (
    <section className="fd-card" aria-label={said.title}>
      <h2>{said.title}</h2>
      {children}
      {acts.map(act => (
        <Button key={act} icon={icons[act]} isWide onPress={() => onChoose(act)}>
          {said[act]}
        </Button>
      ))}
    </section>
  )
}

const forms: Record<FieldAct, (props: ActProps) => ReactNode> = {
  revisit: props => <Revisit {...props} />,
  'follow-up': props => <FollowUp {...props} />,
  lane: props => <Lane {...props} />,
  begin: props => <BeginWork {...props} />,
  'self-resolved': props => <SelfResolved {...props} />,
  pause: props => <AskPause {...props} />,
}

/** The form of one act. */
export const ActForm = ({ act, ...props }: ActProps & { readonly act: FieldAct }) => forms[act](props)
