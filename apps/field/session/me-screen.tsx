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
import { ChangePin } from '../vault/change-pin.tsx'
import { useSession } from './session-provider.tsx'
import { useHandOn } from './use-hand-on.ts'

const words = defineWords({
  title: { th: 'ฉัน', en: 'Me' },
  post: { th: 'ตำแหน่งที่ใช้งาน', en: 'Post in use' },
  work: { th: 'งานที่ฉันทำแล้ว', en: 'Work I have done' },
  figures: { th: 'ตัวเลขพื้นที่ของฉัน', en: 'Figures of my area' },
  ready: { th: 'ตรวจความพร้อมก่อนลงพื้นที่', en: 'Ready for the field?' },
  areas: { th: 'ข้อมูลครัวเรือนในเครื่อง', en: 'Households on this phone' },
  look: { th: 'การแสดงผล', en: 'Appearance' },
  phone: { th: 'เครื่องนี้', en: 'This phone' },
  lock: { th: 'ล็อกแอป', en: 'Lock the app' },
  other: { th: 'เปลี่ยนผู้ใช้', en: 'Another person' },
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
  const { actor, view, outbox, vault } = useFieldApp()
  const { leave, enter, lock } = useSession()
  const handOn = useHandOn()
  const [isLeaving, setLeaving] = useState(false)
  const [isPending, setPending] = useState(false)
  const unsent = useLive('me-unsent', () => outbox.holdings())
  const goOut = async () => {
    setPending(true)
    await leave()
  }
  const takePost = async (postId: string) => {
    const answer = await call(changePost, { body: { postId } })
    if (answer.ok) await enter(answer.value)
  }
  const hasUnsent = unsent !== undefined && unsent.waiting + unsent.drafts > 0
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
      <LinkButton icon="check-circle" isWide href="/ready">
        {said.ready}
      </LinkButton>
      <LinkButton icon="download" isWide href="/me/areas">
        {said.areas}
      </LinkButton>
      <LinkButton icon="history" isWide href="/me/work">
        {said.work}
      </LinkButton>
      <LinkButton icon="chart" isWide href="/me/figures">
        {said.figures}
      </LinkButton>
      <section className="fd-card">
        <h2>{said.look}</h2>
        <ThemeSwitch />
        <LanguageSwitch />
      </section>
      <section className="fd-card">
        <h2>{said.phone}</h2>
        <Button icon="lock" isWide onPress={() => void lock()}>
          {said.lock}
        </Button>
        <Button icon="users" isWide onPress={handOn}>
          {said.other}
        </Button>
        <ChangePin vault={vault} />
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
        {hasUnsent && <Notice tone="warning">{said.unsent(unsent.waiting, unsent.drafts)}</Notice>}
      </ConfirmDialog>
    </Screen>
  )
}
