import { changePost } from '@thaiqm/contract/session/session-routes.ts'
import { Button, LinkButton } from '@thaiqm/ui/button.tsx'
import { ConfirmDialog } from '@thaiqm/ui/dialog.tsx'
import { defineWords, LanguageSwitch, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { ThemeSwitch } from '@thaiqm/ui/theme.tsx'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { Screen } from '../platform/screen.tsx'
import { useLive } from '../platform/use-live.ts'
import { useSession } from './session-provider.tsx'

const words = defineWords({
  title: { th: 'ฉัน', en: 'Me' },
  post: { th: 'ตำแหน่งที่ใช้งาน', en: 'Post in use' },
  figures: { th: 'ตัวเลขพื้นที่ของฉัน', en: 'Figures of my area' },
  look: { th: 'การแสดงผล', en: 'Appearance' },
  leave: { th: 'ออกจากระบบ', en: 'Sign out' },
  leaveTitle: { th: 'ออกจากระบบในเครื่องนี้หรือไม่', en: 'Sign out on this phone?' },
  leaveText: {
    th: 'รายชื่อครัวเรือนที่เก็บไว้ในเครื่องจะถูกลบ เข้าสู่ระบบใหม่ต้องใช้สัญญาณเครือข่าย',
    en: 'Households kept on this phone are deleted. Signing in again needs the network.',
  },
  unsent: {
    th: (n: number, drafts: number) =>
      `ยังไม่ได้ส่ง ${n} รายการ และมีร่าง ${drafts} ฉบับ ข้อมูลเหล่านี้ยังเก็บไว้ในเครื่อง และจะส่งต่อเมื่อท่านเข้าสู่ระบบอีกครั้ง`,
    en: (n, drafts) => `${n} not sent and ${drafts} drafts stay on this phone until you sign in again.`,
  },
})

/** Who I am here, how it looks, and the way out. */
export const MeScreen = () => {
  const said = useWords(words)
  const { actor, view, database } = useFieldApp()
  const { leave, enter } = useSession()
  const [isLeaving, setLeaving] = useState(false)
  const [isPending, setPending] = useState(false)
  const unsent = useLive('me-unsent', async () => ({
    commands: await database.commands.count(),
    drafts: await database.drafts.count(),
  }))
  const goOut = async () => {
    setPending(true)
    await leave()
  }
  const takePost = async (postId: string) => {
    const answer = await call(changePost, { body: { postId } })
    if (answer.ok) await enter(answer.value)
  }
  const hasUnsent = unsent !== undefined && unsent.commands + unsent.drafts > 0
  return (
    <Screen title={said.title} tab="me">
      <section className="fd-card">
        <h2>{actor.name}</h2>
        <p className="fd-muted">{actor.position}</p>
        {view.posts.length > 1 && (
          <Select
            label={said.post}
            value={actor.postId as string}
            onChange={postId => void takePost(postId)}
            options={view.posts.map(post => ({
              value: post.postId as string,
              label: post.areaNameTh,
              description: post.role,
            }))}
          />
        )}
      </section>
      <LinkButton icon="chart" isWide href="/me/figures">
        {said.figures}
      </LinkButton>
      <section className="fd-card">
        <h2>{said.look}</h2>
        <ThemeSwitch />
        <LanguageSwitch />
      </section>
      <Button icon="log-out" isWide onPress={() => setLeaving(true)}>
        {said.leave}
      </Button>
      <ConfirmDialog
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        onConfirm={() => void goOut()}
        isPending={isPending}
        title={said.leaveTitle}
        confirmLabel={said.leave}
      >
        <p>{said.leaveText}</p>
        {hasUnsent && <Notice tone="warning">{said.unsent(unsent.commands, unsent.drafts)}</Notice>}
      </ConfirmDialog>
    </Screen>
  )
}
